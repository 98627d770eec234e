"""Claims as they stand."""

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, ClaimFilter, ClaimLine, Cursor, Slice
from musterroll.ledger.judging import merges_now
from musterroll.ledger.linking import held_of_claims, linked_from
from musterroll.ledger.models import ClaimRow, FindingClaimRow, LinkRow, SaidRow, SentenceRow, StandingRow
from musterroll.ledger.names import look_up_in
from musterroll.ledger.now import retracted_reports, retractions
from musterroll.ledger.overlay import mended, mends_of, merged
from musterroll.ledger.queries.few import among
from musterroll.ledger.queries.reports import line_of, published_by
from musterroll.ledger.queries.slices import asked, slice_of
from musterroll.ledger.queries.words import claims_telling
from musterroll.ledger.rows import in_lots
from musterroll.ledger.state import packs
from musterroll.records import SAID, LinkedClaim, NotInLedger


@at_edge
def claim(number: str) -> LinkedClaim:
    """Return a claim by its id as it stands: mended, its actors merged; rejected or not. Raises NotInLedger."""
    rows = list(ClaimRow.objects.filter(id=number).select_related("linking"))
    if not rows:
        raise NotInLedger(f"no claim {number} in the ledger")
    return stood(rows)[0]


@at_edge
def claim_read(number: str) -> LinkedClaim:
    """Return a claim by its id as it was read and linked, before any judgement; raises NotInLedger."""
    row = ClaimRow.objects.filter(id=number).select_related("linking").first()
    if row is None:
        raise NotInLedger(f"no claim {number} in the ledger")
    return linked_from(row.record, row.linking.record)


def stood(rows: Sequence[ClaimRow]) -> list[LinkedClaim]:
    """Return the claims of rows as they stand."""
    held, merges, look_up = held_of_claims(row.id for row in rows), merges_now(), look_up_in(packs())
    read = (linked_from(row.record, row.linking.record) for row in rows)
    return [merged(mended(one, mends_of(held.get(one.id, ())), look_up), merges, look_up) for one in read]


@at_edge
def claims(
    what: ClaimFilter | None = None, after: Cursor | tuple[str, str] | None = None, limit: int = LIMIT
) -> Slice[ClaimLine]:
    """Return claims as they stand, the latest days first; `after` is the cursor of the slice before."""
    return slice_of(found_by(what or ClaimFilter()), "linking__day", after, limit, lines_of, "linking__claim")


@at_edge
def claim_lines(numbers: Iterable[str]) -> tuple[ClaimLine, ...]:
    """Return the lines of claims (ids), in their order, whatever their status; ids that are not there are left out."""
    asked_for = list(dict.fromkeys(numbers))
    table = ClaimRow.objects.select_related("linking", "report").defer("report__record")
    rows = [row for lot in in_lots(asked_for) for row in table.filter(id__in=lot)]
    lines = {line.id: line for line in lines_of(rows)}
    return tuple(lines[number] for number in asked_for if number in lines)


def found_by(what: ClaimFilter) -> QuerySet[ClaimRow]:
    """Return the claims that a filter asks for."""
    found = (
        ClaimRow.objects.select_related("linking", "report")
        .defer("report__record")
        .filter(
            asked(report=what.report, linking__type=what.type, linking__polarity=what.polarity),
            asked(linking__modality=what.modality, report__day__gte=what.since, report__day__lte=what.until),
        )
    )
    found = found.filter(report__day__gt="") if what.until else found
    for role in ("actor", "force", "place", "source"):
        value = getattr(what, role)
        found = found.filter(naming(value, None if role == "actor" else role)) if value else found
    return in_status(told_in(found, what), what.status)


def naming(value: str, role: str | None) -> Q:
    """Return the condition of claims with a link, in a role or any, or (of a force) with words, for an id or a name."""
    ids = [value, *(actor for actor, into in merges_now().items() if into == value)]
    linked, words = Q(among(links_to(ids, role), "claim")), [one for one in ids if one.startswith(SAID)]
    if not words or role not in (None, "force"):
        return linked
    return linked | Q(among(SaidRow.objects.filter(said__in=words), "claim"))


def links_to(ids: list[str], role: str | None) -> QuerySet[LinkRow]:
    """Return the links, in a role or any, that lead to one of some ids; the first may be a name instead."""
    if not LinkRow.objects.filter(target__in=ids).exists():
        ids = ids_named(ids[0])
    found = LinkRow.objects.filter(target__in=ids)
    return found.filter(role=role) if role else found


def ids_named(name: str) -> list[str]:
    """Return the ids that a name (large or small letters) leads to."""
    found = LinkRow.objects.filter(name__iexact=name, verdict="linked").exclude(target="")
    return list(found.order_by().values_list("target", flat=True).distinct())


def told_in(found: QuerySet[ClaimRow], what: ClaimFilter) -> QuerySet[ClaimRow]:
    """Keep the claims that a finding rests on, or whose sentence has words."""
    if what.finding:
        found = found.filter(among(FindingClaimRow.objects.filter(finding=what.finding), "claim"))
    if what.outlet:
        found = found.filter(among(published_by(what.outlet), "id", "report", "report"))
    if what.grade:
        found = found.filter(Exists(FindingClaimRow.objects.filter(claim=OuterRef("pk"), finding__grade=what.grade)))
    if what.words is not None:
        found = found.filter(claims_telling(what.words))
    return found


def in_status(found: QuerySet[ClaimRow], status: str | None) -> QuerySet[ClaimRow]:
    """Keep the claims of a status."""
    retracted = Q(report__in=retractions())
    if status == "retracted":
        return found.filter(retracted)
    if status in ("rejected", "standing"):
        return found.filter(~retracted, linking__rejected=status == "rejected")
    return found


def lines_of(rows: Sequence[ClaimRow]) -> list[ClaimLine]:
    """Return the lines of rows."""
    retracted, words = retracted_reports(), words_of(rows)
    return [
        ClaimLine(one, *words.get((row.report_id, row.sentence), ("", 0)), line_of(row.report, retracted), status)
        for row, one in zip(rows, stood(rows), strict=True)
        for status in [status_of(row, retracted)]
    ]


def words_of(rows: Sequence[ClaimRow]) -> dict[tuple[str, int], tuple[str, int]]:
    """Return the words of the sentences that claims stand in, and where they begin, by report and place."""
    lots = in_lots(sorted({row.report_id for row in rows}))
    asked_for = ("report_id", "place", "words", "start")
    found = (SentenceRow.objects.filter(report__in=lot).values_list(*asked_for) for lot in lots)
    return {(report, place): (words, start) for lot in found for report, place, words, start in lot}


def status_of(row: ClaimRow, retracted: frozenset[str]) -> str:
    """Return "retracted", "rejected" or "standing"."""
    return "retracted" if row.report_id in retracted else "rejected" if row.linking.rejected else "standing"


@at_edge
def claims_taken_back(force: str, limit: int = LIMIT) -> tuple[ClaimLine, ...]:
    """Return the claims about a force that count no more: rejected, or of a retracted report."""
    rejected = StandingRow.objects.filter(subject_kind="claim", deed="reject").values_list("subject", flat=True)
    about = LinkRow.objects.filter(kind="actor", target=force, role="force")
    ids: dict[str, None] = {}
    for lot in in_lots(rejected):
        ids |= dict.fromkeys(about.filter(claim__in=lot).values_list("claim_id", flat=True))
    for lot in in_lots(sorted(retracted_reports())):
        ids |= dict.fromkeys(about.filter(claim__report__in=lot).values_list("claim_id", flat=True))
    return claim_lines(list(ids)[:limit])
