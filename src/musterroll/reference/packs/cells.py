"""The cells of a pack's tables: what each must hold, and the errors found, with file and line."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SITE_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
COUNTRY = re.compile(r"[A-Z]{2}")
URL = re.compile(r"https?://\S+")
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
LARGEST = 20_000_000


@dataclass
class Faults:
    """The errors of one pack, in the order they were found: "actors.csv:12: …"."""

    lines: list[str] = field(default_factory=list)

    def add(self, where: str, what: str) -> None:
        """Note one error."""
        self.lines.append(f"{where}: {what}")


@dataclass(frozen=True)
class Row:
    """One row of a table; every look at a cell notes what is wrong with it."""

    file: str
    line: int
    cells: dict[str, str]
    faults: Faults

    def wrong(self, what: str) -> None:
        """Note an error of this row."""
        self.faults.add(f"{self.file}:{self.line}", what)

    def text(self, column: str) -> str | None:
        """Return a cell's text, or None where it is empty."""
        return self.cells.get(column, "").strip() or None

    def needed(self, column: str) -> str:
        """Return a cell's text, which must be there."""
        value = self.text(column)
        if value is None:
            self.wrong(f"{column} is empty")
        return value or ""

    def matching(self, column: str, form: re.Pattern[str], says: str) -> str | None:
        """Return a cell's text where it has a form."""
        value = self.text(column)
        if value is not None and not form.fullmatch(value):
            self.wrong(f"{column} {value!r} is not {says}")
            return None
        return value

    def identity(self, form: re.Pattern[str] = ID) -> str:
        """Return the row's id."""
        self.needed("id")
        return self.matching("id", form, "an id (letters and digits joined by hyphens)") or ""

    def one_of(self, column: str, words: Sequence[str], default: str | None = None) -> str:
        """Return a cell's word out of a list."""
        value = self.text(column) or default or ""
        if value not in words:
            self.wrong(f"{column} {value!r} is none of {', '.join(words)}")
        return value

    def listed(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell, split at "|"."""
        return tuple(part.strip() for part in self.cells.get(column, "").split("|") if part.strip())

    def country(self) -> str | None:
        """Return the cell `country`."""
        return self.matching("country", COUNTRY, "an ISO 3166 code of two letters")

    def url(self) -> str | None:
        """Return the cell `source_url`."""
        return self.matching("source_url", URL, "an http(s) address")

    def day(self, column: str) -> str | None:
        """Return a cell's day, month or year."""
        return self.matching(column, DAY, "a date (YYYY, YYYY-MM or YYYY-MM-DD)")

    def number(self, column: str, low: float, high: float) -> float:
        """Return a cell's number between bounds."""
        value = self.needed(column)
        try:
            number = float(value or "0")
        except ValueError:
            self.wrong(f"{column} {value!r} is no number")
            return 0.0
        if not low <= number <= high:
            self.wrong(f"{column} {value} is not between {low:g} and {high:g}")
        return number


def read_text(path: Path, faults: Faults) -> str | None:
    """Return a file's text; None and an error where it cannot be read as UTF-8."""
    try:
        content = path.read_bytes()
        if len(content) > LARGEST:
            faults.add(path.name, f"larger than {LARGEST // 1_000_000} MB")
            return None
        return content.decode("utf-8-sig")
    except OSError as error:
        faults.add(path.name, f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        faults.add(f"{path.name}:{line}", "not UTF-8")
    return None


def read_table(path: Path, needed: Iterable[str], known: Iterable[str], faults: Faults) -> list[Row]:
    """Return the rows of a CSV file with a head line; a missing file has none. Lines starting with "#" are left out."""
    if not path.exists():
        return []
    text = read_text(path, faults)
    reader = csv.reader(io.StringIO(text or "", newline=""), strict=True)
    rows, head, line = [], None, 1
    try:
        for cells in reader:
            start, line = line, reader.line_num + 1
            if not cells or cells[0].startswith("#"):
                continue
            if head is None:
                head = checked_head(path.name, start, [cell.strip() for cell in cells], needed, known, faults)
            elif len(cells) != len(head):
                faults.add(f"{path.name}:{start}", f"{len(cells)} cells where the head line has {len(head)}")
            else:
                rows.append(Row(path.name, start, dict(zip(head, cells, strict=True)), faults))
    except csv.Error as error:
        faults.add(f"{path.name}:{line}", f"not CSV: {error}")
    return rows


def checked_head(
    file: str, line: int, head: list[str], needed: Iterable[str], known: Iterable[str], faults: Faults
) -> list[str]:
    """Return the head line; note columns that are missing, strange or there twice."""
    for column in needed:
        if column not in head:
            faults.add(f"{file}:{line}", f"no column {column!r}")
    for column in dict.fromkeys(head):
        if column not in known:
            faults.add(f"{file}:{line}", f"unknown column {column!r}")
        if head.count(column) > 1:
            faults.add(f"{file}:{line}", f"column {column!r} stands there twice")
    return head
