"""What holds now, out of the ledger: the evidence with the judgements laid over it."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db.models import Count, F, Q, QuerySet, TextField, Value

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.judging import judgements
from musterroll.ledger.linking import linked_from
from musterroll.ledger.models import ClaimRow, LinkRow, ReportRow, StandingRow
from musterroll.ledger.names import look_up_in
from musterroll.ledger.overlay import Standing, standing_of
from musterroll.ledger.queries.few import few
from musterroll.ledger.rows import in_lots
from musterroll.ledger.state import once_an_edition, packs
from musterroll.records import LinkedClaim, Report

AT_ONCE = 2000  # rows that are held as text at a time


@at_edge
def standing(report_ids: Iterable[str] | None = None, links: bool = True) -> Standing:
    """Return the reports and claims that hold now, of these reports or of all, sorted by id.

    Retracted reports, their claims and rejected claims are left out; mends and mergers of actors are applied. Without
    `links` claims come without those that they were linked with, for who asks for the claims alone.
    """
    lots: list[list[str] | None] = [None] if report_ids is None else list(in_lots(sorted(set(report_ids))))
    acts = judgements()
    retracted = retracted_reports()
    reports = (report for lot in lots for report in reports_in(lot, retracted))
    claims = (claim for lot in lots for claim in claims_in(lot, retracted, links))
    with many_records():
        return standing_of(reports, claims, acts, look_up_in(packs()))


@contextmanager
def many_records() -> Iterator[None]:
    """Keep the collector of cycles out while records are made: they have none, and looking costs half as much again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@once_an_edition
def retracted_reports() -> frozenset[str]:
    """Return the ids of the reports that are retracted."""
    return frozenset(retractions())


def retractions() -> "QuerySet[StandingRow, str]":
    """Return the same as a query, to ask with in another."""
    return StandingRow.objects.filter(subject_kind="report", deed="retract").values_list("subject", flat=True)


def standing_claims(links: "QuerySet[LinkRow]", *columns: str) -> Counter[tuple[str, ...]]:
    """Return how many standing claims links have, by the values of columns: all, less those that have fallen."""
    found = (rows.order_by().values_list(*columns) for rows in (links, links.filter(fallen())))
    told, gone = (
        Counter({tuple(by): count for *by, count in rows.annotate(Count("claim", distinct=True))}) for rows in found
    )
    return told - gone


def fallen() -> Q:
    """Return the condition of links whose claim does not stand: it is rejected, or its report retracted."""
    rejected = StandingRow.objects.filter(subject_kind="claim", deed="reject").values("subject")
    retracted = ClaimRow.objects.filter(report__in=retractions()).values("id")
    known = [few(rejected.values_list("subject", flat=True)), few(retracted.values_list("id", flat=True))]
    if None not in known:
        return Q(claim__in={claim for lot in known for claim in lot or ()})
    return Q(claim__in=rejected) | Q(claim__in=retracted)


def reports_in(lot: list[str] | None, without: frozenset[str]) -> Iterator[Report]:
    """Yield reports, all or those of a lot, without some."""
    found = ReportRow.objects.all() if lot is None else ReportRow.objects.filter(id__in=lot)
    for report, record in found.values_list("id", "record").iterator(AT_ONCE):
        if report not in without:
            yield decoded(Report, record)


def claims_in(lot: list[str] | None, without: frozenset[str], links: bool) -> Iterator[LinkedClaim]:
    """Yield the claims of reports, all or those of a lot, without some; with their links or without."""
    found = ClaimRow.objects.all() if lot is None else ClaimRow.objects.filter(report__in=lot)
    linkage_of = F("linking__record") if links else Value(None, TextField())
    rows = found.values_list("report_id", "record", linkage_of)
    for report, claim, linkage in rows.iterator(AT_ONCE):
        if report not in without:
            yield linked_from(claim, linkage)
