"""How exactly a claim is placed and dated, by ACLED's habit: 1 exact, 2 about, 3 wide or not said."""

from collections.abc import Iterable
from datetime import date, timedelta

from musterroll.records import Claim, DayInterval, Link, Report

WEEK = timedelta(days=7)
WIDEST = 3


def geo_precision(links: Iterable[Link]) -> int:
    """Return the precision of the most exact place of a claim; 3 where none is known."""
    return min((link.pin.precision for link in links if link.pin), default=WIDEST)


def days_of(claim: Claim, report: Report) -> DayInterval | None:
    """Return when a claim holds: its own time, or up to the report's day; None where no day is known."""
    if claim.time:
        return claim.time
    return DayInterval(None, report.published.day) if report.published else None


def time_precision(days: DayInterval | None) -> int:
    """Return 1 for one day, 2 for at most a week, 3 for more, an open end or nothing."""
    if days is None or days.first is None or days.last is None:
        return WIDEST
    length = date.fromisoformat(days.last) - date.fromisoformat(days.first)
    return 1 if not length else 2 if length < WEEK else WIDEST
