"""Deadlines of commitments: which bear on a force, and how many days they are past."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from musterroll import ledger
from musterroll.desk.charts import Deadline
from musterroll.desk.environment import address
from musterroll.desk.reading.kept import kept
from musterroll.records import Finding
from musterroll.reference.packs import Commitment


def today() -> date:
    """Return the day on which days past are counted."""
    return datetime.now(UTC).date()


def deadlines_for(findings: Sequence[Finding]) -> list[Deadline]:
    """Return the deadlines of commitments that have evidence among the claims of these findings."""
    packs, bearing = ledger.packs(), kept("commitments by claim", commitments_by_claim)
    claims = (claim for finding in findings for claim in (*finding.claims, *finding.denials))
    due = {pair for claim in claims for pair in bearing.get(claim, ())}
    known = ((packs.commitments.get(number), number, until) for number, until in due)
    return one_a_day(
        Deadline(until, commitment.instrument, address("commitment", number))
        for commitment, number, until in known
        if commitment
    )


def commitments_by_claim() -> dict[str, set[tuple[str, str]]]:
    """Return the commitments with a deadline that each claim is evidence on: (id, deadline)."""
    bearing: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for holding in ledger.holdings():
        for evidence in holding.evidence if holding.until else ():
            bearing[evidence.claim].add((holding.id, holding.until or ""))
    return bearing


def one_a_day(marks: Iterable[Deadline]) -> list[Deadline]:
    """Keep one line for each day."""
    return list({mark.day: mark for mark in sorted(marks, key=lambda mark: (mark.day, mark.words))}.values())


def deadline_of(commitment: Commitment | None, until: str | None, number: str) -> list[Deadline]:
    """Return the deadline of one commitment as a line of a chart; none where it has none."""
    words = commitment.instrument if commitment else number
    return [Deadline(until, words, address("commitment", number))] if until else []
