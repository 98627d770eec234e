"""What holds now: the evidence with the judgements of people laid over it. Pure functions on records."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from musterroll.records import UNDONE_BY, DayInterval, Judgement, Link, LinkedClaim, Pin, Quantity, Report

FIELDS_OF_CLAIM = ("type", "polarity", "modality")
BOUNDS = ("min", "max")
DAYS = {"first_day": "first", "last_day": "last"}
LINKED = ("force", "by", "side", "place", "from", "to", "source")
PLACE_ROLES = ("place", "from", "to")
WEEK, WIDEST = timedelta(days=7), 3
Subject = tuple[str, str]


@dataclass(frozen=True)
class Standing:
    """The reports that are not retracted and their claims that are not rejected, mended and merged, by id.

    `merges` leads from each merged actor to whom it is now; claims that name one by words alone are not led yet.
    """

    reports: tuple[Report, ...]
    claims: tuple[LinkedClaim, ...]
    merges: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """What an id stands for: its name, its kind ("actor", "outlet" or "place") and where it lies."""

    name: str
    kind: str
    pin: Pin | None = None


LookUp = Callable[[str], Known | None]


def stand(judgements: Iterable[Judgement]) -> dict[Subject, tuple[Judgement, ...]]:
    """Return the judgements that hold of each subject, in the order in which they were made.

    What undoes ("reopen", "restore", "part") takes back all that was held of its subject.
    """
    held: dict[Subject, tuple[Judgement, ...]] = {}
    for judgement in judgements:
        subject = judgement.subject_kind, judgement.subject
        if judgement.deed in UNDONE_BY.values():
            held.pop(subject, None)
        else:
            held[subject] = (*held.get(subject, ()), judgement)
    return held


def standing_of(
    reports: Iterable[Report], claims: Iterable[LinkedClaim], judgements: Iterable[Judgement], look_up: LookUp
) -> Standing:
    """Lay judgements (in the order in which they were made) over reports and claims.

    Retracted reports and their claims and rejected claims are left out; mends are applied; merged actors are replaced
    by those they were merged into. What is not judged is the same object as before.
    """
    held, merges = stand(judgements), {}
    retracted = {subject for kind, subject in held if kind == "report"}
    rejected = {subject for (kind, subject), acts in held.items() if kind == "claim" and is_rejected(acts)}
    merges = merges_of(held)
    kept = [report for report in reports if report.id not in retracted]
    stands = (
        merged(mended(claim, mends_of(held.get(("claim", claim.id), ())), look_up), merges, look_up)
        for claim in claims
        if claim.id not in rejected and claim.claim.report not in retracted
    )
    return Standing(
        tuple(sorted(kept, key=lambda report: report.id)), tuple(sorted(stands, key=lambda claim: claim.id)), merges
    )


def is_rejected(acts: Sequence[Judgement]) -> bool:
    """Say whether one of the judgements that hold of a claim rejects it."""
    return any(act.deed == "reject" for act in acts)


def mends_of(acts: Sequence[Judgement]) -> dict[str, str]:
    """Return the fields that mends have set, the latest value of each."""
    return dict(pair for act in acts if act.deed == "mend" for pair in act.what)


def merges_of(held: Mapping[Subject, Sequence[Judgement]]) -> dict[str, str]:
    """Return whom each merged actor is now, at the end of every row of merges."""
    into = into_of(held)
    return {actor: end_of(actor, into) for actor in into}


def into_of(held: Mapping[Subject, Sequence[Judgement]]) -> dict[str, str]:
    """Return into whom each merged actor was merged, who may be merged in turn."""
    return {subject: dict(acts[-1].what)["into"] for (kind, subject), acts in held.items() if kind == "actor"}


def way_of(actor: str, into: Mapping[str, str]) -> list[str]:
    """Return an actor and all whom merges lead to from it."""
    way = [actor]
    while way[-1] in into and into[way[-1]] not in way:
        way.append(into[way[-1]])
    return way


def end_of(actor: str, into: Mapping[str, str]) -> str:
    """Follow merges from an actor to the last; a circle, which `judge` refuses, ends where it began."""
    return way_of(actor, into)[-1]


def mended(linked: LinkedClaim, mends: Mapping[str, str], look_up: LookUp) -> LinkedClaim:
    """Return a claim with fields set by an editor ("" is unknown); it keeps its id."""
    if not mends:
        return linked
    return with_links(with_days(with_measure(with_fields(linked, mends), mends), mends), mends, look_up)


def with_fields(linked: LinkedClaim, mends: Mapping[str, str]) -> LinkedClaim:
    """Set type, polarity, modality and the bounds of the figure."""
    claim = linked.claim
    fields = {name: mends[name] for name in FIELDS_OF_CLAIM if mends.get(name)}
    if any(name in mends for name in BOUNDS):
        fields["strength"] = bounded(claim.strength, mends)  # type: ignore[assignment]
    return replace(linked, claim=replace(claim, given_id=claim.id, **fields)) if fields else linked  # type: ignore[arg-type]


def bounded(strength: Quantity | None, mends: Mapping[str, str]) -> Quantity | None:
    """Return a figure with bounds set; None where both are unknown."""
    before = strength or Quantity(None, None)
    low, high = (
        (int(mends[name]) if mends[name] else None) if name in mends else getattr(before, name) for name in BOUNDS
    )
    return Quantity(low, high, before.approximate) if low is not None or high is not None else None


def with_measure(linked: LinkedClaim, mends: Mapping[str, str]) -> LinkedClaim:
    """Set what kind of number the claim has; "" leaves it to the rules."""
    return replace(linked, measure=mends["measure"] or None) if "measure" in mends else linked


def with_days(linked: LinkedClaim, mends: Mapping[str, str]) -> LinkedClaim:
    """Set the days on which the claim holds, and how exact they are."""
    if not any(name in mends for name in DAYS):
        return linked
    before = linked.days or DayInterval(None, None)
    ends = {end: mends[name] or None for name, end in DAYS.items() if name in mends}
    days = replace(before, **ends)
    return replace(linked, days=days if days.first or days.last else None, time_precision=time_precision(days))


def time_precision(days: DayInterval) -> int:
    """Return 1 for one day, 2 for at most a week, 3 for more or an open end (ACLED)."""
    if days.first is None or days.last is None:
        return WIDEST
    length = date.fromisoformat(days.last) - date.fromisoformat(days.first)
    return 1 if not length else 2 if length < WEEK else WIDEST


def with_links(linked: LinkedClaim, mends: Mapping[str, str], look_up: LookUp) -> LinkedClaim:
    """Set who and where: one link takes the place of all that its role had."""
    roles = {role: mends[role] for role in LINKED if role in mends}
    if not roles:
        return linked
    kept = [link for link in linked.links if link.role not in roles]
    links = (*kept, *(set_link(linked, role, to, look_up) for role, to in roles.items()))
    exact = min((link.pin.precision for link in links if link.pin), default=WIDEST)
    return replace(linked, links=links, geo_precision=exact)


def set_link(linked: LinkedClaim, role: str, to: str, look_up: LookUp) -> Link:
    """Return the link that an editor sets; the words are those that stood in the role."""
    was = next((link for link in linked.links if link.role == role), None)
    span, words = (was.span, was.words) if was else (None, "")
    kind = "place" if role in PLACE_ROLES else "actor"
    if not to:
        return Link(role, span, words, kind, "unknown", "an editor holds it for unknown")
    known = look_up(to) or Known(to, kind)
    return Link(role, span, words, known.kind, "linked", "set by an editor", to, known.name, pin=known.pin)


def merged(linked: LinkedClaim, merges: Mapping[str, str], look_up: LookUp) -> LinkedClaim:
    """Return a claim whose links lead to whom their actors were merged into."""
    if not merges or not any(link.id in merges for link in linked.links):
        return linked
    return replace(linked, links=tuple(led_on(link, merges, look_up) for link in linked.links))


def led_on(link: Link, merges: Mapping[str, str], look_up: LookUp) -> Link:
    """Return a link with a merged actor replaced."""
    if link.id is None or link.id not in merges:
        return link
    into = merges[link.id]
    known = look_up(into)
    reason = f"{link.reason}; {link.name} was merged into it"
    return replace(link, id=into, name=known.name if known else into, reason=reason)
