"""What processes know together: kept until its time, first come, counted without loss, and gone."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from musterroll import ledger
from tests.ledger.conftest import Fresh

NOW = 1_800_000_000.0


def test_what_is_kept_is_there_until_its_time(where: str) -> None:
    """A value stands until its moment, another takes its place, and nothing is there after it."""
    ledger.remember("a", "one", NOW + 10, NOW)
    ledger.remember("a", "two", NOW + 10, NOW)
    assert ledger.remembered("a", NOW + 9) == "two" and ledger.remembered("b", NOW) is None
    assert ledger.remembered("a", NOW + 10) is None


def test_one_is_the_first(where: str) -> None:
    """Of several who add under one name the first is told so; when its time is over, another is first."""
    assert ledger.remember_first("a", "1", NOW + 10, NOW)
    assert not ledger.remember_first("a", "2", NOW + 10, NOW + 9) and ledger.remembered("a", NOW) == "1"
    assert ledger.remember_first("a", "3", NOW + 30, NOW + 10) and ledger.remembered("a", NOW + 10) == "3"


def test_what_has_passed_is_written_nowhere(where: str) -> None:
    """Whatever is kept anew lets go of all that has passed; so does the purge; a name can be let go of by hand."""
    for name in ("a", "b"):
        ledger.remember(name, "1", NOW + 10, NOW)
    ledger.remember("c", "1", NOW + 30, NOW + 10)
    assert ledger.forget_passed(NOW + 10) == 0 and ledger.forget_passed(NOW + 30) == 1
    ledger.remember("d", "1", NOW + 60, NOW + 30)
    assert ledger.forget("d") and not ledger.forget("d")


def test_none_is_lost_of_those_that_count_at_once(ledgers: Fresh) -> None:
    """Threads with connections of their own count on one number; each gets another, and the sum is right."""
    ledger.open_ledger(ledgers())
    ledger.remember("a", "0", NOW + 10, NOW)

    def counted(_turn: int) -> int | None:
        try:
            return ledger.count_on("a", 1, NOW)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(counted, range(40))) == list(range(1, 41))
    assert ledger.count_on("a", -40, NOW) == 0
    assert ledger.count_on("a", 1, NOW + 10) is None is ledger.count_on("b", 1, NOW)
    ledger.close_ledger()
