"""A desk on a ledger of its own for each test: a copy of one that was read once from the sample reports on Libya."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from musterroll import ledger
from tests.libya import libya_ledger


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A ledger of the sample reports, with the desk's own tables."""
    return libya_ledger(tmp_path_factory, root)


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
