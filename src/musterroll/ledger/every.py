"""Long answers, slice after slice."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from musterroll.ledger.filters import Cursor, Slice

Row = TypeVar("Row")
Asked = TypeVar("Asked")
AT_A_TIME = 500


def every(query: Callable[..., Slice[Row]], what: Asked) -> Iterator[Row]:
    """Yield every row that a query (`findings`, `claims`, `reports`) has for its filter, in its order."""
    after: Cursor | None = None
    while True:
        found = query(what, after=after, limit=AT_A_TIME)
        yield from found
        after = found.after
        if after is None:
            return
