"""Corrections and opinions, out of the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from musterroll import ledger
from musterroll.ledger import Cursor, Slice
from musterroll.records import Judgement, NotInLedger


def corrections_lately(limit: int) -> tuple[Any, ...]:
    """Return the newest entries of the public log, none where the ledger keeps no log."""
    asked = getattr(ledger, "corrections", None)
    return tuple(asked(limit=limit)) if asked else ()


def opinions_lately(limit: int) -> tuple[Any, ...]:
    """Return what was published under Opinion, the newest first; none where the ledger keeps none."""
    asked = getattr(ledger, "opinions", None)
    return tuple(asked(limit=limit)) if asked else ()


def corrections_slice(fields: dict[str, Any], after: Cursor | None, limit: int) -> Slice[Any]:
    """Return a slice of the public log; `fields` are those of its filter."""
    if not hasattr(ledger, "corrections"):
        return Slice(())
    return ledger.corrections(ledger.CorrectionFilter(**fields), after, limit)


def correction_by_id(number: str) -> Any:
    """Return an entry of the public log; raises NotInLedger."""
    if not hasattr(ledger, "correction"):
        raise NotInLedger(f"no correction {number} in the ledger")
    return ledger.correction(number)


def corrections_every() -> Iterator[Any]:
    """Yield the whole public log, the newest first."""
    after: Cursor | None = None
    while True:
        found = corrections_slice({}, after, 200)
        yield from found
        after = found.after
        if after is None:
            return


@dataclass(frozen=True)
class Mended:
    """A judgement that corrected something, where the ledger keeps no log: what was wrong, what is right, and when."""

    wrong: str
    right: str
    at: str


def corrections_on(kind: str, number: str) -> tuple[Mended, ...]:
    """Return what was corrected on a thing (its kind and id): the judgements on it or behind its notices."""
    if kind in ("finding", "holding"):
        changes = ledger.last_changes([number])
        return tuple(Mended(act.why, "", act.at) for _notice, act in changes.values())
    acts = ledger.judgements(number)
    return tuple(Mended(act.why, mend_words(act), act.at) for act in acts if act.deed != "confirm")


def mend_words(act: Judgement) -> str:
    """Return what a mend set: "min: 35, max: 35"; "" for other deeds."""
    return ", ".join(f"{field}: {value or 'unknown'}" for field, value in act.what) if act.deed == "mend" else ""
