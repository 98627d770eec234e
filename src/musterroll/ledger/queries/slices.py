"""Slices of long answers: sorted by a key and then by id, the greatest or the least first, as one index has them."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from musterroll.ledger.filters import Cursor, Slice

Row = TypeVar("Row")  # of a table, or what a query gives by values_list(named=True), the key among its columns
Made = TypeVar("Made")


def slice_of(
    found: "QuerySet[Any, Row]",
    key: str,
    after: Cursor | tuple[str, str] | None,
    limit: int,
    made: Callable[[list[Row]], Iterable[Made]],
    number: str = "pk",
    rising: bool = False,
) -> Slice[Made]:
    """Return at most `limit` rows behind the cursor, the greatest key first (the least where `rising`), and the cursor
    of the last.
    """
    if after is not None:
        found = found.filter(behind(key, number, *after, rising))
    sign = "" if rising else "-"
    rows = list(found.order_by(f"{sign}{key}", f"{sign}{number}")[: limit + 1])
    more, rows = len(rows) > limit, rows[:limit]
    last = Cursor(str(value_of(rows[-1], key)), str(value_of(rows[-1], "pk"))) if more and rows else None
    return Slice(tuple(made(rows)), last)


def behind(key: str, number: str, value: str, last: str, rising: bool = False) -> Q:
    """Return the condition of rows behind a cursor."""
    way = "gt" if rising else "lt"
    beyond = Q(**{f"{key}__{way}": value}) | Q(**{f"{number}__{way}": last})
    return Q(**{f"{key}__{way}e": value}) & beyond  # the range first, so that an index is walked from the cursor on


def value_of(row: Any, path: str) -> Any:
    """Return the value of a path of fields ("linking__day") on a row; a named row has it as one field."""
    if isinstance(row, tuple):
        return getattr(row, path)
    for name in path.split("__"):
        row = getattr(row, name)
    return row


def asked(**conditions: Any) -> Q:
    """Return the conditions that are asked: those that are not None."""
    return Q(**{name: value for name, value in conditions.items() if value is not None})
