"""Who published, and on whose word: hosts with their reports, origins with their claims."""

from collections.abc import Iterable

from django.db.models import Count, Max, Min, Q

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, HostLine, OriginLine, ReportLine, Slice
from musterroll.ledger.models import ChainRow, ReportRow
from musterroll.ledger.now import retracted_reports
from musterroll.ledger.queries.reports import lines_of
from musterroll.ledger.queries.slices import slice_of


@at_edge
def hosts() -> tuple[HostLine, ...]:
    """Return every host with the name that its reports bear, the number of its standing reports and their days."""
    standing = ReportRow.objects.exclude(id__in=retracted_reports())
    rows = standing.values_list("host", "outlet").annotate(
        Count("id"), Min("day", filter=~Q(day="")), Max("day", filter=~Q(day=""))
    )
    return tuple(HostLine(host, name, told, first, last) for host, name, told, first, last in rows.order_by("host"))


@at_edge
def origins(limit: int = LIMIT) -> tuple[OriginLine, ...]:
    """Return the origins that most claims go back to, as the chains name them."""
    known = ChainRow.objects.exclude(origin="").values_list("origin").annotate(told=Count("claim"))
    return tuple(OriginLine(name, told) for name, told in known.order_by("-told", "origin")[:limit])


@at_edge
def published(
    hosts: Iterable[str], names: Iterable[str], after: Cursor | tuple[str, str] | None = None, limit: int = LIMIT
) -> Slice[ReportLine]:
    """Return the reports of an outlet, at any of its hosts or under any of its names, the newest first."""
    found = ReportRow.objects.defer("record").filter(Q(host__in=list(hosts)) | Q(outlet__in=list(names)))
    return slice_of(found.annotate(told=Count("claims")), "day", after, limit, lines_of)
