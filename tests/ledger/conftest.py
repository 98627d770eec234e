"""A fresh open ledger a test, on each engine: copies of one that was made once."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from musterroll.ledger import close_ledger, open_ledger
from tests.ledger.engines import Server, binary

Fresh = Callable[[], str]


@pytest.fixture(scope="session", autouse=True)
def open_to_tests(django_db_blocker: Any) -> None:
    """Let tests reach databases: the plugin for Django keeps them out unless they ask for its own."""
    django_db_blocker.unblock()


@pytest.fixture(scope="session")
def sqlite_ledgers(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """Make fresh ledgers in files."""
    folder = tmp_path_factory.mktemp("ledgers")
    open_ledger(folder / "template.db", create=True)
    close_ledger()
    numbers = itertools.count()
    return lambda: str(shutil.copy(folder / "template.db", folder / f"{next(numbers)}.db"))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Run a PostgreSQL server for the tests."""
    if not binary("initdb") or not binary("pg_ctl"):
        pytest.skip("PostgreSQL is not installed")
    with Server() as server:
        yield server


@pytest.fixture(scope="session")
def server_ledgers(server: Server) -> Fresh:
    """Make fresh ledgers on the server."""
    open_ledger(server.make("template"), create=True)
    close_ledger()
    numbers = itertools.count()
    return lambda: server.make(f"roll{next(numbers)}", "template")


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest) -> Iterator[Fresh]:
    """Return what makes fresh ledgers and opens them, on each engine."""
    made: Fresh = request.getfixturevalue("sqlite_ledgers" if request.param == "sqlite" else "server_ledgers")

    def opened() -> str:
        where = made()
        open_ledger(where)
        return where

    yield opened
    close_ledger()


@pytest.fixture
def where(fresh: Fresh) -> str:
    """Return where a fresh ledger lies that is open."""
    return fresh()


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """Return where no ledger is yet; whatever is open is closed after it."""
    yield tmp_path / "roll.db"
    close_ledger()
