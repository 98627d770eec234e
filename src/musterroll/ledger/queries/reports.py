"""Reports as evidence and in lists."""

from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, ReportFilter, ReportLine, Slice
from musterroll.ledger.models import ClaimRow, RefusalRow, ReportRow
from musterroll.ledger.now import retracted_reports, retractions
from musterroll.ledger.queries.slices import asked, slice_of
from musterroll.ledger.queries.words import with_words
from musterroll.ledger.rows import in_lots
from musterroll.records import NotInLedger, Refusal, Report


@at_edge
def report(number: str) -> Report:
    """Return a report by its id, retracted or not (`report_status` says); raises NotInLedger."""
    return decoded(Report, row_of(number).record)


@at_edge
def report_line(number: str) -> ReportLine:
    """Return the line of one report, with the number of its claims; raises NotInLedger."""
    row = row_of(number)
    return line_of(row, retracted_reports(), row.claims.count())


@at_edge
def report_lines(numbers: Iterable[str], counted: bool = True) -> tuple[ReportLine, ...]:
    """Return the lines of reports (ids), in their order; ids that are not there are left out.

    Without the numbers of their claims (0) where they need not be `counted`.
    """
    asked_for = list(dict.fromkeys(numbers))
    table = ReportRow.objects.defer("record")
    rows = [row for lot in in_lots(asked_for) for row in table.filter(id__in=lot)]
    lines = {line.id: line for line in lines_of(rows, counted)}
    return tuple(lines[number] for number in asked_for if number in lines)


@at_edge
def report_status(number: str) -> str:
    """Return "standing" or "retracted"; raises NotInLedger."""
    return "retracted" if row_of(number).id in retracted_reports() else "standing"


@at_edge
def refusals_of(number: str) -> tuple[Refusal, ...]:
    """Return what was refused of the page of a report (id), by the name that the page came under; raises NotInLedger.

    A report that was not read, or is not about armed forces, is kept with its refusal.
    """
    rows = RefusalRow.objects.filter(name=row_of(number).page.name).order_by("id")
    return tuple(Refusal(row.name, row.code, row.reason) for row in rows)


def row_of(number: str) -> ReportRow:
    """Return a report's row; raises NotInLedger."""
    row = ReportRow.objects.filter(id=number).first()
    if row is None:
        raise NotInLedger(f"no report {number} in the ledger")
    return row


@at_edge
def reports(
    what: ReportFilter | None = None, after: Cursor | tuple[str, str] | None = None, limit: int = LIMIT
) -> Slice[ReportLine]:
    """Return reports, the newest first; `after` is the cursor of the slice before."""
    return slice_of(found_by(what or ReportFilter()), "day", after, limit, lines_of)


def found_by(what: ReportFilter) -> QuerySet[ReportRow]:
    """Return the reports that a filter asks for."""
    found = ReportRow.objects.defer("record").filter(
        asked(language=what.language, day__gte=what.since, day__lte=what.until)
    )
    found = found.filter(day__gt="") if what.until else found
    if what.outlet:
        found = found.filter(outlet_is(what.outlet))
    if what.words is not None:
        found = found.filter(Exists(with_words(what.words).filter(report=OuterRef("pk"))))
    if what.status:
        retracted = Q(id__in=retractions())
        found = found.filter(retracted if what.status == "retracted" else ~retracted)
    return found


def outlet_is(outlet: str) -> Q:
    """Return the condition of reports of an outlet (its name or host)."""
    return Q(outlet__iexact=outlet) | Q(host=outlet.lower())


def published_by(outlet: str) -> QuerySet[ReportRow]:
    """Return the reports of an outlet (its name or host)."""
    return ReportRow.objects.filter(outlet_is(outlet))


def lines_of(rows: Iterable[ReportRow], counted: bool = True) -> list[ReportLine]:
    """Return the lines of rows, with how many claims each report has where they are counted."""
    listed, retracted = list(rows), retracted_reports()
    found = ClaimRow.objects.filter(report__in=[row.id for row in listed if counted]).values_list("report_id")
    claims = dict(found.annotate(Count("id")))
    return [line_of(row, retracted, claims.get(row.id)) for row in listed]


def line_of(row: ReportRow, retracted: frozenset[str], claims: int | None = None) -> ReportLine:
    """Return the line of a row."""
    status = "retracted" if row.id in retracted else "standing"
    words = (row.title, row.url, row.outlet, row.day or None, row.language)
    return ReportLine(row.id, *words, bool(row.opinion), status, claims or 0)
