"""Who published, and on whose word: hosts with their reports, origins with their claims."""

from collections.abc import Iterable

from django.db.models import Count, Max, Min, Q

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, ClaimLine, Cursor, HostLine, OriginLine, ReportLine, Slice
from musterroll.ledger.models import ChainRow, LinkRow, ReportRow
from musterroll.ledger.now import retractions
from musterroll.ledger.queries.claims import claim_lines
from musterroll.ledger.queries.reports import lines_of
from musterroll.ledger.queries.slices import slice_of
from musterroll.ledger.rows import in_lots
from musterroll.records import Chain

SPEAKERS = ("actor", "outlet")  # the kinds of link that a source can have


@at_edge
def hosts() -> tuple[HostLine, ...]:
    """Return every host with the name that its reports bear, the number of its standing reports and their days."""
    standing = ReportRow.objects.exclude(id__in=retractions())
    dated = ~Q(day="")
    rows = standing.values_list("host", "outlet").annotate(
        told=Count("id"), begin=Min("day", filter=dated), end=Max("day", filter=dated)
    )
    return tuple(HostLine(*row) for row in rows.order_by("host", "outlet"))


@at_edge
def origins(limit: int = LIMIT) -> tuple[OriginLine, ...]:
    """Return the origins that most claims go back to, as the chains name them."""
    known = ChainRow.objects.exclude(origin="").values_list("origin").annotate(told=Count("*"))
    return tuple(OriginLine(name, told) for name, told in known.order_by("-told", "origin")[:limit])


@at_edge
def published(
    hosts: Iterable[str], names: Iterable[str], after: Cursor | tuple[str, str] | None = None, limit: int = LIMIT
) -> Slice[ReportLine]:
    """Return the reports of an outlet, at any of its hosts or under any of its names, the newest first."""
    found = ReportRow.objects.defer("record").filter(Q(host__in=list(hosts)) | Q(outlet__in=list(names)))
    return slice_of(found, "day", after, limit, lines_of)


@at_edge
def chains_in(reports: Iterable[str]) -> tuple[Chain, ...]:
    """Return the chains of all claims of these reports (ids)."""
    lots = in_lots(sorted(set(reports)))
    rows = (ChainRow.objects.filter(claim__report__in=lot).values_list("record", flat=True) for lot in lots)
    return tuple(decoded(Chain, record) for row in rows for record in row)


@at_edge
def on_the_word_of(source: str, name: str, limit: int = LIMIT) -> tuple[ClaimLine, ...]:
    """Return claims whose source is linked to an id, or whose chain goes back to a name, the last read first."""
    linked = LinkRow.objects.filter(kind__in=SPEAKERS, target=source, role="source")
    ids = [claim for _, claim in sorted(linked.values_list("id", "claim_id"), reverse=True)[:limit]]
    if len(ids) < limit:
        told = ChainRow.objects.filter(origin=name)
        ids += told.values_list("claim_id", flat=True)[: limit - len(ids)]
    return claim_lines(ids)
