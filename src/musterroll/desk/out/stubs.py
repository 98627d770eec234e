"""Corrections and opinions, out of the ledger."""

from collections.abc import Iterator
from typing import Any

from musterroll import ledger
from musterroll.ledger import Cursor, Slice
from musterroll.records import NotInLedger


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
