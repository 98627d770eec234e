"""Caps hold over all workers: several processes on one ledger take in together what one would."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory

from musterroll import actions, ledger
from musterroll.desk.accounts import ClosedDoor
from musterroll.desk.intake.caps import seconds_to_wait
from musterroll.ledger import CaseFilter
from musterroll.ledger.models import PassingRow
from musterroll.records import Person
from tests.desk.case_fixtures import sent

WORKER = """
import json, os, sys, time
from pathlib import Path
os.environ.update(MUSTERROLL_LEDGER=sys.argv[1], DJANGO_SETTINGS_MODULE="musterroll.desk.settings")
import django
django.setup()
from django.test import RequestFactory
from musterroll import actions
from musterroll.desk.intake import caps
from musterroll.records import CaseAbout, CaseDraft, TooMany
Path(sys.argv[2]).touch()
while not Path(sys.argv[3]).exists():
    time.sleep(0.01)
now, mine = float(sys.argv[4]), os.getpid()
caps.most_an_hour = lambda: 7

def counted(turn):
    request = RequestFactory().post("/", REMOTE_ADDR="203.0.113.9")
    return caps.seconds_to_wait(request, now=now) is None

def filed(turn):
    draft = CaseDraft(CaseAbout("general", "", ""), "other", f"wrong {mine} {turn}", "", f"{mine} {turn}")
    try:
        with caps.room_for_one():
            actions.submit_case(draft, key="k")
    except TooMany:
        return False
    return True

print(json.dumps([[deed(turn) for turn in range(6)] for deed in (counted, filed)]))
"""


def in_two_processes(book: Path, folder: Path) -> Iterator[list[list[bool]]]:
    """Have two processes count a sending and then file a case, six times each, at once; yield what came of each time."""
    ledger.close_ledger()
    go, now = folder / "go", str(time.time())
    ready = [folder / f"ready{number}" for number in (1, 2)]
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(book), str(one), str(go), now], stdout=subprocess.PIPE, text=True
        )
        for one in ready
    ]
    while not all(one.exists() for one in ready) and all(worker.poll() is None for worker in workers):
        time.sleep(0.01)
    go.touch()
    yield from (json.loads(worker.communicate(timeout=120)[0]) for worker in workers)
    ledger.open_ledger(book)


def test_two_processes_take_in_what_one_would(book: Path, tmp_path: Path) -> None:
    """Of twelve at once in two processes, from one address five are taken in a minute, and of all what an hour takes."""
    (counted, filed), (counted_too, filed_too) = in_two_processes(book, tmp_path)
    assert sum([*counted, *counted_too]) == 5
    assert sum([*filed, *filed_too]) == 7 == ledger.count_cases(CaseFilter())


def test_no_address_is_written_down(reader: Client) -> None:
    """What is counted stands under a mark that neither an address nor yesterday's mark leads to."""
    sent(reader)
    request = RequestFactory().post("/", REMOTE_ADDR="203.0.113.9")
    marks = {name for day in (0, 1) for name in names_after(request, time.time() + day * 86_400)}
    assert len(marks) == 3
    assert not any("203.0.113" in name or "127.0.0.1" in name for name in marks)
    assert "203.0.113.9" not in ClosedDoor().get_client_ip(request)


def names_after(request: object, now: float) -> set[str]:
    """Count a sending, and return the names of all that is counted."""
    seconds_to_wait(request, now)  # type: ignore[arg-type]
    return set(PassingRow.objects.values_list("name", flat=True))


def test_what_was_counted_is_forgotten(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute later the next sending lets go of what was counted; where none comes, the daily purge does."""
    sent(reader)
    (name,) = PassingRow.objects.values_list("name", flat=True)
    later = time.time() + 600
    monkeypatch.setattr("musterroll.desk.shared_cache.time.time", lambda: later)
    cache.add("another", 1, timeout=60)
    assert [row.name.rpartition(":")[2] for row in PassingRow.objects.all()] == ["another"] and name
    actions.purge_contacts(by=Person("an editor", frozenset({"editor"})), at="2100-01-01T00:00:00+00:00")
    assert not PassingRow.objects.exists()


@pytest.fixture
def kept(book: Path) -> Iterator[None]:
    """A cache with nothing in it."""
    cache.clear()
    yield
    cache.clear()


def test_the_shared_cache_is_a_cache(kept: None) -> None:
    """It keeps what JSON can say until its time is over, adds once, counts on, and lets go."""
    assert cache.get("a") is None and cache.get("a", 7) == 7
    cache.set("a", [1.5, "x", None, True])
    assert cache.get("a") == [1.5, "x", None, True]
    assert not cache.add("a", 1) and cache.add("b", 1) and cache.incr("b") == 2 and cache.incr("b", 5) == 7
    assert cache.get("b") == 7 and cache.touch("b", 60) and not cache.touch("c", 60)
    assert cache.delete("b") and not cache.delete("b")
    with pytest.raises(ValueError, match="no number"):
        cache.incr("b")
    cache.set("d", 1, timeout=-1)
    assert cache.get("d") is None and cache.add("d", 2) and cache.get("d") == 2
    cache.set("e", 1, timeout=None)
    assert cache.get("e") == 1
    cache.clear()
    assert cache.get("a") is cache.get("d") is cache.get("e") is None


def test_counting_is_no_change_of_the_ledger(reader: Client) -> None:
    """What is counted begins no new edition: pages that are kept stay so."""
    before = ledger.change_mark()
    seconds_to_wait(RequestFactory().post("/"))
    assert ledger.change_mark() == before
