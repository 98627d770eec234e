"""Ids by their first characters."""

from typing import Any

from django.db.models import QuerySet

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT
from musterroll.ledger.models import ClaimRow, FindingRow, HoldingRow, LinkRow, NoticeRow, ReportRow
from musterroll.ledger.state import packs


@at_edge
def ids_like(kind: str, head: str, limit: int = LIMIT) -> tuple[str, ...]:
    """Return the ids of a kind that begin with `head`, at most `limit`; one that equals it stands first.

    `kind` is "claim", "report", "finding" (those that judgements took away too), "commitment" or "actor".
    """
    found = actor_ids(head) if kind == "actor" else {number for rows in rows_of(kind, head) for number in rows[:limit]}
    same = {number for number in found if number.startswith(head)}  # SQLite's LIKE takes "A" for "a"
    return tuple(sorted(same, key=lambda number: (number != head, number))[:limit])


def rows_of(kind: str, head: str) -> list[QuerySet[Any, str]]:
    """Return the ids of a kind from each table that has some, those equal to the head first by their length."""
    if kind == "finding":
        gone = NoticeRow.objects.filter(subject_kind=kind, subject__startswith=head).order_by("subject")
        return [beginning(FindingRow, head), gone.values_list("subject", flat=True).distinct()]
    return [beginning({"claim": ClaimRow, "report": ReportRow, "commitment": HoldingRow}[kind], head)]


def beginning(table: Any, head: str) -> QuerySet[Any, str]:
    """Return the ids of a table that begin with the head, in order: the head itself comes first."""
    found: QuerySet[Any, str] = table.objects.filter(pk__startswith=head).order_by("pk").values_list("pk", flat=True)
    return found


def actor_ids(head: str) -> set[str]:
    """Return the actors and outlets of the packs and of the links that begin with the head."""
    known = packs()
    linked = LinkRow.objects.filter(target__startswith=head).exclude(kind="place").values_list("target", flat=True)
    return {number for number in (*known.actors, *known.outlets, *linked.distinct()) if number.startswith(head)}
