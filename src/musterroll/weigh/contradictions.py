"""Contradictions: numbers that do not go together, or only seem not to, with the reason.

Two findings are compared where they differ in one thing alone: the kind of number, the place, the day or how surely
they mean one force. What differs is then the reason. Where nothing differs, the contradiction is direct.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from musterroll.records import Contradiction, Matter, Quantity
from musterroll.reference.packs import Packs
from musterroll.weigh.days import gap
from musterroll.weigh.denials import NEAR
from musterroll.weigh.origins import Told, independent
from musterroll.weigh.places import Where
from musterroll.weigh.weighed import Weighed

MONTH = 31
ROUNDED = 0.1
WEEK = 2
# Kinds of number that lie on one axis of time, so that two days of them can be told apart.
STANDING = ("stock", "total")
PRESENT = ("presence", "support", "clash")
SEEMING = ("presence", "support", "clash", "movement", "recruitment")


@dataclass(frozen=True, eq=False)
class Side:
    """What one finding puts into a comparison. Equal only to itself."""

    matter: Matter
    where: Where
    days: tuple[int, int] | None
    told: tuple[Told, ...]
    said: str | None


@dataclass(frozen=True)
class Clash:
    """A contradiction between the claims of two findings, which can be one and the same."""

    kind: str
    first: Side
    second: Side
    claims: tuple[str, ...]
    against: tuple[str, ...]
    why: str


def within(side: Side) -> Iterator[Clash]:
    """Yield what contradicts itself inside one finding."""
    for one, other in combinations(side.told, 2):
        if not (disagree(one, other) and independent(one, other)):
            continue
        if side.matter.measure == "flow" and not same_days(one, other):
            kind, why = "date", "two flows of one month can be two different movements"
        elif side.matter.measure == "ceiling":
            continue
        else:
            kind, why = "direct", f"{words(one)} against {words(other)}, of the same kind of number, place and days"
        yield Clash(kind, side, side, stated(one), stated(other), why)


def between(sides: Sequence[Side], packs: Packs) -> Iterator[Clash]:
    """Yield what findings of one bucket contradict in each other."""
    for pair in neighbours(sides):
        found = compared(*pair, packs)
        if found:
            kind, why = found
            yield from clashes(kind, why, *pair)


def neighbours(sides: Iterable[Side]) -> Iterator[tuple[Side, Side]]:
    """Yield the pairs that may be compared: they share all but one of force, place and kind, and are near in time."""
    groups: dict[object, list[Side]] = defaultdict(list)
    for side in sides:
        one = side.matter
        if side.days is not None and one.place is not None:
            kind = (one.type, one.measure)
            groups["one force at one place", one.force, one.place].append(side)
            groups["one force in one country", one.force, kind, side.where.country].append(side)
            groups["one kind at one place", kind, one.place].append(side)
    for key, group in groups.items():
        yield from near_pairs(group, key[0] if isinstance(key, tuple) else "")


def near_pairs(group: list[Side], sort: str) -> Iterator[tuple[Side, Side]]:
    """Yield the pairs of one sort that are near enough, and in no other sort of group.

    In the order of their first days the gap to one finding never shrinks, so that the rest can be left out.
    """
    order = sorted(group, key=lambda side: (side.days or (0, 0), side.matter.id))
    reach = NEAR if sort == "one force at one place" else MONTH
    for at, first in enumerate(order):
        for second in order[at + 1 :]:
            if (gap(first.days, second.days) or 0) > reach:
                break
            if sort_of(first, second) == sort:
                yield first, second


def sort_of(first: Side, second: Side) -> str:
    """Return what two findings share."""
    if first.matter.force != second.matter.force:
        return "one kind at one place"
    return "one force at one place" if first.matter.place == second.matter.place else "one force in one country"


def compared(first: Side, second: Side, packs: Packs) -> tuple[str, str] | None:
    """Return why two findings can only seem to contradict each other, or "direct"; None where they are not compared."""
    one, other, apart = first.matter, second.matter, gap(first.days, second.days)
    if apart is None or (one.side and other.side and one.side != other.side):
        return None
    if one.force != other.force:
        return by_identity(first, second, packs) if apart <= MONTH else None
    if one.measure != other.measure:
        return by_measure(one, other) if one.place == other.place and apart <= MONTH else None
    if one.place != other.place:
        return by_place(first, second) if one.type == other.type and apart <= MONTH else None
    if one.measure not in STANDING:
        return None
    if one.side != other.side:
        return ("scope", "one counts all of them, the other those of one side") if apart <= MONTH else None
    return by_type(one, other, apart) if one.type != other.type else by_days(apart)


def by_measure(one: Matter, other: Matter) -> tuple[str, str] | None:
    """Two kinds of number: how many are there, came, ever came, or may come at most."""
    if one.type not in SEEMING or other.type not in SEEMING:
        return None
    return "measure", f"a {one.measure} and a {other.measure} are two kinds of number and cannot contradict each other"


def by_place(first: Side, second: Side) -> tuple[str, str] | None:
    """Two places, one in the other: the smaller number may be a part of the larger."""
    if first.matter.measure == "ceiling" or not (first.where.holds(second.where) or second.where.holds(first.where)):
        return None
    names = sorted(side.where.place.name for side in (first, second) if side.where.place)
    return "scope", f"one is about {names[0]}, the other about {names[-1]}"


def by_type(one: Matter, other: Matter, apart: int) -> tuple[str, str] | None:
    """Two things told of a force: those who fight or support may be a part of those who are there."""
    if apart > MONTH or one.type not in PRESENT or other.type not in PRESENT:
        return None
    return "scope", f"one counts them in a {one.type}, the other in a {other.type}: one may be a part of the other"


def by_days(apart: int) -> tuple[str, str]:
    """One matter in two months: numbers change with time."""
    if apart > MONTH:
        return "date", f"{apart} days lie between them"
    return "direct", f"of the same force, kind of number and place, {apart} days apart"


def by_identity(first: Side, second: Side, packs: Packs) -> tuple[str, str] | None:
    """Two names that may mean one force: a nationality alone beside an aggregate of the packs or another such name."""
    one, other = first.matter, second.matter
    if (one.type, one.measure, one.place) != (other.type, other.measure, other.place) or one.measure == "ceiling":
        return None
    loose = [side for side in (first, second) if side.said and "@" not in side.said]
    if not loose or any(side.said and "@" in side.said for side in (first, second)):
        return None
    firm = next(
        (packs.actors[side.matter.force] for side in (first, second) if side.matter.force in packs.actors), None
    )
    if firm is not None and firm.kind != "aggregate":
        return None
    return "identity", "it is not sure that both mean the same force"


def clashes(kind: str, why: str, first: Side, second: Side) -> Iterator[Clash]:
    """Yield the contradiction between two findings, if independent origins give figures that exclude each other."""
    pairs = [
        (one, other) for one in first.told for other in second.told if disagree(one, other) and independent(one, other)
    ]
    if pairs:
        ours = tuple(dict.fromkeys(claim for one, _ in pairs for claim in stated(one)))
        theirs = tuple(dict.fromkeys(claim for _, other in pairs for claim in stated(other)))
        said = f"{words(pairs[0][0])} against {words(pairs[0][1])}: {why}"
        yield Clash(kind, first, second, ours, theirs, said)


def disagree(one: Told, other: Told) -> bool:
    """Say whether two origins both give figures and none of the one goes with any of the other."""
    pairs = [(first, second) for first in one.figures for second in other.figures]
    return bool(pairs) and all(disjoint(*pair) for pair in pairs)


def disjoint(first: Quantity, second: Quantity) -> bool:
    """Say whether two figures exclude each other; an "about" leaves a tenth on either side."""
    (low, high), (least, most) = reach(first), reach(second)
    return high < least or most < low


def reach(figure: Quantity) -> tuple[float, float]:
    """Return the lowest and highest number that a figure allows."""
    slack = ROUNDED if figure.approximate else 0.0
    low = float("-inf") if figure.min is None else figure.min * (1 - slack)
    return low, float("inf") if figure.max is None else figure.max * (1 + slack)


def same_days(one: Told, other: Told) -> bool:
    """Say whether two origins speak of the same days, each within a week."""
    if not (one.figured and other.figured):
        return False
    first, second = one.figured[0], other.figured[0]
    if first.linked.time_precision > WEEK or second.linked.time_precision > WEEK:
        return False
    return first.about is not None and first.about == second.about and dated(first) and dated(second)


def dated(claim: Weighed) -> bool:
    """Say whether a claim names its own day."""
    return claim.linked.claim.time is not None


def stated(told: Told) -> tuple[str, ...]:
    """Return the claims in which an origin gives its figure."""
    return tuple(claim.id for claim in told.figured)


def words(told: Told) -> str:
    """Return an origin's figure and its name in words."""
    figure = told.figure
    if figure is None:
        return told.voice.name or "an unknown origin"
    bounds = [f"{bound:,}" for bound in (figure.min, figure.max) if bound is not None]
    number = bounds[0] if len(set(bounds)) == 1 else "–".join(bounds)
    sign = (
        "at least "
        if figure.max is None
        else "up to "
        if figure.min is None
        else "about "
        if figure.approximate
        else ""
    )
    return f"{sign}{number} ({told.voice.name or 'origin unknown'})"


def record_of(clash: Clash, side: Side) -> Contradiction:
    """Return a contradiction as one of its two findings has it."""
    ours, theirs = (clash.claims, clash.against) if clash.first is side else (clash.against, clash.claims)
    return Contradiction(clash.kind, ours, theirs, clash.kind != "direct", clash.why)
