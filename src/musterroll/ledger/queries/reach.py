"""How far a change reaches: lineage, buckets and touches, as they were when things were last derived."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.judging import ways_now
from musterroll.ledger.models import BucketRow, ClaimRow, ImprintRow, KinRow, LinkRow, SaidRow, TouchRow
from musterroll.ledger.models.links import KINDS
from musterroll.ledger.rows import in_lots
from musterroll.records import Imprint, Kinship, Lineage, words_said

SHORT = 2  # letters


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
    """Return the claims with a link to any of these actors, or with words for one; or to one merged into one of them.

    What was merged into an actor, and on from there into another, goes by way of the first: it moves with it.
    """
    wanted = set(actors)
    wanted |= {way[0] for way in ways_now() if wanted & set(way)}
    linked = LinkRow.objects.filter(kind__in=KINDS, target__in=sorted(wanted)).values_list("claim_id")
    return frozenset(claim for (claim,) in (*linked, *found(SaidRow, "said", wanted, "claim_id")))


@at_edge
def said_in_claims(claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the ids ("said:…") of those whom each of these claims (ids) names by words alone, as last derived."""
    rows, named = found(SaidRow, "claim", claims, "claim_id", "said"), defaultdict[str, list[str]](list)
    for claim, words in rows:
        named[claim].append(words)
    return {claim: tuple(sorted(words)) for claim, words in named.items()}


@at_edge
def said_with(words: str) -> tuple[str, ...]:
    """Return the other ids ("said:…") that share a word with one of them: what may be another way to say it."""
    asked = words_in(words)
    known = SaidRow.objects.exclude(said=words).order_by("said").values_list("said", flat=True).distinct()
    return tuple(said for said in known.iterator() if asked & words_in(said))


def words_in(said: str) -> frozenset[str]:
    """Return the words of an id that tell it from others: no country, and nothing of two letters or fewer."""
    return frozenset(word for word in words_said(said).split() if len(word) > SHORT)


def found(model: type[models.Model], field: str, ids: Iterable[str], *columns: str) -> list[tuple[Any, ...]]:
    """Return columns of the rows whose field is one of the ids."""
    lots = in_lots(sorted(set(ids)))
    return [row for lot in lots for row in model._default_manager.filter(**{f"{field}__in": lot}).values_list(*columns)]
