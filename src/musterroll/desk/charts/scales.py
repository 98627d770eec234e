"""Scales: numbers to heights (linear or logarithmic) and days to places on a line, with round numbers at the ticks."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log10

MOST = 10**12  # no force of this world: greater numbers are drawn here and written out in the table
SPREAD = 40  # a greatest figure this many times the smallest asks for a logarithmic scale
UNKNOWN_SPAN = (date(2000, 1, 1).toordinal(), date(2000, 12, 31).toordinal())
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000)


@dataclass(frozen=True)
class Heights:
    """A scale of numbers between two edges of a picture. `ticks` are the numbers to label, the lowest first."""

    ticks: tuple[int, ...]
    top: int
    bottom: int
    logarithmic: bool
    near: float
    far: float

    def at(self, value: int) -> float:
        """Return where a number is drawn; what lies beyond the scale is drawn at its end."""
        return self.near + (self.far - self.near) * self.share(min(max(value, 0), self.top))

    def share(self, value: int) -> float:
        """Return the part of the scale below a number, 0 to 1."""
        if not self.logarithmic:
            return value / self.top
        if value < self.bottom:
            return 0.0
        return 0.06 + 0.94 * log10(value / self.bottom) / log10(self.top / self.bottom)


def heights(figures: Iterable[int], near: float, far: float) -> Heights:
    """Return the scale for figures, zero (or the smallest) at `near`, the greatest at or before `far`."""
    held = sorted(min(figure, MOST) for figure in figures if figure > 0) or [1]
    if held[-1] > SPREAD * held[0]:
        return logarithmic(held[0], held[-1], near, far)
    return linear(held[-1], near, far)


def linear(most: int, near: float, far: float) -> Heights:
    """Return a linear scale from zero to the round number at or above the most."""
    most = min(max(most, 1), MOST)
    step = next(step for step in round_numbers() if step * 5 >= most)
    top = -(-most // step) * step
    return Heights(tuple(range(0, top + 1, step)), top, 0, False, near, far)


def logarithmic(least: int, most: int, near: float, far: float) -> Heights:
    """Return a logarithmic scale: from the round number at or below the least to that at or above the most."""
    rounds = [number for number in round_numbers() if number <= MOST]
    first = max(index for index, number in enumerate(rounds) if number <= least)
    last = min(bisect_left(rounds, most), len(rounds) - 1)
    taken = rounds[first : last + 1]
    ticks = taken if len(taken) <= 7 else [number for number in taken if str(number)[0] == "1"]
    return Heights(tuple(ticks), taken[-1], taken[0], True, near, far)


def round_numbers() -> Iterable[int]:
    """Give 1, 2, 5, 10, 20, 50 … up to past the greatest number that is drawn."""
    power = 1
    while power <= MOST:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def days_of(value: str) -> tuple[int, int]:
    """Return the first and last day, as ordinals, of YYYY-MM-DD, YYYY-MM or YYYY."""
    pieces = [int(piece) for piece in value.split("-")]
    if len(pieces) == 3:
        then = date(*pieces).toordinal()
        return then, then
    first, last = (pieces[1], pieces[1]) if len(pieces) == 2 else (1, 12)
    begin = date(pieces[0], first, 1).toordinal()
    return begin, month_end(pieces[0], last)


def month_end(year: int, month: int) -> int:
    """Return the ordinal of a month's last day."""
    if (year, month) == (9999, 12):
        return date.max.toordinal()
    return date(year + month // 12, month % 12 + 1, 1).toordinal() - 1


@dataclass(frozen=True)
class Days:
    """A scale of days (ordinals) between two edges of a picture."""

    first: int
    last: int
    left: float
    right: float

    def at(self, ordinal: float) -> float:
        """Return where a day is drawn; days beyond the scale are drawn at its end."""
        share = (ordinal - self.first) / (self.last - self.first)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)

    def ticks(self, most: int) -> list[tuple[float, str, bool]]:
        """Return at most about `most` months to label: where, YYYY-MM, and whether it is the first of its year."""
        first, last = month_number(self.first), month_number(self.last)
        step = next((step for step in MONTH_STEPS if (last - first) // step < most), MONTH_STEPS[-1])
        months = [number for number in range(-(-first // step) * step, last + 1, step) if number >= 12]
        return [(self.at(first_of(number)), month_text(number), number % 12 == 0) for number in months or [first]]


def month_number(ordinal: int) -> int:
    """Return the months since the year 0 of the month that a day is in."""
    then = date.fromordinal(ordinal)
    return then.year * 12 + then.month - 1


def first_of(number: int) -> int:
    """Return the ordinal of a month's first day."""
    return date(number // 12, number % 12 + 1, 1).toordinal()


def month_text(number: int) -> str:
    """Return a month as YYYY-MM."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def days(values: Sequence[str], left: float, right: float) -> Days:
    """Return the scale that holds all days given, with some room at both ends."""
    spans = [days_of(value) for value in values] or [UNKNOWN_SPAN]
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    room = max((last - first) // 25, 12)
    return Days(max(first - room, 1), min(last + room, date.max.toordinal()), left, right)
