"""An open ledger with invented readings, fresh for each test: a copy of one that was made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from musterroll import ledger, pipeline
from tests.ledger.invented import PACKS, a_reading


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a ledger of four invented reports about two forces, with all that follows from them."""
    path = tmp_path_factory.mktemp("ledgers") / "template.db"
    ledger.open_ledger(path, create=True)
    ledger.put_packs(PACKS)
    for number, force in enumerate(("grey-column", "grey-column", "grey-col", "blue-guard"), 1):
        read = a_reading(number, claims=2, force=force)
        ledger.add_reading(read.page, read.report, read.claims, read.linked)
    pipeline.rederive()
    ledger.close_ledger()
    return path


@pytest.fixture
def held(template: Path, tmp_path: Path) -> Iterator[Path]:
    """Open a copy of the ledger."""
    path = Path(shutil.copy(template, tmp_path / "ledger.db"))
    ledger.open_ledger(path)
    yield path
    ledger.close_ledger()
