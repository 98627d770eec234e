"""What is counted over the whole ledger is counted once an edition, however many ask."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from musterroll import ledger
from musterroll.desk.reading.kept import HELD, kept


@pytest.fixture(autouse=True)
def editions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A ledger's edition that a test sets."""
    edition = ["one"]
    monkeypatch.setattr(ledger, "change_mark", lambda: edition[0], raising=False)
    HELD.clear()
    return edition


def test_it_is_made_again_after_a_change_alone(editions: list[str]) -> None:
    """The same edition gives the same, another edition what holds then."""
    made: list[int] = []
    assert [kept("counts", lambda: made.append(1) or len(made)) for _ in range(3)] == [1, 1, 1]
    editions[0] = "two"
    assert [kept("counts", lambda: made.append(1) or len(made)) for _ in range(2)] == [2, 2]


def test_who_asks_while_it_is_made_waits(editions: list[str]) -> None:
    """Four readers at once have it made once, and all get it."""
    made, together = [], threading.Barrier(4)

    def ask(_: int) -> int:
        together.wait(10)
        return kept("slow", lambda: made.append(1) or len(made))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [1, 1, 1, 1]


def test_what_is_kept_may_be_made_of_what_is_kept(editions: list[str]) -> None:
    """Asking for another name while one is made is no deadlock."""
    assert kept("outer", lambda: kept("inner", lambda: 1) + 1) == 2
