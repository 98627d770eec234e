"""Days: when a claim is about, and in which month it is weighed."""

from datetime import date
from functools import lru_cache

from musterroll.records import DayInterval, Report


def day_of(report: Report) -> str | None:
    """Return the publisher's day of a report, None if undated."""
    return report.published.day if report.published else None


def period_of(time: DayInterval | None, start: str | None) -> str:
    """Return the month that a claim is about: its own where it names one, else that of the report at its origin.

    `start` is the day of that report: a copy in a later month stays in the month of its origin.
    """
    if time and time.first and time.last and time.first[:7] == time.last[:7]:
        return time.first[:7]
    return (start or "")[:7]


def about_day(time: DayInterval | None, start: str | None) -> int | None:
    """Return the day, as a number, that a claim is compared by: the last of its own time, else that of its origin."""
    day = time.last if time and time.first and time.last else start
    return ordinal(day) if day else None


@lru_cache(maxsize=65536)
def ordinal(day: str) -> int | None:
    """Return a day as a number, None where it is no calendar day (a month or a year alone)."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def gap(first: tuple[int, int] | None, second: tuple[int, int] | None) -> int | None:
    """Return the days between two stretches of days, 0 where they overlap, None where one is not known."""
    if first is None or second is None:
        return None
    return max(0, second[0] - first[1], first[0] - second[1])
