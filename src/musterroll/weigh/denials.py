"""Denials: which claims say that something is not so, and what they speak against."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from musterroll.records import Claim, Matter, Report
from musterroll.reference.packs import Packs
from musterroll.weigh.days import gap
from musterroll.weigh.measures import before_trigger
from musterroll.weigh.places import Where
from musterroll.weigh.weighed import Weighed, span_of

NEAR = 92
DENIED = ("deny", "denies", "denied", "denying", "denial", "rejected", "refuted", "dismissed", "disputed")
NO_EVIDENCE = re.compile(r"\bno (?:\w+ ){0,2}?(?:evidence|proof|sign|signs|trace|traces|indication)\b", re.I)
# What a denial of one type speaks against: who is not there was not sent there either.
TURNS = {
    "presence": ("presence", "movement", "support", "clash"),
    "movement": ("movement", "presence", "support"),
    "support": ("support", "presence", "movement"),
}


def denies(claim: Claim, report: Report, packs: Packs) -> bool:
    """Say whether a claim speaks against its matter.

    A negative one does, unless it is a demand or a duty: a call not to send is no word that nobody was sent. So does a
    positive one whose source "denied" it or found "no evidence" of it.
    """
    if claim.modality in ("called-for", "required"):
        return False
    if claim.polarity == "negative":
        return True
    cue = claim.attribution.cue
    denied = cue is not None and cue.of(report.text).casefold() in deny_words(packs)
    return claim.modality == "actual" and (denied or bool(NO_EVIDENCE.search(before_trigger(claim, report))))


@lru_cache(maxsize=64)
def deny_words(packs: Packs) -> frozenset[str]:
    """Return the words by which a source denies, ours and those of the packs."""
    ours = {word.casefold() for pack in packs.packs for name, words in pack.cues if name == "deny" for word in words}
    return frozenset(ours | set(DENIED))


@dataclass(frozen=True)
class Target:
    """What a denial can speak against: one matter, what its claims say, and when."""

    matter: Matter
    where: Where
    days: tuple[int, int] | None
    by: frozenset[str] | None


@dataclass(frozen=True)
class Bound:
    """Denials and what they speak against: in full, and only for a part of the place; `free` ones deny nothing told."""

    full: Mapping[Matter, Sequence[Weighed]]
    part: Mapping[Matter, Sequence[Weighed]]
    free: Sequence[Weighed]


def bind(denials: Iterable[Weighed], told: Mapping[Matter, Sequence[Weighed]]) -> Bound:
    """Bind every denial to the matters that it speaks against."""
    targets = targets_by_force(told)
    full: dict[Matter, list[Weighed]] = defaultdict(list)
    part: dict[Matter, list[Weighed]] = defaultdict(list)
    free = []
    for denial in denials:
        meant = [target for target in targets[denial.matter.force] if is_about(denial, target)]
        hit = [target for target in meant if reaches(denial, target)]
        for target in hit:
            full[target.matter].append(denial)
        for target in meant:
            if target not in hit and target.where.holds(denial.where):
                part[target.matter].append(denial)
        if not hit:
            free.append(denial)
    return Bound(full, part, free)


def targets_by_force(told: Mapping[Matter, Sequence[Weighed]]) -> dict[str | None, list[Target]]:
    """Return what can be denied, by force."""
    found: dict[str | None, list[Target]] = defaultdict(list)
    for matter, claims in told.items():
        by = frozenset[str]().union(*(claim.by for claim in claims))
        everyone = all(claim.by for claim in claims)
        found[matter.force].append(Target(matter, claims[0].where, span_of(claims), by if everyone else None))
    return found


def is_about(denial: Weighed, target: Target) -> bool:
    """Say whether a denial is of the type, the kind, the doer and the time of a matter."""
    if denial.matter == target.matter:
        return True
    planned = denial.linked.claim.modality != "actual"
    if target.matter.type not in TURNS.get(denial.matter.type, (denial.matter.type,)):
        return False
    if planned and target.matter.measure != "ceiling":
        return False
    if denial.by and target.by is not None and not denial.by & target.by:
        return False
    return is_near(denial, target)


def is_near(denial: Weighed, target: Target) -> bool:
    """Say whether a denial is at most 92 days from what it may deny."""
    day = denial.about
    apart = gap((day, day) if day is not None else None, target.days)
    return apart is not None and apart <= NEAR


def reaches(denial: Weighed, target: Target) -> bool:
    """Say whether a denial covers the whole place of a matter: "not in Libya" covers Sirte, not the other way."""
    return denial.matter == target.matter or denial.where.holds(target.where)
