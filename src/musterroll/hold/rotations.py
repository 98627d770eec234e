"""Rotations: departures that arrivals of the same force in the same weeks make up for."""

from bisect import bisect_left, bisect_right
from calendar import month_name
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from musterroll.hold.evidence import Held
from musterroll.hold.stages import WINDOW, force_key
from musterroll.records import Quantity, Rotation


@dataclass(frozen=True)
class Crossing:
    """One departure or arrival, told by one claim or several: the force (None where not known), the day, the figure."""

    force: str | None
    day: str
    figure: tuple[int | None, int | None]
    claims: tuple[str, ...]
    reports: frozenset[str]


def rotations_of(rows: Sequence[Held]) -> tuple[Rotation, ...]:
    """Pair departures with arrivals of one force, or of one report's fighters, within 31 days, each once.

    Departures are taken by day; each takes, of the arrivals that are left, the one nearest in number where both have
    one, then the nearest in days. Both stay evidence.
    """
    outs = crossings([one for one in rows if one.rule.kind == "departure" and not one.planned])
    backs = crossings([one for one in rows if one.rule.kind == "arrival"])
    found = []
    for out in outs:
        near = [back for back in close(backs, out.day) if one_force(out, back)]
        if near:
            back = min(near, key=lambda back: (gap(out, back), days_between(out, back), back.day, back.claims))
            backs.remove(back)
            found.append(Rotation(out.claims, back.claims, why(out, back)))
    return tuple(found)


def close(backs: Sequence[Crossing], day: str) -> Sequence[Crossing]:
    """Return those of some crossings, in order of day, that lie within 31 days of a day."""
    middle, window = date.fromisoformat(day), timedelta(days=WINDOW)
    first = bisect_left(backs, (middle - window).isoformat(), key=lambda back: back.day)
    return backs[first : bisect_right(backs, (middle + window).isoformat(), key=lambda back: back.day)]


def one_force(out: Crossing, back: Crossing) -> bool:
    """Say whether two crossings are of one force: known to be, or told by one report that does not name one of them."""
    if out.force is None or back.force is None:
        return bool(out.reports & back.reports)
    return out.force == back.force


def crossings(rows: Sequence[Held]) -> list[Crossing]:
    """Put claims on one force, day and figure together; a retold claim has the day of the claim it retells."""
    days = {one.linked.id: one.day for one in rows}
    groups: dict[tuple[str, str, tuple[int | None, int | None]], list[Held]] = defaultdict(list)
    for one in rows:
        force = force_key(one.linked) or f"report:{one.linked.claim.report}"
        groups[force, min(one.day, days.get(one.first, one.day)), figure(one.linked.claim.strength)].append(one)
    found = [
        Crossing(
            None if force.startswith("report:") else force,
            day,
            count,
            tuple(sorted(one.linked.id for one in told)),
            frozenset(one.linked.claim.report for one in told),
        )
        for (force, day, count), told in groups.items()
    ]
    return sorted(found, key=lambda crossing: (crossing.day, crossing.claims))


def figure(strength: Quantity | None) -> tuple[int | None, int | None]:
    """Return the bounds of a figure."""
    return (strength.min, strength.max) if strength else (None, None)


def size(crossing: Crossing) -> int | None:
    """Return the number of a crossing: the lower bound, else the upper."""
    low, high = crossing.figure
    return low if low is not None else high


def gap(out: Crossing, back: Crossing) -> tuple[int, int]:
    """Return how far two numbers lie apart; those without a number come last."""
    first, second = size(out), size(back)
    return (1, 0) if first is None or second is None else (0, abs(first - second))


def days_between(out: Crossing, back: Crossing) -> int:
    """Return the days between two crossings."""
    return abs((date.fromisoformat(out.day) - date.fromisoformat(back.day)).days)


def why(out: Crossing, back: Crossing) -> str:
    """Say in words why two crossings are a rotation, and what is left of them."""
    first, second = size(out), size(back)
    known = out.force is not None and out.force == back.force
    whose = "the same force" if known else "told by one report, which does not name both forces"
    crossed = f"{number(first)} out on {long(out.day)}, {number(second)} in on {long(back.day)}"
    return f"{crossed}: {whose}, {apart(days_between(out, back))}{left(first, second)}"


def long(day: str) -> str:
    """Return "2021-06-07" as "7 June 2021"."""
    there = date.fromisoformat(day)
    return f"{there.day} {month_name[there.month]} {there.year}"


def apart(days: int) -> str:
    """Say how far two days lie apart."""
    return "on the same day" if days == 0 else f"{days} day apart" if days == 1 else f"{days} days apart"


def left(out: int | None, back: int | None) -> str:
    """Say what is left of a departure after an arrival, where both have a number."""
    if out is None or back is None:
        return ""
    more, less = ("out", "in") if out > back else ("in", "out")
    return ", as many in as out" if out == back else f", {abs(out - back)} more {more} than {less}"


def number(count: int | None) -> str:
    """Return a number, or "some" where none is given."""
    return "some" if count is None else str(count)
