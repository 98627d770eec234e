"""Lists: their state in the address, slices by cursor, and the same rows as CSV or JSON, streamed."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from musterroll.ledger import Cursor, Slice
from musterroll.pipeline.forms import safe_cell

Row = TypeVar("Row")
CHUNK = 500
LONGEST = 200  # characters of one query field; more is nobody's filter


def fields_of(request: HttpRequest, names: Sequence[str]) -> dict[str, str]:
    """Return the query fields that a list knows, cleaned; unknown ones are left out."""
    given = {name: request.GET.get(name, "").replace("\x00", "").strip()[:LONGEST] for name in names}
    return {name: value for name, value in given.items() if value}


def cursor_of(text: str | None) -> Cursor | None:
    """Return the cursor that an address names ("2021-03-27~0af3…"), None where it names none."""
    key, mark, number = (text or "").rpartition("~")
    return Cursor(key, number) if mark else None


def cursor_text(cursor: Cursor | None) -> str | None:
    """Return a cursor for an address."""
    return f"{cursor.key}~{cursor.id}" if cursor else None


def every(ask: Callable[[Cursor | None], Slice[Row]]) -> Iterator[Row]:
    """Yield every row of a long answer, slice by slice."""
    after: Cursor | None = None
    while True:
        found = ask(after)
        yield from found.rows
        after = found.after
        if after is None:
            return


def lots(rows: Iterable[Row], size: int = CHUNK) -> Iterator[list[Row]]:
    """Yield rows in lots, so that what is asked of a lot is asked once."""
    lot: list[Row] = []
    for row in rows:
        lot.append(row)
        if len(lot) == size:
            yield lot
            lot = []
    if lot:
        yield lot


def as_csv(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> StreamingHttpResponse:
    """Return rows as a CSV file; no cell is taken for a formula."""
    writer = csv.writer(Echo(), lineterminator="\r\n")
    head = [writer.writerow(columns)]
    body = (writer.writerow([safe_cell(cell) for cell in row]) for row in rows)
    return streamed(chain_lines(head, body), "text/csv; charset=utf-8", f"{name}.csv")


def as_json(name: str, rows: Iterable[Mapping[str, Any]]) -> StreamingHttpResponse:
    """Return rows as one JSON document: {"<name>": [ … ]}."""
    return streamed(json_lines(name, rows), "application/json; charset=utf-8", f"{name}.json")


class Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        """Return the text."""
        return text


def chain_lines(*parts: Iterable[str]) -> Iterator[str]:
    """Yield all lines, the head first."""
    for part in parts:
        yield from part


def json_lines(name: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a JSON document piece by piece."""
    yield f"{{{json.dumps(name)}: ["
    for at, row in enumerate(rows):
        yield (",\n" if at else "\n") + json.dumps(row, ensure_ascii=False)
    yield "\n]}\n"


def streamed(lines: Iterator[str], kind: str, name: str) -> StreamingHttpResponse:
    """Return lines as a download that is never held whole."""
    response = StreamingHttpResponse(in_chunks(lines), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def in_chunks(lines: Iterator[str]) -> Iterator[bytes]:
    """Yield lines a chunk at a time."""
    held: list[str] = []
    for line in lines:
        held.append(line)
        if len(held) >= CHUNK:
            yield "".join(held).encode("utf-8", "backslashreplace")
            held.clear()
    yield "".join(held).encode("utf-8", "backslashreplace")


def asked_form(request: HttpRequest) -> str:
    """Return "csv", "json" or "html": what the address asks for."""
    form = request.GET.get("format", "html")
    return form if form in ("csv", "json") else "html"


def not_found(request: HttpRequest, words: str) -> HttpResponse:
    """Return the page for what is not there, which offers a search."""
    from django.shortcuts import render

    return render(request, "desk/missing.html", {"words": words}, status=404)
