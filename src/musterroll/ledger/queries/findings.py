"""Findings, holdings, chains and kin."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, FindingFilter, Slice
from musterroll.ledger.models import ChainRow, FindingClaimRow, FindingRow, HoldingRow, KinRow, NoticeRow
from musterroll.ledger.queries.slices import asked, slice_of
from musterroll.ledger.queries.words import claims_with_words
from musterroll.ledger.rows import in_lots
from musterroll.ledger.state import packs
from musterroll.records import Chain, Finding, Holding, Kinship, Notice, NotInLedger

MANY = 2000  # ids that a statement takes


@at_edge
def findings(
    what: FindingFilter | None = None, after: Cursor | tuple[str, str] | None = None, limit: int = LIMIT
) -> Slice[Finding]:
    """Return findings, those last reported first; `after` is the cursor of the slice before."""
    return slice_of(found_by(what or FindingFilter()), "last", after, limit, decoded_findings)


def decoded_findings(rows: Iterable[FindingRow]) -> list[Finding]:
    """Return the records of rows."""
    return [decoded(Finding, row.record) for row in rows]


def found_by(what: FindingFilter) -> QuerySet[FindingRow]:
    """Return the findings that a filter asks for."""
    found = FindingRow.objects.filter(
        asked(type=what.type, measure=what.measure, grade=what.grade, side=what.side),
        asked(last__gte=what.since, first__lte=what.until),
    )
    found = found.filter(first__gt="") if what.until else found
    for field in ("force", "place"):
        value = getattr(what, field)
        found = found.filter(named(field, value)) if value else found
    return resting_on(found, what)


def resting_on(found: QuerySet[FindingRow], what: FindingFilter) -> QuerySet[FindingRow]:
    """Keep the findings that rest on a claim, a report or words."""
    rests = FindingClaimRow.objects.filter(finding=OuterRef("pk"))
    if what.claim:
        found = found.filter(Exists(rests.filter(claim=what.claim)))
    if what.report:
        told = FindingClaimRow.objects.filter(claim__report=what.report).values_list("finding", flat=True)
        found = found.filter(pk__in=list(told.distinct()[:MANY]))
    if what.words is not None:
        told = FindingClaimRow.objects.filter(claim__in=claims_with_words(what.words)).values("finding")
        found = found.filter(id__in=told)
    return found


def named(field: str, value: str) -> Q:
    """Return the condition that a force or a place has an id; where no finding has that id, that it has the name.

    Few are asked by their ids: a list that is walked in its order finds them late.
    """
    known = Q(**{field: value})
    ids = list(FindingRow.objects.filter(known).values_list("pk", flat=True)[: MANY + 1])
    if not ids and ":" not in value and value not in packs().actors:
        return Q(**{f"{field}_name__iexact": value})
    return known if len(ids) > MANY else Q(pk__in=ids)


@at_edge
def findings_of(matters: Iterable[str]) -> tuple[Finding, ...]:
    """Return the findings of matters (ids), those last reported first; ids that are not there are left out."""
    rows = [row for lot in in_lots(sorted(set(matters))) for row in FindingRow.objects.filter(pk__in=lot)]
    rows.sort(key=lambda row: row.pk)
    return tuple(decoded_findings(sorted(rows, key=lambda row: row.last, reverse=True)))


@at_edge
def finding(number: str) -> Finding:
    """Return a finding by its id. One that a judgement took away is given as it was, with the grade "retracted".

    Raises NotInLedger where there never was one.
    """
    row = FindingRow.objects.filter(id=number).first()
    return decoded(Finding, row.record) if row else gone(number)


def gone(number: str) -> Finding:
    """Return a finding that was there before a judgement."""
    row = NoticeRow.objects.filter(subject_kind="finding", subject=number).order_by("-row").first()
    notice = decoded(Notice, row.record) if row else None
    if notice is None or notice.before is None:
        raise NotInLedger(f"no finding {number} in the ledger")
    why = f"all that it rested on was taken back by judgement {notice.cause}; this is what it said before"
    return replace(decoded(Finding, notice.before), grade="retracted", why=(why,))


@at_edge
def findings_on(claims: Iterable[str]) -> frozenset[str]:
    """Return the ids of the findings that rest on any of these claims (ids)."""
    lots = in_lots(sorted(set(claims)))
    rows = (FindingClaimRow.objects.filter(claim__in=lot).values_list("finding_id", flat=True) for lot in lots)
    return frozenset(number for row in rows for number in row)


@at_edge
def holdings() -> tuple[Holding, ...]:
    """Return every holding, by id."""
    return tuple(decoded(Holding, row.record) for row in HoldingRow.objects.order_by("id"))


@at_edge
def holding(number: str) -> Holding:
    """Return the holding of a commitment (its id); raises NotInLedger."""
    row = HoldingRow.objects.filter(id=number).first()
    if row is None:
        raise NotInLedger(f"no commitment {number} in the ledger")
    return decoded(Holding, row.record)


@at_edge
def chain(claim: str) -> Chain:
    """Return the chain of a claim (its id); raises NotInLedger where it has none (now)."""
    row = ChainRow.objects.filter(claim=claim).first()
    if row is None:
        raise NotInLedger(f"no chain of a claim {claim} in the ledger")
    return decoded(Chain, row.record)


@at_edge
def chains(claims: Iterable[str]) -> tuple[Chain, ...]:
    """Return the chains of those of these claims (ids) that have one."""
    lots = in_lots(list(dict.fromkeys(claims)))
    rows = (ChainRow.objects.filter(claim__in=lot).values_list("record", flat=True) for lot in lots)
    return tuple(decoded(Chain, record) for row in rows for record in row)


@at_edge
def kin(report: str) -> tuple[Kinship, ...]:
    """Return what a report (its id) copies or retells, and what copies or retells it, the surest first."""
    found = KinRow.objects.filter(Q(report=report) | Q(earlier=report)).order_by(F("score").desc(), "report", "earlier")
    return tuple(decoded(Kinship, row.record) for row in found)
