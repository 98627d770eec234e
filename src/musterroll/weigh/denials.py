"""Denials: which claims say that something is not so, and what they speak against."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, eq=False)
class Target:
    """What a denial can speak against: one matter, where, when and by whom. Equal only to itself."""

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
    shelves = Shelves(told)
    full: dict[Matter, list[Weighed]] = defaultdict(list)
    part: dict[Matter, list[Weighed]] = defaultdict(list)
    free = []
    for denial in denials:
        meant = [target for target in shelves.near(denial) if is_about(denial, target)]
        hit = [target for target in meant if reaches(denial, target)]
        for target in hit:
            full[target.matter].append(denial)
        for target in meant:
            if target not in hit and target.where.holds(denial.where):
                part[target.matter].append(denial)
        if not hit:
            free.append(denial)
    return Bound(full, part, free)


class Shelves:
    """What can be denied, laid out by force, type and country and in the order of days: a denial looks at few."""

    def __init__(self, told: Mapping[Matter, Sequence[Weighed]]) -> None:
        self._all = {matter: target_of(matter, claims) for matter, claims in told.items()}
        self._shelves: dict[object, list[Target]] = defaultdict(list)
        for target in self._all.values():
            if target.days is not None:
                kind = (target.matter.force, target.matter.type)
                self._shelves[kind].append(target)
                self._shelves[(*kind, ground(target.where))].append(target)
        for shelf in self._shelves.values():
            shelf.sort(key=first_day)
        self._longest = max((t.days[1] - t.days[0] for t in self._all.values() if t.days), default=0)

    def near(self, denial: Weighed) -> list[Target]:
        """Return what a denial may speak against: its own matter, and those of its force, types and country near it."""
        own = self._all.get(denial.matter)
        found = [target for shelf in self._reached(denial) for target in self._window(shelf, denial.about)]
        return found if own is None or own in found else [own, *found]

    def _reached(self, denial: Weighed) -> Iterator[list[Target]]:
        for type_ in TURNS.get(denial.matter.type, (denial.matter.type,)):
            kind = (denial.matter.force, type_)
            if denial.where.open:
                yield self._shelves.get(kind, [])
            elif denial.where.place is not None:
                yield self._shelves.get((*kind, ground(denial.where)), [])

    def _window(self, shelf: list[Target], day: int | None) -> list[Target]:
        if day is None:
            return []
        start = bisect_left(shelf, day - NEAR - self._longest, key=first_day)
        return shelf[start : bisect_right(shelf, day + NEAR, key=first_day)]


def ground(where: Where) -> str | None:
    """Return the country of a place, or the place itself where that is not known."""
    return where.country or (where.place.id if where.place else None)


def first_day(target: Target) -> int:
    """Return the first day that a matter is about."""
    return target.days[0] if target.days else 0


def target_of(matter: Matter, claims: Sequence[Weighed]) -> Target:
    """Return what a matter offers to denials; who did it counts where every claim says so."""
    by = [claim.by for claim in claims]
    return Target(matter, claims[0].where, span_of(claims), frozenset().union(*by) if all(by) else None)


def is_about(denial: Weighed, target: Target) -> bool:
    """Say whether a denial is of the type, the side, the kind, the doer and the time of a matter."""
    if denial.matter == target.matter:
        return True
    if denial.matter.side and denial.matter.side != target.matter.side:
        return False
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
