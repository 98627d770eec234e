"""The audit: one line an act, appended."""

from datetime import UTC, datetime

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, AuditLine, Cursor, Slice
from musterroll.ledger.models import AuditRow
from musterroll.ledger.rows import storable


@at_edge
def audit(by: str, act: str, subject: str, detail: str, at: str | None = None) -> None:
    """Append a line: who did what, to what, in what words; `at` is ISO 8601, now where it is None."""
    moment = at or datetime.now(UTC).isoformat(timespec="seconds")
    AuditRow.objects.create(at=moment, by=storable(by), act=act, subject=subject, detail=storable(detail))


@at_edge
def audit_lines(subject: str | None = None) -> tuple[AuditLine, ...]:
    """Return the audit's lines, the first first: of one subject, or all."""
    found = AuditRow.objects.order_by("row")
    found = found.filter(subject=subject) if subject is not None else found
    return tuple(AuditLine(*row) for row in found.values_list("at", "by", "act", "subject", "detail"))


@at_edge
def audit_slice(subject: str | None = None, after: int | None = None, limit: int = LIMIT) -> Slice[AuditLine]:
    """Return the audit's lines in the order in which things were done, the last first: of one subject, or all.

    `after` is a row's number; the cursor of the slice holds that of its last line as its key.
    """
    found = AuditRow.objects.order_by("-row")
    found = found.filter(subject=subject) if subject is not None else found
    found = found.filter(row__lt=after) if after is not None else found
    rows = list(found.values_list("row", "at", "by", "act", "subject", "detail")[: limit + 1])
    last = Cursor(str(rows[limit - 1][0]), "") if len(rows) > limit else None
    return Slice(tuple(AuditLine(*line) for _, *line in rows[:limit]), last)
