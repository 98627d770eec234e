"""What is held while it is checked, and what was: for every page, feed, file and answer that shows it."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Exists, Max, OuterRef, Q

from musterroll.ledger.casework import files_of
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT
from musterroll.ledger.models import CaseEventRow, CaseRow, ClaimRow
from musterroll.ledger.rows import in_lots
from musterroll.records import Hold

TURNS = ("held", "released", "decided")


@at_edge
def holds() -> tuple[Hold, ...]:
    """Return all that is held now, by case; a thing that two cases hold is there twice."""
    rows = CaseRow.objects.filter(stand__outcome="held").order_by("number")
    return tuple(one for one in holds_of(rows) if one.until is None)


@at_edge
def lately_held(limit: int = LIMIT) -> tuple[Hold, ...]:
    """Return the last hold of cases that ever held something, those that began or ended last first."""
    begun = CaseEventRow.objects.filter(case=OuterRef("pk"), kind="held")
    turned = Max("events__row", filter=Q(events__kind__in=TURNS))
    rows = CaseRow.objects.filter(Exists(begun)).annotate(turned=turned).order_by("-turned")[:limit]
    return tuple(sorted(holds_of(rows), key=lambda one: one.turned, reverse=True))


def holds_of(rows: Iterable[CaseRow]) -> list[Hold]:
    """Return the holds of cases; that of a claim with its report."""
    found = [file.hold for file in files_of(list(rows)) if file.hold]
    reports = reports_of_claims([one.id for one in found if one.kind == "claim"])
    return [replace(one, report=reports.get(one.id)) if one.kind == "claim" else one for one in found]


def reports_of_claims(claims: list[str]) -> dict[str, str]:
    """Return the reports of claims (ids)."""
    lots = in_lots(sorted(set(claims)))
    pairs = (ClaimRow.objects.filter(id__in=lot).values_list("id", "report_id") for lot in lots)
    return {claim: report for lot in pairs for claim, report in lot}
