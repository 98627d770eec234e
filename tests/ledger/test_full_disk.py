"""A disk that is full costs what was being written and nothing else: a named error, nothing half-written."""

import multiprocessing
import resource
import signal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from musterroll import ledger
from musterroll.records import LedgerError
from tests.ledger.invented import PACKS, a_reading, derived_from

READINGS = [a_reading(number, claims=20) for number in range(30)]
FORK = multiprocessing.get_context("fork")
ROOM = 200_000  # bytes by which a file may still grow


def fill(where: str) -> None:
    """Add every reading and derive."""
    ledger.open_ledger(where, create=True)
    ledger.put_packs(PACKS)
    for read in READINGS:
        ledger.add_reading(read.page, read.report, read.claims, read.linked)
    ledger.put_derived(derived_from(ledger.standing().claims))


def fill_within(where: str, most: int, says: Connection) -> None:
    """Do the same where no file can grow past a size; say what error that gives, or what came instead of one."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        fill(where)
        says.send("no error")
    except LedgerError as error:
        says.send(f"{error.code}: {error}")
    except BaseException as error:
        says.send(f"not named: {type(error).__name__}: {error}")


def said_within(where: Path, most: int) -> str:
    """Return what a process says that has so little room."""
    hears, says = FORK.Pipe(duplex=False)
    child = FORK.Process(target=fill_within, args=(str(where), most, says))
    child.start()
    said = str(hears.recv())
    child.join()
    return said


def content() -> tuple[object, ...]:
    """Return all that the open ledger holds."""
    return ledger.standing(), tuple(ledger.findings(limit=999)), ledger.holdings(), ledger.counts()


def test_a_full_disk_is_said_and_the_next_run_ends_with_the_same_ledger(path: Path, tmp_path: Path) -> None:
    """What was written before is whole; with room again the same run gives the ledger of one that never lacked it."""
    ledger.open_ledger(path, create=True)
    ledger.close_ledger()
    said = said_within(path, path.stat().st_size + ROOM)
    assert said.startswith("ledger-error: "), said
    ledger.open_ledger(path)
    standing = ledger.standing()
    assert 0 < len(standing.reports) < len(READINGS)
    assert len(standing.claims) == 20 * len(standing.reports)
    fill(str(path))
    after = content()
    fill(str(tmp_path / "whole.db"))
    assert content() == after


@pytest.mark.parametrize("made", [True, False])
def test_a_ledger_that_cannot_be_written_is_said(path: Path, made: bool) -> None:
    """Where not even a new ledger finds room, the error is named and no half ledger is left to be taken for one."""
    if made:
        ledger.open_ledger(path, create=True)
        ledger.close_ledger()
    before = path.read_bytes() if made else None
    said = said_within(path, 4096)
    assert said.startswith("ledger-error: "), said
    if before is None:
        with pytest.raises(LedgerError):
            ledger.open_ledger(path)
    else:
        ledger.open_ledger(path)
        assert ledger.counts()["reports"] == 0
