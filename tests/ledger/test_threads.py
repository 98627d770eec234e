"""Cases and submissions in the ledger are one thread of steps: filed once, opened by their link, added to only."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.db import connection
from django.db.utils import DatabaseError

from musterroll import ledger
from musterroll.ledger import CaseFilter, SubmissionFilter
from musterroll.records import (
    ActRefused,
    CaseAbout,
    CaseDraft,
    CaseEvent,
    Decision,
    Manuscript,
    NotInLedger,
    Proposal,
    SubmissionDraft,
    SubmissionEvent,
)
from tests.ledger.invented import PACKS

KEY, AT = "a key for tests", "2026-03-01T12:00:00+00:00"
DECIDED = Decision("adjusted", "corrected", "w", "r", Proposal("note"), ("j1",))


@dataclass(frozen=True)
class Kind:
    """A kind of thread: its name, its first letter, an invented draft, other words for it, how a thread of it ends."""

    name: str
    letter: str
    draft: Any
    other: dict[str, Any]
    end: Callable[[str], Any]

    def file(self, draft: Any, at: str = AT) -> Any:
        """File a draft."""
        return getattr(ledger, f"file_{self.name}")(draft, KEY, at)

    def of(self, filed: Any) -> Any:
        """Return what was filed."""
        return getattr(filed, self.name)

    def filed(self, token: str = "token-0", at: str = AT) -> str:
        """File an invented one; return its number."""
        return str(self.of(self.file(replace(self.draft, token=token), at)).number)

    def open(self, number: str) -> Any:
        """Return a thread by its number."""
        return getattr(ledger, f"{self.name}_file")(number)

    def by_secret(self, number: str, secret: str) -> Any:
        """Return a thread by its link."""
        return getattr(ledger, f"{self.name}_by_secret")(number, secret)

    def numbers(self) -> list[str]:
        """Return the numbers of all there are, sorted."""
        wanted = {"case": CaseFilter, "submission": SubmissionFilter}[self.name]()
        return sorted(file.number for file in getattr(ledger, f"{self.name}s")(wanted, limit=100))


KINDS = (
    Kind(
        name="case",
        letter="C",
        draft=CaseDraft(CaseAbout("report", "r1", "A title"), "number", "It is wrong.", "", "token-0"),
        other={"wrong": "Something else."},
        end=lambda number: ledger.add_case_event(CaseEvent(number, "decided", AT, "Ann", "why", decision=DECIDED)),
    ),
    Kind(
        name="submission",
        letter="S",
        draft=SubmissionDraft("opinion", Manuscript("A title", "<p>Words.</p>", "Words."), "Nora", "none", "token-0"),
        other={"byline": "Somebody else"},
        end=lambda number: ledger.add_submission_event(SubmissionEvent(number, "declined", AT, "Ann", "why")),
    ),
)
of_each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@of_each_kind
def test_numbers_count_up_and_begin_anew_each_year(kind: Kind, where: str) -> None:
    """Each thread has the next number of its kind and year."""
    numbers = [kind.filed("a"), kind.filed("b"), kind.filed("c", "2027-01-01T00:00:00+00:00"), kind.filed("d")]
    assert numbers == [f"{kind.letter}-{rest}" for rest in ("2026-000001", "2026-000002", "2027-000001", "2026-000003")]


@of_each_kind
def test_the_same_form_gives_the_same_thread(kind: Kind, where: str) -> None:
    """A token that comes back with the same words leads to its thread and link; with other words it is refused."""
    first, again = kind.file(kind.draft), kind.file(kind.draft)
    assert (kind.of(again), again.secret, first.again, again.again) == (kind.of(first), first.secret, False, True)
    with pytest.raises(ActRefused, match=f"as {kind.name} {kind.of(first).number}"):
        kind.file(replace(kind.draft, **kind.other))
    assert len(kind.open(kind.of(first).number).events) == len(kind.numbers()) == 1


@of_each_kind
def test_a_link_opens_its_thread_alone(kind: Kind, where: str) -> None:
    """Number and secret must both hold; under another installation's key the same form makes another secret."""
    one, two = (kind.file(replace(kind.draft, token=token)) for token in ("x", "y"))
    number = kind.of(one).number
    assert kind.by_secret(number, one.secret) == kind.open(number)
    for wrong, secret in ((number, two.secret), (number, ""), (f"{kind.letter}-1999-000001", one.secret)):
        with pytest.raises(NotInLedger, match="with this link"):
            kind.by_secret(wrong, secret)
    with pytest.raises(NotInLedger, match=f"no {kind.name} nothing"):
        kind.open("nothing")
    assert ledger.secret_of(kind.name, "x", KEY) == one.secret != ledger.secret_of(kind.name, "x", "another key")


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (KINDS[0], "ledger_case"),
        (KINDS[0], "ledger_case_event"),
        (KINDS[0], "ledger_case_judgement"),
        (KINDS[1], "ledger_submission"),
        (KINDS[1], "ledger_submission_event"),
    ],
    ids=lambda given: getattr(given, "name", given),
)
@pytest.mark.parametrize("deed", ["DELETE FROM {}", "UPDATE {} SET {}={}"])
def test_what_was_sent_and_its_steps_are_never_changed(kind: Kind, table: str, deed: str, fresh: str) -> None:
    """The database refuses to change or delete what was sent, a step or what it decided, whoever asks."""
    ledger.put_packs(PACKS)
    number = kind.filed()
    grown = kind.end(number)
    column = "number" if table == f"ledger_{kind.name}" else f"{kind.name}_id"
    with pytest.raises(DatabaseError, match="never changed"), connection.cursor() as cursor:
        cursor.execute(deed.format(table, column, column))
    assert kind.open(number) == grown


@of_each_kind
def test_what_comes_at_once_has_numbers_of_its_own(kind: Kind, fresh: str) -> None:
    """What several threads of a server file at the same time is all there, each with its number."""

    def one(turn: int) -> None:
        for step in range(5):
            kind.filed(f"{turn}-{step}")
        connection.close()

    workers = [threading.Thread(target=one, args=(turn,)) for turn in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert kind.numbers() == [f"{kind.letter}-2026-{n:06}" for n in range(1, 21)]
