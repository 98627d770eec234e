"""Findings, holdings, chains and kin."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, FindingFilter, Slice
from musterroll.ledger.models import (
    ChainRow,
    FindingClaimRow,
    FindingRow,
    HoldingRow,
    KinRow,
    LinkRow,
    NoticeRow,
)
from musterroll.ledger.queries.few import among, few
from musterroll.ledger.queries.reports import published_by
from musterroll.ledger.queries.slices import asked, slice_of
from musterroll.ledger.queries.words import findings_telling
from musterroll.ledger.rows import in_lots
from musterroll.ledger.state import packs
from musterroll.records import Chain, Finding, Holding, Kinship, Notice, NotInLedger

FEW_NOTICES = 10
ORDER_KEYS = {"newest": "last", "largest": "size", "contested": "heat"}


@at_edge
def findings(
    what: FindingFilter | None = None,
    after: Cursor | tuple[str, str] | None = None,
    limit: int = LIMIT,
    order: str = "newest",
) -> Slice[Finding]:
    """Return findings; `after` is the cursor of the slice before, `order` one of ORDERS.

    "newest": those last reported first; "largest": by their upper bound; "contested": those that most claims speak
    against first. A cursor of another order is passed over.
    """
    key = ORDER_KEYS[order]
    if after is not None and key != "last" and not re.fullmatch(r"-?\d{1,18}", after[0]):
        after = None
    keys = found_by(what or FindingFilter()).values_list("pk", key, named=True)  # what is sorted is small
    return slice_of(keys, key, after, limit, findings_of_keys)


def findings_of_keys(keys: Iterable[Any]) -> list[Finding]:
    """Return findings by their keys, in that order."""
    return findings_by_id([key.pk for key in keys])


def findings_by_id(ids: Sequence[str]) -> list[Finding]:
    """Return findings in the order of their ids; what is not there is left out."""
    table = FindingRow.objects.values_list("pk", "record")
    records = {pk: record for lot in in_lots(ids) for pk, record in table.filter(pk__in=lot)}
    return [decoded(Finding, records[pk]) for pk in ids if pk in records]


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
    return resting_on(told_by(found, what), what)


def told_by(found: QuerySet[FindingRow], what: FindingFilter) -> QuerySet[FindingRow]:
    """Keep the findings that rest on a source's word, or that an outlet told."""
    if what.source:
        found = found.filter(on_the_word(what.source))
    if what.outlet:
        found = found.filter(among(claims_published_by(what.outlet), "finding"))
    return found


def on_the_word(source: str) -> Q | Exists:
    """Return the condition of findings that rest on a source's word: an id or a name of the packs, or an origin."""
    known = packs()
    ids = {source, *(one.id for one in known.actors.values() if one.name.casefold() == source.casefold())}
    names = {source, *(known.actors[number].name for number in ids if number in known.actors)}
    linked = LinkRow.objects.filter(target__in=ids, role="source")
    told = ChainRow.objects.filter(origin__in=names)
    lots = [few(linked.values_list("claim", flat=True)), few(told.values_list("claim", flat=True))]
    if None not in lots:
        claims = {claim for lot in lots for claim in lot or ()}
        return among(FindingClaimRow.objects.filter(claim__in=claims), "finding")
    one_by_one = Q(claim__chain__origin__in=names) | Exists(linked.filter(claim=OuterRef("claim")))
    return Exists(FindingClaimRow.objects.filter(one_by_one, finding=OuterRef("pk")))


def claims_published_by(outlet: str) -> QuerySet[FindingClaimRow]:
    """Return what rests on claims that an outlet published."""
    return FindingClaimRow.objects.filter(among(published_by(outlet), "id", "claim__report", "claim__report"))


def resting_on(found: QuerySet[FindingRow], what: FindingFilter) -> QuerySet[FindingRow]:
    """Keep the findings that rest on a claim, a report or words."""
    if what.claim:
        found = found.filter(among(FindingClaimRow.objects.filter(claim=what.claim), "finding"))
    if what.report:
        found = found.filter(among(FindingClaimRow.objects.filter(claim__report=what.report), "finding"))
    return found if what.words is None else found.filter(findings_telling(what.words))


def named(field: str, value: str) -> Q:
    """Return the condition that a force or a place has an id; where no finding has that id, that it has the name."""
    known = Q(**{field: value})
    if ":" in value or value in packs().actors or FindingRow.objects.filter(known).exists():
        return known
    return Q(**{f"{field}_name__iexact": value})


@at_edge
def findings_of(matters: Iterable[str], limit: int | None = None) -> tuple[Finding, ...]:
    """Return the findings of matters (ids), at most so many, those last reported first; others are left out."""
    there = FindingRow.objects.values_list("last", "pk")
    known = [key for lot in in_lots(sorted(set(matters))) for key in there.filter(pk__in=lot)]
    latest = sorted(sorted(known, key=itemgetter(1)), key=itemgetter(0), reverse=True)
    return tuple(findings_by_id([pk for _, pk in latest[:limit]]))


@at_edge
def finding(number: str) -> Finding:
    """Return a finding by its id. One that a judgement took away is given as it was, with the grade "retracted".

    Raises NotInLedger where there never was one.
    """
    row = FindingRow.objects.filter(id=number).first()
    return decoded(Finding, row.record) if row else gone(number)


def gone(number: str) -> Finding:
    """Return a finding that was there before a judgement."""
    rows = NoticeRow.objects.filter(subject_kind="finding", subject=number).order_by("-row")
    notices = (decoded(Notice, record) for record in rows.values_list("record", flat=True).iterator(FEW_NOTICES))
    for notice in notices:
        if notice.before and notice.had is None:  # only what keeps it whole can give it back
            why = f"all that it rested on was taken back by judgement {notice.cause}; this is what it said before"
            return replace(decoded(Finding, notice.before), grade="retracted", why=(why,))
    raise NotInLedger(f"no finding {number} in the ledger")


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
