"""Claims as they stand."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, ClaimFilter, ClaimLine, Cursor, ReportLine, Slice
from musterroll.ledger.judging import merges_now
from musterroll.ledger.linking import held_of_claims, linked_from
from musterroll.ledger.models import ClaimRow, FindingClaimRow, LinkRow, SaidRow
from musterroll.ledger.models.links import KINDS
from musterroll.ledger.names import look_up_in
from musterroll.ledger.now import fallen, retracted_reports, retractions
from musterroll.ledger.overlay import mended, mends_of, merged
from musterroll.ledger.queries.few import among
from musterroll.ledger.queries.reports import published_by
from musterroll.ledger.queries.slices import asked, slice_of
from musterroll.ledger.queries.words import claims_telling
from musterroll.ledger.rows import in_lots
from musterroll.ledger.state import once_an_edition, packs
from musterroll.records import SAID, LinkedClaim, NotInLedger

COLUMNS = (
    "pk", "report", "record", "linking__record", "linking__rejected", "report__title", "report__url", "report__outlet",
    "report__day", "report__language", "report__opinion", "linking__sentence__words", "linking__sentence__start",
)  # fmt: skip


@at_edge
def claim(number: str) -> LinkedClaim:
    """Return a claim by its id as it stands: mended, its actors merged; rejected or not. Raises NotInLedger."""
    read = list(ClaimRow.objects.filter(id=number).values_list("record", "linking__record"))
    if not read:
        raise NotInLedger(f"no claim {number} in the ledger")
    return stood(linked_from(*one) for one in read)[0]


@at_edge
def claim_read(number: str) -> LinkedClaim:
    """Return a claim by its id as it was read and linked, before any judgement; raises NotInLedger."""
    row = ClaimRow.objects.filter(id=number).select_related("linking").first()
    if row is None:
        raise NotInLedger(f"no claim {number} in the ledger")
    return linked_from(row.record, row.linking.record)


def stood(read: Iterable[LinkedClaim]) -> list[LinkedClaim]:
    """Return claims as they stand: as they were read, with what was judged of them."""
    listed = list(read)
    held, merges = held_of_claims(one.id for one in listed), merges_now()
    if not held and not merges:
        return listed
    look_up = look_up_in(packs())
    return [merged(mended(one, mends_of(held.get(one.id, ())), look_up), merges, look_up) for one in listed]


@at_edge
def claims(
    what: ClaimFilter | None = None, after: Cursor | tuple[str, str] | None = None, limit: int = LIMIT
) -> Slice[ClaimLine]:
    """Return claims as they stand, the latest days first; `after` is the cursor of the slice before."""
    keys = found_by(what or ClaimFilter()).values_list("pk", "linking__day", named=True)  # what is sorted is small
    return slice_of(keys, "linking__day", after, limit, lines_of_keys, "linking__claim")


def lines_of_keys(keys: Iterable[Any]) -> tuple[ClaimLine, ...]:
    """Return the lines of claims by their keys."""
    return claim_lines(key.pk for key in keys)


@at_edge
def claim_lines(numbers: Iterable[str]) -> tuple[ClaimLine, ...]:
    """Return the lines of claims (ids), in their order, whatever their status; ids that are not there are left out."""
    asked_for = list(dict.fromkeys(numbers))
    table = ClaimRow.objects.values_list(*COLUMNS, named=True)
    lines = {line.id: line for line in lines_of(row for lot in in_lots(asked_for) for row in table.filter(pk__in=lot))}
    return tuple(lines[number] for number in asked_for if number in lines)


def found_by(what: ClaimFilter) -> QuerySet[ClaimRow]:
    """Return the claims that a filter asks for."""
    found = ClaimRow.objects.filter(
        asked(report=what.report, linking__type=what.type, linking__polarity=what.polarity),
        asked(linking__modality=what.modality, report__day__gte=what.since, report__day__lte=what.until),
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
    if not LinkRow.objects.filter(kind__in=KINDS, target__in=ids).exists():
        ids = ids_named(ids[0])
    found = LinkRow.objects.filter(kind__in=KINDS, target__in=ids)
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


def lines_of(rows: Iterable[Any]) -> list[ClaimLine]:
    """Return the lines of rows of COLUMNS."""
    listed, retracted = list(rows), retracted_reports()
    stands = stood(linked_from(row.record, row.linking__record) for row in listed)
    return [line_of(row, one, retracted) for row, one in zip(listed, stands, strict=True)]


def line_of(row: Any, stands: LinkedClaim, retracted: frozenset[str]) -> ClaimLine:
    """Return the line of a row of COLUMNS."""
    gone = row.report in retracted
    about = (row.report__title, row.report__url, row.report__outlet, row.report__day or None, row.report__language)
    report = ReportLine(row.report, *about, bool(row.report__opinion), "retracted" if gone else "standing")
    status = "retracted" if gone else "rejected" if row.linking__rejected else "standing"
    words, start = row.linking__sentence__words or "", row.linking__sentence__start or 0
    return ClaimLine(stands, words, start, report, status)


@at_edge
def claims_taken_back(force: str, limit: int = LIMIT) -> tuple[ClaimLine, ...]:
    """Return the claims about a force that count no more: rejected, or of a retracted report."""
    return claim_lines(taken_back().get(force, ())[:limit])


@once_an_edition
def taken_back() -> dict[str, tuple[str, ...]]:
    """Return the claims (ids) that count no more of each force."""
    linked = LinkRow.objects.filter(fallen(), role="force", kind="actor").exclude(target="")
    ids: dict[str, dict[str, None]] = {}
    for force, claim in linked.order_by("claim", "place").values_list("target", "claim_id"):
        ids.setdefault(force, {})[claim] = None
    return {force: tuple(claims) for force, claims in ids.items()}
