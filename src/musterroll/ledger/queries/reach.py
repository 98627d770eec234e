"""How far a change reaches: lineage, buckets and touches, as they were when things were last derived."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.judging import merges_now
from musterroll.ledger.models import BucketRow, ClaimRow, ImprintRow, KinRow, LinkRow, TouchRow
from musterroll.ledger.models.links import KINDS
from musterroll.ledger.rows import in_lots
from musterroll.records import Imprint, Kinship, Lineage


@at_edge
def lineage() -> Lineage:
    """Return the imprints and kinships of all reports that were traced."""
    imprints = (decoded(Imprint, record) for record in ImprintRow.objects.values_list("record", flat=True))
    kin = (decoded(Kinship, record) for record in KinRow.objects.values_list("record", flat=True))
    return Lineage({imprint.report: imprint for imprint in imprints}, frozenset(kin))


@at_edge
def buckets_of(claims: Iterable[str]) -> dict[str, str]:
    """Return the bucket of each of these claims that was weighed."""
    return dict(found(BucketRow, "claim", claims, "claim_id", "bucket"))


@at_edge
def claims_in(buckets: Iterable[str]) -> frozenset[str]:
    """Return the claims of buckets."""
    return frozenset(claim for (claim,) in found(BucketRow, "bucket", buckets, "claim_id"))


@at_edge
def touched_by(claims: Iterable[str]) -> frozenset[str]:
    """Return the commitments that any of these claims may bear on."""
    return frozenset(commitment for (commitment,) in found(TouchRow, "claim", claims, "commitment"))


@at_edge
def claims_touching(commitments: Iterable[str]) -> frozenset[str]:
    """Return the claims that may bear on any of these commitments."""
    return frozenset(claim for (claim,) in found(TouchRow, "commitment", commitments, "claim_id"))


@at_edge
def claims_of(reports: Iterable[str]) -> frozenset[str]:
    """Return the claims of reports, whatever their status."""
    return frozenset(claim for (claim,) in found(ClaimRow, "report", reports, "id"))


@at_edge
def reports_of(claims: Iterable[str]) -> frozenset[str]:
    """Return the reports of claims."""
    return frozenset(report for (report,) in found(ClaimRow, "id", claims, "report_id"))


@at_edge
def claims_naming(actors: Iterable[str]) -> frozenset[str]:
    """Return the claims with a link to any of these actors, or to one that is merged into one of them."""
    wanted = set(actors)
    wanted |= {actor for actor, into in merges_now().items() if into in wanted}
    rows = LinkRow.objects.filter(kind__in=KINDS, target__in=sorted(wanted))
    return frozenset(rows.values_list("claim_id", flat=True)) if wanted else frozenset()


def found(model: type[models.Model], field: str, ids: Iterable[str], *columns: str) -> list[tuple[Any, ...]]:
    """Return columns of the rows whose field is one of the ids."""
    lots = in_lots(sorted(set(ids)))
    return [row for lot in lots for row in model._default_manager.filter(**{f"{field}__in": lot}).values_list(*columns)]
