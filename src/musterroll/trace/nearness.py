"""Nearness: how many days lie between two reports, and which of them are near enough to be compared at all."""

from collections.abc import Iterable, Sequence
from itertools import product

from musterroll.trace.marks import UNDATED, Marks

FAR = 28  # days: from copies and quotations of one statement that lie further apart nothing is concluded


def days_between(first: Marks, second: Marks) -> int:
    """Return the days between two reports; 0 where either day is unknown."""
    if UNDATED in (first.day, second.day):
        return 0
    return abs(first.ordinal - second.ordinal)


def near_pairs(places: Iterable[int], marks: Sequence[Marks], window: int) -> Iterable[tuple[int, int]]:
    """Return the pairs of some reports, by their place in the row, that lie at most `window` days apart.

    Reports without a day are near to every other.
    """
    known = set(places)
    undated = {place for place in known if marks[place].day == UNDATED}
    dated = sorted(known - undated, key=lambda place: marks[place].ordinal)
    for at, first in enumerate(dated):
        for second in dated[at + 1 :]:
            if marks[second].ordinal - marks[first].ordinal > window:
                break
            yield min(first, second), max(first, second)
    yield from ((min(pair), max(pair)) for pair in product(undated, dated))
    yield from ((first, second) for first, second in product(undated, undated) if first < second)
