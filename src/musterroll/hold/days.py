"""Which day a claim is about, and whether a commitment had begun, was due or was over by then."""

from calendar import monthrange
from dataclasses import dataclass

from musterroll.records import LinkedClaim, Report
from musterroll.reference.packs import Commitment

LASTING = ("presence", "pay")


@dataclass(frozen=True)
class Due:
    """The days of a commitment: the first, the deadline, and the last on which it binds (None for none)."""

    since: str
    deadline: str | None
    end: str | None


@dataclass(frozen=True)
class Dated:
    """The first ("" where open) and last day a claim can be about; `told` says that only the report's day is known."""

    first: str
    last: str
    told: bool


def due_of(commitment: Commitment) -> Due:
    """Return the days of a commitment; a month or a year begins with its first day and is due on its last."""
    until = last_day(commitment.until) if commitment.until else None
    ends = commitment.ends
    return Due(first_day(commitment.since), None if ends else until, until if ends else None)


def first_day(day: str) -> str:
    """Return the first day of a day, month or year."""
    return f"{day}-01-01"[: max(len(day), 10)] if len(day) == 4 else f"{day}-01"[:10]


def last_day(day: str) -> str:
    """Return the last day of a day, month or year."""
    month = f"{day}-12" if len(day) == 4 else day
    if len(month) == 10:
        return month
    return f"{month}-{monthrange(int(month[:4]), int(month[5:7]))[1]}"


def dated(linked: LinkedClaim, report: Report | None) -> Dated | None:
    """Return the days of a claim, None where none is known.

    What lasts (forces are there, fighters are paid) and has no time of its own holds on the report's day; "since 2019"
    holds till then, too. What happened and has no time of its own happened by the report's day: `told`.
    """
    told = (report.published.day if report and report.published else None) or (
        linked.days.last if linked.days else None
    )
    time = linked.claim.time
    if time is None or (time.first is None and time.last is None):
        return Dated(told, told, True) if told else None
    first, last = time.first or "", time.last or told or time.first or ""
    if linked.claim.type not in LASTING and linked.claim.polarity == "positive":
        return Dated(first, last, False)
    if time.last is None or (told is not None and first <= told <= last):
        last = told or last
        return Dated(last, last, False)
    return Dated(first or last, last, False)


def counts(days: Dated, after: str, due: Due) -> bool:
    """Say whether a claim counts: all days it can be about lie after the start or the deadline, and before the end.

    Where its first day is open, the last one decides. "deadline" is the day after it, "due" the deadline itself.
    """
    first = days.first or days.last
    if due.end is not None and days.last > due.end:
        return False
    if after == "start" or due.deadline is None:
        return first >= due.since
    return first > due.deadline if after == "deadline" else first >= due.deadline
