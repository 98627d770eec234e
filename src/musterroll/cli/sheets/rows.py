"""Long answers of the ledger, slice after slice."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from musterroll.ledger import Cursor, Slice

Row = TypeVar("Row")
Asked = TypeVar("Asked")
AT_A_TIME = 500


def every(query: Callable[..., Slice[Row]], wanted: Asked) -> Iterator[Row]:
    """Yield every row that a query of the ledger has for a filter."""
    after: Cursor | None = None
    while True:
        found = query(wanted, after=after, limit=AT_A_TIME)
        yield from found
        after = found.after
        if after is None:
            return
