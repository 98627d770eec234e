"""You might also like: which reports to read beside one, each with the reason why. Pure: it asks no ledger."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

REASONS = ("contradicts", "same-wire", "same-finding", "same-weeks", "background", "same-force", "same-place")
MOST = 2  # suggestions for one reason


@dataclass(frozen=True)
class Near:
    """A report that is near another one, for one reason of REASONS.

    `about` says in words what they share ("Wagner Group in Libya, May 2020"), `link` is the address of that. `weight`
    is how near it is by that reason, more is nearer; `apart` the days between the two, None where one has no day.
    `family` is the same for reports that repeat one text ("" for one that repeats none).
    """

    report: str
    reason: str
    about: str
    link: str
    weight: float = 0.0
    apart: int | None = None
    outlet: str | None = None
    family: str = ""


def relate(report: str, copies: Iterable[str], near: Iterable[Near]) -> tuple[Near, ...]:
    """Return what to read beside a report, the strongest reason first: at most two a reason, no report twice.

    Neither the report nor what a page lists apart (`copies`, and what is confirmed) is suggested, and of reports that
    repeat one text only the nearest is, unless it is the wire they share that is the reason. The order of `near` does
    not matter. Two suggestions for one reason come from different outlets where there is a choice.
    """
    left_out = {report, *copies}
    chosen: list[Near] = []
    for one in sorted(near, key=nearness):
        if one.report not in left_out and has_room(one, chosen):
            chosen.append(one)
            left_out.add(one.report)
    return with_other_outlets(chosen, [one for one in near if one.report not in {report, *copies}])


def nearness(one: Near) -> tuple[int, float, int, tuple[str, ...]]:
    """Return what suggestions are put in order by: the reason, the weight, the days apart, then the words."""
    far = one.apart if one.apart is not None else 10**6
    words = (one.report, one.about, one.link, one.outlet or "", one.family)
    return REASONS.index(one.reason), -one.weight, far, words


def has_room(one: Near, chosen: list[Near]) -> bool:
    """Say whether a reason has room for one more, and no copy of it is there already."""
    told = Counter(other.reason for other in chosen)
    repeated = one.reason != "same-wire" and one.family and one.family in {other.family for other in chosen}
    return told[one.reason] < MOST and not repeated


def with_other_outlets(chosen: list[Near], near: list[Near]) -> tuple[Near, ...]:
    """Where both suggestions for a reason are one outlet's, put the nearest of another outlet in the second's place."""
    made = list(chosen)
    for reason in REASONS:
        places = [at for at, one in enumerate(made) if one.reason == reason]
        if len(places) == MOST and made[places[0]].outlet == made[places[1]].outlet:
            made[places[1]] = other_outlet(made, places, near)
    return tuple(made)


def other_outlet(made: list[Near], places: list[int], near: list[Near]) -> Near:
    """Return the nearest by the same reason from another outlet that is not suggested yet, else the one that is."""
    first, second = (made[at] for at in places)
    others = [one for at, one in enumerate(made) if at != places[1]]
    taken, families = {one.report for one in others}, {one.family for one in others if one.family}
    free = (
        one
        for one in sorted(near, key=nearness)
        if one.reason == first.reason
        and one.outlet != first.outlet
        and one.report not in taken
        and (one.reason == "same-wire" or not one.family or one.family not in families)
    )
    return next(free, second)
