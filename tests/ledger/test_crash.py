"""A process that is killed at any moment costs time and nothing else; several at once do not disturb each other."""

import multiprocessing
import random
from multiprocessing.connection import Connection
from pathlib import Path

from musterroll import ledger
from musterroll.ledger import Opened
from musterroll.ledger.opening import known_steps
from tests.ledger.conftest import Fresh
from tests.ledger.invented import PACKS, a_reading, derived_from

READINGS = [a_reading(number, claims=10) for number in range(20)]
ROUNDS = 5
FORK = multiprocessing.get_context("fork")


def run(where: str, said: Connection | None = None) -> None:
    """Import every reading, derive now and then and at the end; say each step."""
    ledger.open_ledger(where, create=True)
    ledger.put_packs(PACKS)
    for number, read in enumerate(READINGS):
        ledger.add_reading(read.page, read.report, read.claims, read.linked)
        if number % 5 == 4:
            ledger.put_derived(derived_from(ledger.standing().claims))
        if said:
            said.send(number)
    if ledger.is_stale():
        ledger.put_derived(derived_from(ledger.standing().claims))


def test_killed_at_any_moment_the_next_run_ends_with_the_same_ledger(ledgers: Fresh) -> None:
    """Importing and deriving, killed on the way again and again, gives the ledger of a run that was never killed."""
    cut, whole = ledgers(), ledgers()
    dice = random.Random(7)
    for _ in range(ROUNDS):
        killed_after(cut, dice.randrange(1, len(READINGS)), dice.random() / 100)
    run(cut)
    after = content()
    run(whole)
    assert after == content()
    assert not ledger.is_stale()
    ledger.close_ledger()


def killed_after(where: str, steps: int, seconds: float) -> None:
    """Run a child until it has said so many steps, and kill it a moment later."""
    hears, says = FORK.Pipe(duplex=False)
    child = FORK.Process(target=run, args=(where, says))
    child.start()
    says.close()
    for _ in range(steps):
        hears.recv()
    child.join(seconds)
    child.kill()
    child.join()


def content() -> tuple[object, ...]:
    """Return all that the open ledger holds."""
    return ledger.standing(), tuple(ledger.findings(limit=999)), ledger.holdings(), ledger.counts()


def test_several_processes_may_make_one_ledger_and_add_to_it(path: Path) -> None:
    """Processes that make the same ledger at the same time and add reports of their own all find what they wait for."""
    children = [FORK.Process(target=add, args=(str(path), number)) for number in range(4)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * 4
    assert ledger.open_ledger(path) == Opened(str(path), max(known_steps())[:4])
    assert ledger.counts()["reports"] == len(READINGS)


def add(where: str, number: int) -> None:
    """Make a ledger, or find it made, and add every fourth reading and those that others add too."""
    ledger.open_ledger(where, create=True)
    for read in (*READINGS[number::4], *READINGS[:3]):
        ledger.add_readings([read])


def test_a_child_leaves_the_ledger_of_its_parent_open(fresh: str) -> None:
    """A process that was forked with an open ledger neither closes nor disturbs it."""
    with ledger.one_step():
        ledger.add_readings(READINGS[:1])
        child = FORK.Process(target=ledger.close_ledger)
        child.start()
        child.join()
        ledger.add_readings(READINGS[1:2])
    assert child.exitcode == 0
    assert ledger.counts()["reports"] == 2
