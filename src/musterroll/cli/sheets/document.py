"""How the commands on a ledger write: lines for people, one JSON document, or CSV."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from rich.console import Console, RenderableType

from musterroll.pipeline.forms import safe_cell

FORMATS = ("table", "json", "csv")
WIDTH = 140


@dataclass(frozen=True)
class Document:
    """What a command has to say, in its three forms; only the one that is asked for is made.

    `lines` gives what people read, `form` one JSON value, `rows` the cells under `columns`.
    """

    lines: Callable[[], Iterable[RenderableType]]
    form: Callable[[], Any]
    columns: Sequence[str]
    rows: Callable[[], Iterable[Sequence[object]]]


def write(document: Document, form: str, stream: TextIO | None = None) -> None:
    """Write a document to standard output in one of FORMATS."""
    stream = stream or sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # lone surrogates of a broken page
    if form == "json":
        json.dump(document.form(), stream, ensure_ascii=False, indent=2)
        stream.write("\n")
    elif form == "csv":
        write_rows(document, stream)
    else:
        write_lines(document, stream)
    stream.flush()


def write_rows(document: Document, stream: TextIO) -> None:
    """Write CSV with a head line; no cell is taken for a formula."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(document.columns)
    for row in document.rows():
        rows.writerow([safe_cell(value) for value in row])


def write_lines(document: Document, stream: TextIO) -> None:
    """Write for people: on a terminal in its width, in a pipe without breaking lines."""
    terminal = stream.isatty()
    console = Console(file=stream, width=None if terminal else WIDTH, highlight=False, soft_wrap=not terminal)
    for line in document.lines():
        console.print(line)
