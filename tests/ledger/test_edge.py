"""What goes wrong in the database becomes a LedgerError that says what to do, with nothing half-written."""

import inspect
import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from musterroll import ledger
from musterroll.ledger import PLACES, addresses
from musterroll.records import LedgerError
from tests.ledger.invented import a_reading

MANY = [a_reading(number, claims=20) for number in range(40)]


def test_every_function_stands_behind_the_edge() -> None:
    """Whatever is exported and asks the database maps its errors; what does not ask it is named here."""
    bare = [
        name
        for names in PLACES.values()
        for name in names
        if inspect.isroutine(getattr(ledger, name)) and not hasattr(getattr(ledger, name), "__wrapped__")
    ]
    assert set(bare) == {"close_ledger", "fits", "secret_of", "values_of"}


def test_what_is_exported_is_all_there_is() -> None:
    """The names of `__all__` and of the table of functions are one, and each has a docstring."""
    assert {name for names in PLACES.values() for name in names} <= set(ledger.__all__)
    assert all(getattr(ledger, name).__doc__ for name in ledger.__all__)
    with pytest.raises(AttributeError, match="no attribute 'burn'"):
        ledger.burn  # noqa: B018


def test_a_full_disk_loses_nothing(path: Path) -> None:
    """What does not fit is not written at all, what was there stays, and with room again it goes on."""
    ledger.open_ledger(path, create=True)
    ledger.add_readings(MANY[:1])
    before = ledger.standing()
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(LedgerError, match=r"roll\.db: the disk is full; nothing of this step was written"):
        ledger.add_readings(MANY)
    assert ledger.standing() == before
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    assert ledger.add_readings(MANY) == len(MANY) - 1


def test_a_busy_ledger_is_said_to_be_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits in vain for another writer is told so; readers are not kept waiting."""
    monkeypatch.setattr(addresses, "BUSY_SECONDS", 0.01)
    ledger.open_ledger(path, create=True)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="another process is writing"):
        ledger.add_readings(MANY[:1])
    assert ledger.counts()["reports"] == 0
    other.close()
    assert ledger.add_readings(MANY[:1]) == 1


def test_a_ledger_that_may_only_be_read_says_so(path: Path) -> None:
    """Writing where it is not allowed is a LedgerError."""
    ledger.open_ledger(path, create=True)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    with pytest.raises(LedgerError, match="may only be read"):
        ledger.add_readings(MANY[:1])


def test_a_damaged_file_is_said_to_be_damaged(path: Path) -> None:
    """A ledger with bytes overwritten is a LedgerError that sends back to a copy."""
    ledger.open_ledger(path, create=True)
    ledger.close_ledger()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 30_000 + content[30_100:])
    with pytest.raises(LedgerError, match="damaged; go back to a copy"):
        ledger.open_ledger(path)


def test_a_server_that_is_not_there_is_named(path: Path) -> None:
    """The address is in the message, the password is not."""
    with pytest.raises(
        LedgerError, match=r"^postgresql://ed:…@127\.0\.0\.1:1/roll: the database server does not answer"
    ):
        ledger.open_ledger("postgresql://ed:secret@127.0.0.1:1/roll")


def test_one_step_maps_the_errors_of_its_end(fresh: str) -> None:
    """A step whose end the database refuses is a LedgerError, and nothing of it is kept."""
    read = a_reading(1)
    stray = ledger.ReportRead(a_reading(2).page, a_reading(2).report, read.claims)
    with pytest.raises(LedgerError, match="not in the ledger"), ledger.one_step():
        ledger.add_readings([stray])
    assert ledger.counts()["reports"] == 0
