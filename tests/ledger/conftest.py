"""A fresh open ledger a test, on each engine: copies of one that was made once."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import transaction

from musterroll.ledger import close_ledger, open_ledger
from tests.ledger.engines import Server, binary

Fresh = Callable[[], str]


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


@pytest.fixture(params=["sqlite", "server"])
def ledgers(request: pytest.FixtureRequest) -> Fresh:
    """Return what makes fresh ledgers, on each engine."""
    made: Fresh = request.getfixturevalue(f"{request.param}_ledgers")
    return made


@pytest.fixture
def fresh(ledgers: Fresh) -> Iterator[str]:
    """Return where a ledger of the test's own lies, open: for what has to do with the end of a transaction."""
    where = ledgers()
    open_ledger(where)
    yield where
    close_ledger()


SHARED: dict[Fresh, str] = {}


@pytest.fixture
def where(ledgers: Fresh) -> Iterator[str]:
    """Return where an empty ledger lies, open: one for all tests of an engine, each in a transaction that is undone."""
    if ledgers not in SHARED:
        SHARED[ledgers] = ledgers()
    where = SHARED[ledgers]
    open_ledger(where)
    with transaction.atomic():
        yield where
        transaction.set_rollback(True)
    close_ledger()


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """Return where no ledger is yet; whatever is open is closed after it."""
    yield tmp_path / "roll.db"
    close_ledger()
