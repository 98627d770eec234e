"""Rows into tables, many at a time, by the database's own statement and without an object a row."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from django.db import connection, models

Item = TypeVar("Item")
LOT = 500
GREATEST = 2**63 - 1
Cell = str | int | float | bool | None


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Insert rows with these columns (database names); rows whose key is there already are left as they are."""
    listed = [tuple(row) for row in rows]
    head = f'INSERT INTO "{model._meta.db_table}" ({", ".join(map(quoted, columns))}) VALUES '
    marks = f"({', '.join(['%s'] * len(columns))})"
    with connection.cursor() as cursor:
        if listed and connection.vendor == "sqlite":
            cursor.executemany(f"{head}{marks} ON CONFLICT DO NOTHING", listed)
            return
        for lot in lots_of(listed, LOT):  # a server takes many rows in one statement faster than one in each of many
            statement = f"{head}{', '.join([marks] * len(lot))} ON CONFLICT DO NOTHING"
            cursor.execute(statement, [cell for row in lot for cell in row])


def quoted(name: str) -> str:
    """Return the name of a column as SQL has it."""
    return connection.ops.quote_name(name)


def countable(number: int | None) -> int | None:
    """Return a number as a column can hold it: one beyond 64 bits is the greatest there is. The record keeps it."""
    return None if number is None else max(-GREATEST, min(number, GREATEST))


def in_lots(ids: Iterable[str]) -> Iterator[list[str]]:
    """Yield ids in lots that a statement can hold."""
    return lots_of(list(ids), LOT)


def lots_of(row: list[Item], size: int) -> Iterator[list[Item]]:
    """Yield a row cut into lots."""
    return (row[start : start + size] for start in range(0, len(row), size))


def storable(words: str | None) -> str:
    """Return words as every database takes them, as long as they were; the record keeps NUL and half characters."""
    return (words or "").replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
