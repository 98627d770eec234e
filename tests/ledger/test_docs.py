"""The page about the ledger is whole."""

import re
from pathlib import Path

from musterroll.ledger import PLACES


def test_every_function_is_on_the_page(root: Path) -> None:
    """Each exported function stands in the table of `docs/ledger.md`, and the table names no other."""
    page = (root / "docs" / "ledger.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", page.split("## Functions")[1].split("## What")[0], re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    eager = {"database_settings", "every", "is_address", "standing_of", "encoded", "decoded", "noticed"}
    assert named == {name for names in PLACES.values() for name in names if name.islower()} | eager
