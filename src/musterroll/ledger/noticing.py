"""Notices: of what changed, that which is not the same before and after; of what came or went, all of it.

A finding or a holding can rest on thousands of claims of which a judgement moves one. Its notice is as long as what
moved: rows of the record hold what the other side has not, and beside them stands how many there were.
"""

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeVar

from musterroll.ledger.codec import decoded, encoded
from musterroll.records import Finding, Holding, Notice, Whole, content_id

Record = Finding | Holding
Thing = TypeVar("Thing")
KINDS: dict[str, type[Finding] | type[Holding]] = {"finding": Finding, "holding": Holding}
INNER = ("min_claims", "max_claims")  # rows of a record that are taken from its claims


class Seen(NamedTuple):
    """A finding or a holding as a notice has it: the record, or that of it which is not the same on the other side;
    a hash of the whole record, and how many it had of each."""

    record: Record
    hash: str
    counts: dict[str, int]


def notice_of(cause: str, kind: str, subject: str, before: str | None, after: str | None) -> Notice:
    """Return the notice of a change from one record to another (JSON text, None where there was none)."""
    if before is None or after is None:
        return Notice(cause, kind, subject, before, after)
    was, now = decoded(KINDS[kind], before), decoded(KINDS[kind], after)
    had, has = apart(was, now), apart(now, was)
    return Notice(cause, kind, subject, encoded(had), encoded(has), had=whole_of(was, before), has=whole_of(now, after))


def noticed(notice: Notice) -> tuple[Seen | None, Seen | None]:
    """Return what a notice is about as it was and as it is, None where it was not; also of notices that keep it whole,
    as earlier versions wrote them."""
    return seen(notice, notice.before, notice.had), seen(notice, notice.after, notice.has)


def seen(notice: Notice, text: str | None, whole: Whole | None) -> Seen | None:
    """Return one side of a notice."""
    if text is None:
        return None
    record: Record = decoded(KINDS[notice.subject_kind], text)
    known = whole or whole_of(record, text)
    return Seen(record, known.hash, dict(known.counts))


def whole_of(record: Record, text: str) -> Whole:
    """Return what is kept of a record (and its JSON text) beside a part of it."""
    return Whole(content_id([text]), tuple(counts_of(record).items()))


def counts_of(record: Record) -> dict[str, int]:
    """Return how many a record has of each thing that pages count."""
    if isinstance(record, Holding):
        stances = Counter(evidence.stance for evidence in record.evidence)
        more = {"rotations": len(record.rotations), "reservations": len(record.reservations)}
        return {"for": stances["for"], "against": stances["against"], **more}
    return {
        "claims": len(record.claims),
        "denials": len(record.denials),
        "reports": len(record.reports),
        "copies": len(record.copies),
        "origins": len(record.origins),
        "known_origins": sum(1 for origin in record.origins if origin.name),
        "contradictions": len(record.contradictions),
    }


def claims_of(record: Record) -> set[str]:
    """Return the claims that a record rests on."""
    if isinstance(record, Holding):
        return {evidence.claim for evidence in record.evidence}
    return {*record.claims, *record.denials}


def apart(one: Record, other: Record) -> Record:
    """Return a record with those alone in its rows that the other has not; rows within rows name what came or went."""
    moved = claims_of(one) ^ claims_of(other)
    rows = {name: left(getattr(one, name), getattr(other, name)) for name in rows_of(one)}
    inner = {name: tuple(claim for claim in rows[name] if claim in moved) for name in INNER if name in rows}
    kept: dict[str, Any] = {name: tuple(within(item, moved) for item in row) for name, row in (rows | inner).items()}
    return replace(one, **kept)


def left(row: tuple[Thing, ...], other: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Return the things of a row that another has not, in their order."""
    known, kept = Counter(other), []
    for item in row:
        if known[item]:
            known[item] -= 1
        else:
            kept.append(item)
    return tuple(kept)


def within(item: Thing, moved: set[str]) -> Thing:
    """Return a thing of a row with those alone in its own rows that came or went."""
    if not is_dataclass(item):
        return item
    rows: dict[str, Any] = {name: tuple(id_ for id_ in getattr(item, name) if id_ in moved) for name in rows_of(item)}
    return replace(item, **rows) if rows else item  # type: ignore[type-var]


def rows_of(record: Any) -> list[str]:
    """Return the names of a record's fields that hold rows of things."""
    return [field.name for field in fields(record) if isinstance(getattr(record, field.name), tuple)]
