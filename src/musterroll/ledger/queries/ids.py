"""Ids by their beginning, so that people need not write them out."""

from musterroll.ledger.edge import at_edge
from musterroll.ledger.models import ClaimRow, FindingRow, HoldingRow, JudgementRow, NoticeRow, ReportRow

ENOUGH = 20
TABLES = {
    "claim": ClaimRow, "report": ReportRow, "finding": FindingRow, "holding": HoldingRow, "judgement": JudgementRow,
}  # fmt: skip


@at_edge
def ids_beginning(start: str, kind: str) -> tuple[str, ...]:
    """Return the ids that begin so, at most 20, sorted.

    `kind` is "claim", "report", "finding" (also those that were taken back), "holding" or "judgement".
    """
    if kind == "finding":
        return tuple(sorted({*begun(start, "finding"), *gone(start)})[:ENOUGH])
    return tuple(begun(start, kind))


@at_edge
def ids_after(kind: str, after: str = "", limit: int = 10_000) -> tuple[str, ...]:
    """Return ids of one kind ("claim", "report", "finding", "holding", "judgement") behind an id, in their order."""
    found = TABLES[kind]._default_manager.filter(id__gt=after).order_by("id")
    return tuple(found.values_list("id", flat=True)[:limit])


def begun(start: str, kind: str) -> list[str]:
    """Return the ids of one table that begin so."""
    found = TABLES[kind]._default_manager.filter(id__startswith=start)
    return list(found.order_by("id").values_list("id", flat=True)[:ENOUGH])


def gone(start: str) -> list[str]:
    """Return the ids of findings that notices tell of."""
    found = NoticeRow.objects.filter(subject_kind="finding", subject__startswith=start)
    return list(found.order_by("subject").values_list("subject", flat=True).distinct()[:ENOUGH])
