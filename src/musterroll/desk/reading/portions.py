"""Portions of lists that are held whole: the same cursor in the address as for lists from the ledger."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Row = TypeVar("Row")
PAGE = 60


def portion(
    rows: Sequence[Row], after: str | None, name: Callable[[Row], str], size: int = PAGE
) -> tuple[Sequence[Row], str | None]:
    """Return the rows behind the one that `after` names (from the first where none is), and the cursor of the next."""
    start = next((at + 1 for at, row in enumerate(rows) if name(row) == after), 0) if after else 0
    shown = rows[start : start + size]
    more = start + size < len(rows)
    return shown, name(shown[-1]) if more and shown else None


def has_words(words: str | None, *texts: str | None) -> bool:
    """Say whether every word that is asked for stands in one of the texts."""
    held = " ".join(text.casefold() for text in texts if text)
    return all(word in held for word in (words or "").casefold().split())
