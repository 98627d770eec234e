"""What follows from what stands, into the ledger: replaced in one transaction, with a notice of each change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db import models

from musterroll.ledger.codec import encoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.models import (
    BucketRow,
    ChainRow,
    ChangeRow,
    FindingClaimRow,
    FindingRow,
    HoldingClaimRow,
    HoldingRow,
    ImprintRow,
    KinRow,
    NoticeRow,
    SaidRow,
    TouchRow,
)
from musterroll.ledger.noticing import notice_of
from musterroll.ledger.rows import Cell, countable, in_lots, insert_rows, storable
from musterroll.ledger.scope import Derived, Scope
from musterroll.ledger.state import new_edition, one_step
from musterroll.records import Chain, Finding, Holding, Imprint, Judgement, Kinship, Notice

FINDING_COLUMNS = (
    "id", "type", "force", "force_name", "side", "place", "place_name", "measure", "period", "low", "high",
    "grade", "first", "last", "reports", "copies", "origins", "size", "heat", "record",
)  # fmt: skip


@dataclass(frozen=True)
class Changes:
    """The records (JSON text, by id) that were there and are to be, where they differ."""

    before: Mapping[str, str]
    after: Mapping[str, str]

    def notices(self, cause: Judgement, kind: str) -> Iterator[Notice]:
        """Yield a notice of each change, by id."""
        for subject in sorted({*self.before, *self.after}):
            yield notice_of(cause.id, kind, subject, self.before.get(subject), self.after.get(subject))


@at_edge
def put_derived(derived: Derived, scope: Scope | None = None, cause: Judgement | None = None) -> tuple[Notice, ...]:
    """Replace what is derived, all of it or what is in scope, in one transaction; it is not stale any more.

    Rows in scope that are not among the derived go; the others stay. With a cause, return and keep a notice of each
    finding and holding that changed, before → after.
    """
    with one_step():
        put_chains(derived.chains, scope.chains if scope else None)
        put_kin(derived.kin, scope.reports if scope else None)
        put_imprints(derived.imprints, scope.reports if scope else None)
        put_reach(derived, scope.claims if scope else None)
        findings = put_findings(derived.findings, scope.findings if scope else None)
        holdings = put_holdings(derived.holdings, scope.holdings if scope else None)
        changed = [*findings.notices(cause, "finding"), *holdings.notices(cause, "holding")] if cause else []
        put_notices(changed)
        ChangeRow.objects.all().delete()
        new_edition()
    return tuple(changed)


def changes(model: type[models.Model], new: Mapping[str, str], scope: frozenset[str] | None) -> Changes:
    """Return what differs between a table, in scope, and the new records."""
    old = dict(records_of(model, None if scope is None else scope | new.keys()))
    before = {number: record for number, record in old.items() if new.get(number) != record}
    after = {number: record for number, record in new.items() if old.get(number) != record}
    return Changes(before, after)


def records_of(model: type[models.Model], ids: Iterable[str] | None) -> Iterator[tuple[str, str]]:
    """Yield (id, record) of a table, all or some."""
    table = model._default_manager
    if ids is None:
        yield from table.values_list("pk", "record").iterator()
        return
    for lot in in_lots(sorted(ids)):
        yield from table.filter(pk__in=lot).values_list("pk", "record")


def remove(model: type[models.Model], field: str, ids: Iterable[str]) -> None:
    """Delete the rows whose field is one of the ids."""
    for lot in in_lots(ids):
        model._default_manager.filter(**{f"{field}__in": lot}).delete()


def put_chains(chains: Iterable[Chain], scope: frozenset[str] | None) -> None:
    """Replace chains, all or those of the claims in scope."""
    new = {chain.claim: chain for chain in chains}
    changed = changes(ChainRow, {claim: encoded(chain) for claim, chain in new.items()}, scope)
    remove(ChainRow, "pk", changed.before)
    rows = ((claim, storable(new[claim].origin), record) for claim, record in changed.after.items())
    insert_rows(ChainRow, ("claim_id", "origin", "record"), rows)


def put_kin(kin: Iterable[Kinship], scope: frozenset[str] | None) -> None:
    """Replace kinship, all or that of the reports in scope (whichever of the two they are)."""
    if scope is None:
        KinRow.objects.all().delete()
    else:
        remove(KinRow, "report", scope)
        remove(KinRow, "earlier", scope)
    rows = ((one.later, one.earlier, one.kind, one.score, encoded(one)) for one in kin)
    insert_rows(KinRow, ("report_id", "earlier_id", "kind", "score", "record"), rows)


def put_imprints(imprints: Iterable[Imprint], scope: frozenset[str] | None) -> None:
    """Replace imprints, all or those of the reports in scope."""
    if scope is None:
        ImprintRow.objects.all().delete()
    else:
        remove(ImprintRow, "pk", scope)
    insert_rows(ImprintRow, ("report_id", "record"), ((one.report, encoded(one)) for one in imprints))


def put_reach(derived: Derived, scope: frozenset[str] | None) -> None:
    """Replace the buckets, the touches and the words of claims, all or those of the claims in scope."""
    for model in (BucketRow, TouchRow, SaidRow):
        if scope is None:
            model._default_manager.all().delete()
        else:
            remove(model, "claim", scope)
    insert_rows(BucketRow, ("claim_id", "bucket"), derived.buckets.items())
    touches = ((claim, one) for claim, touched in derived.touches.items() for one in sorted(touched))
    insert_rows(TouchRow, ("claim_id", "commitment"), touches)
    said = ((claim, words) for claim, named in derived.said.items() for words in sorted(named))
    insert_rows(SaidRow, ("claim_id", "said"), said)


def put_findings(findings: Iterable[Finding], scope: frozenset[str] | None) -> Changes:
    """Replace findings, all or those in scope, and say what changed."""
    new = {finding.id: finding for finding in findings}
    changed = changes(FindingRow, {number: encoded(finding) for number, finding in new.items()}, scope)
    remove(FindingClaimRow, "finding", changed.before)
    remove(FindingRow, "pk", changed.before)
    put = [new[number] for number in changed.after]
    rows = (finding_row(finding, changed.after[finding.id]) for finding in put)
    insert_rows(FindingRow, FINDING_COLUMNS, rows)
    insert_rows(FindingClaimRow, ("finding_id", "claim_id", "role"), (row for one in put for row in role_rows(one)))
    return changed


def finding_row(finding: Finding, record: str) -> tuple[Cell, ...]:
    """Return the row of a finding."""
    matter, force, place = finding.matter, finding.force, finding.place
    return (
        finding.id,
        matter.type,
        matter.force or "",
        storable(force.name) if force else "",
        matter.side or "",
        place.id if place else matter.place or "",
        storable(place.name) if place else "",
        matter.measure,
        matter.period,
        countable(finding.min),
        countable(finding.max),
        finding.grade,
        finding.first or "",
        finding.last or "",
        len(finding.reports),
        len(finding.copies),
        sum(1 for origin in finding.origins if origin.name),
        *weight(finding),
        record,
    )


def weight(finding: Finding) -> tuple[int, int]:
    """Return what findings are ordered by beside their days: size and heat."""
    size = countable(finding.max if finding.max is not None else finding.min)
    against = len(finding.denials) + sum(len(one.against) for one in finding.contradictions if not one.resolved)
    return -1 if size is None else size, 1000 * min(against, 1_000_000) + min(len(finding.reports), 999)


def role_rows(finding: Finding) -> Iterator[tuple[Cell, ...]]:
    """Yield which claim stands in which role of a finding."""
    roles = {"claim": finding.claims, "denial": finding.denials, "min": finding.min_claims, "max": finding.max_claims}
    return ((finding.id, claim, role) for role, claims in roles.items() for claim in claims)


def put_holdings(holdings: Iterable[Holding], scope: frozenset[str] | None) -> Changes:
    """Replace holdings, all or those in scope, and say what changed."""
    new = {holding.id: holding for holding in holdings}
    changed = changes(HoldingRow, {number: encoded(holding) for number, holding in new.items()}, scope)
    remove(HoldingClaimRow, "holding", changed.before)
    remove(HoldingRow, "pk", changed.before)
    insert_rows(HoldingRow, ("id", "record"), changed.after.items())
    held = ((one, evidence) for one in changed.after for evidence in new[one].evidence)
    rows = ((holding, evidence.claim, evidence.stance) for holding, evidence in held)
    insert_rows(HoldingClaimRow, ("holding_id", "claim_id", "stance"), rows)
    return changed


def put_notices(notices: Iterable[Notice]) -> None:
    """Append notices."""
    rows = ((one.id, one.cause, one.subject_kind, one.subject, encoded(one)) for one in notices)
    insert_rows(NoticeRow, ("id", "cause", "subject_kind", "subject", "record"), rows)
