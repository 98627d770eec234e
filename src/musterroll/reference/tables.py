"""How the data files are written: CSV with a head line, or one entry a line; `#` starts a comment line."""

import csv
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = (files("musterroll.reference") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one CSV file of `data/`, keyed by its head line."""
    return list(csv.DictReader(_lines(name)))


def read_entries(name: str) -> tuple[str, ...]:
    """Return the entries of one list file of `data/`, without their comments."""
    return tuple(line.strip() for line in _lines(name))
