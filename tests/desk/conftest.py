"""A desk on a ledger of its own for each test: a copy of one that was read once from the sample reports on Libya."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from musterroll import ledger
from musterroll.pipeline import import_sources, rederive
from musterroll.reference.packs import load_packs


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A ledger of the sample reports, with the desk's own tables."""
    path = tmp_path_factory.mktemp("desk") / "ledger.db"
    ledger.open_ledger(path, create=True)
    ledger.put_packs(load_packs("libya"))
    sources = sorted(str(page) for page in (root / "samples" / "libya").glob("*.html"))
    for _ in import_sources(sources, workers=2):
        pass
    rederive()
    call_command("migrate", verbosity=0, interactive=False)
    ledger.close_ledger()
    return path


@pytest.fixture
def opened(built: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the ledger, open."""
    path = Path(shutil.copy(built, tmp_path / "ledger.db"))
    ledger.open_ledger(path)
    cache.clear()
    yield path
    ledger.close_ledger()


@pytest.fixture
def client(opened: Path) -> Client:
    """A reader's browser without JavaScript."""
    return Client()
