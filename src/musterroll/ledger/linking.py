"""Linkings: what `link` said of each claim, and the claim as it stands in columns that can be asked for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from musterroll.ledger.codec import decoded, encoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.models import ClaimRow, JudgementRow, LinkingRow, LinkRow, SentenceRow
from musterroll.ledger.names import look_up_in
from musterroll.ledger.overlay import is_rejected, mended, mends_of, stand
from musterroll.ledger.rows import Cell, countable, in_lots, insert_rows, storable
from musterroll.ledger.state import mark_stale, once_an_edition, one_step, packs
from musterroll.records import Claim, DayInterval, Judgement, Link, LinkedClaim

LINKING_COLUMNS = (
    "claim_id", "type", "polarity", "modality", "low", "high", "first_day", "last_day", "day", "rejected", "record",
    "sentence_id",
)  # fmt: skip
LINK_COLUMNS = ("claim_id", "place", "role", "kind", "verdict", "target", "name", "type")


@dataclass(frozen=True)
class Linkage:
    """What linking adds to a claim: a LinkedClaim without the claim, which is kept as evidence."""

    links: tuple[Link, ...]
    days: DayInterval | None
    geo_precision: int
    time_precision: int
    measure: str | None = None


def linkage_of(linked: LinkedClaim) -> Linkage:
    """Return what linking added."""
    return Linkage(linked.links, linked.days, linked.geo_precision, linked.time_precision, linked.measure)


def linked_from(claim: str, linkage: str | None) -> LinkedClaim:
    """Put a claim and its linkage together again, both as JSON text."""
    read = decoded(Claim, claim)
    if linkage is None:
        return LinkedClaim(read, (), read.time, 3, 3)
    link = decoded(Linkage, linkage)
    return LinkedClaim(read, link.links, link.days, link.geo_precision, link.time_precision, link.measure)


@at_edge
def relink(linked: Iterable[LinkedClaim]) -> None:
    """Replace the linkings of these claims (as the packs in force have them, before any judgement)."""
    with one_step():
        listed = list(linked)
        remove_linkings(claim.id for claim in listed)
        put_linkings(listed)
        mark_stale()


def remove_linkings(claims: Iterable[str]) -> None:
    """Remove the linkings of claims (ids)."""
    for lot in in_lots(claims):
        LinkRow.objects.filter(claim__in=lot).delete()
        LinkingRow.objects.filter(claim__in=lot).delete()


def put_linkings(linked: Sequence[LinkedClaim]) -> None:
    """Insert linkings, their columns as the claims stand after what was judged of them."""
    held = held_of_claims(claim.id for claim in linked)
    look_up = look_up_in(packs())
    stands = [mended(claim, mends_of(held.get(claim.id, ())), look_up) for claim in linked]
    sentences = sentences_of(linked)
    rows = (
        (*linking_row(claim, stood, is_rejected(held.get(claim.id, ()))), sentences.get(place_of(claim)))
        for claim, stood in zip(linked, stands, strict=True)
    )
    insert_rows(LinkingRow, LINKING_COLUMNS, rows)
    insert_rows(LinkRow, LINK_COLUMNS, (row for stood in stands for row in link_rows(stood)))


def sentences_of(linked: Iterable[LinkedClaim]) -> dict[tuple[str, int], int]:
    """Return the rows of the sentences of the reports that claims were read from, by report and place."""
    found = SentenceRow.objects.values_list("report_id", "place", "pk")
    lots = in_lots(sorted({claim.claim.report for claim in linked}))
    return {(report, place): row for lot in lots for report, place, row in found.filter(report__in=lot)}


def place_of(linked: LinkedClaim) -> tuple[str, int]:
    """Return where a claim stands: its report, and the number of its sentence."""
    return linked.claim.report, linked.claim.sentence


def held_of_claims(claims: Iterable[str]) -> dict[str, tuple[Judgement, ...]]:
    """Return the judgements that hold of claims (ids)."""
    records: list[str] = []
    for lot in in_lots(judged_claims().intersection(claims)):
        found = JudgementRow.objects.filter(subject_kind="claim", subject__in=lot).order_by("row")
        records.extend(found.values_list("record", flat=True))
    held = stand(decoded(Judgement, record) for record in records)
    return {subject: acts for (_, subject), acts in held.items()}


@once_an_edition
def judged_claims() -> frozenset[str]:
    """Return the ids of the claims that were ever judged."""
    return frozenset(JudgementRow.objects.filter(subject_kind="claim").values_list("subject", flat=True))


def linking_row(linked: LinkedClaim, stood: LinkedClaim, rejected: bool) -> tuple[Cell, ...]:
    """Return the row of a linking: the record as it was linked, the columns as the claim stands."""
    claim, days = stood.claim, stood.days or DayInterval(None, None)
    low, high = map(countable, (claim.strength.min, claim.strength.max) if claim.strength else (None, None))
    first, last = days.first or "", days.last or ""
    words = (claim.type, claim.polarity, claim.modality)
    return (linked.id, *words, low, high, first, last, last or first, rejected, encoded(linkage_of(linked)))


def link_rows(stood: LinkedClaim) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a claim's links."""
    for place, link in enumerate(stood.links):
        target, name = (link.id or "", link.name or link.words) if link.verdict == "linked" else ("", link.words)
        yield stood.id, place, link.role, link.kind, link.verdict, target, storable(name), stood.claim.type


def refresh(claim: str) -> None:
    """Bring the columns of one claim up to what was judged of it."""
    row = ClaimRow.objects.select_related("linking").get(id=claim)
    linked = linked_from(row.record, row.linking.record)
    remove_linkings([claim])
    put_linkings([linked])
