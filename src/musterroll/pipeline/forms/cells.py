"""Values as cells of a CSV file."""

import re

# A sign that begins a formula, in full width too (spreadsheets take it so in East Asian settings), behind any blanks.
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def safe_cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula; a number, below zero too, is none."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and FORMULA.match(text) else text
