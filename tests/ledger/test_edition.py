"""The edition: a word that is another after every change, by which answers are kept."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from musterroll import ledger, pipeline
from musterroll.ledger.state import once_an_edition
from musterroll.records import CaseAbout, CaseDraft, CaseEvent
from musterroll.reference.packs import Packs
from tests.ledger.invented import PACKS, a_judgement, a_reading

AT = "2026-03-01T12:00:00+00:00"
FEWER = Packs((replace(PACKS.packs[0], actors=PACKS.packs[0].actors[:1]),))


def add(number: int) -> None:
    """Add an invented reading."""
    ledger.add_readings([a_reading(number)])


def file_a_case() -> str:
    """File an invented case; return its number."""
    draft = CaseDraft(CaseAbout("report", "r1", "A title"), "number", "It is wrong.", "", "token")
    return ledger.file_case(draft, "a key for tests", AT).case.number


CHANGES: dict[str, Callable[[], object]] = {
    "adding": lambda: add(3),
    "judging": lambda: ledger.judge(a_judgement("retract", a_reading(1).report.id)),
    "deriving": pipeline.rederive,
    "putting packs in force": lambda: ledger.put_packs(FEWER),
    "filing a case": file_a_case,
    "holding": lambda: ledger.add_case_event(CaseEvent(file_a_case(), "claimed", AT, "Ann", "")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_begins_an_edition(fresh: str, change: Callable[[], object]) -> None:
    """What was kept before it is not taken for what holds after it."""
    ledger.put_packs(PACKS)
    add(1)
    before = ledger.change_mark()
    assert ledger.change_mark() == before
    change()
    assert ledger.change_mark() != before


def test_a_step_that_is_undone_leaves_the_edition(fresh: str) -> None:
    """After a rehearsal everything is as it was, and what was kept still holds."""
    add(1)
    before, within = ledger.change_mark(), []
    with ledger.rehearsal():
        add(2)
        within.append(ledger.change_mark())
    assert ledger.change_mark() == before
    with ledger.rehearsal():
        within.append(ledger.change_mark())
    assert len({before, *within}) == 3


def test_packs_are_seen_at_once(fresh: str) -> None:
    """Packs are read once an edition, and yet those in force are given: after, within, and after an undone step."""
    ledger.put_packs(PACKS)
    assert known() == set(PACKS.actors)
    with ledger.rehearsal():
        assert known() == set(PACKS.actors)
        ledger.put_packs(FEWER)
        assert known() == set(FEWER.actors)
    assert known() == set(PACKS.actors)
    ledger.put_packs(FEWER)
    assert known() == set(FEWER.actors)
    assert ledger.packs() is ledger.packs()


def known() -> set[str]:
    """Return the actors of the packs in force."""
    return set(ledger.packs().actors)


def test_what_is_asked_once_an_edition_is_asked_again_after_a_change(fresh: str) -> None:
    """The second answer is the first until something is changed, and that of the same ledger."""
    asked = []

    @once_an_edition
    def question() -> int:
        asked.append(ledger.change_mark())
        return len(asked)

    add(1)
    assert [question(), question()] == [1, 1]
    add(2)
    assert [question(), question()] == [2, 2]


def test_judgements_are_seen_at_once(fresh: str) -> None:
    """Retractions, mergers and mended claims are read once an edition, and yet each shows with the next question."""
    ledger.put_packs(PACKS)
    add(1)
    report, claim = a_reading(1).report.id, a_reading(1).claims[0].id
    assert ledger.report_status(report) == "standing"
    ledger.judge(a_judgement("mend", claim, (("modality", "planned"),)))
    assert ledger.claim(claim).claim.modality == "planned"
    ledger.judge(a_judgement("retract", report))
    assert ledger.report_status(report) == "retracted"
    ledger.judge(a_judgement("restore", report))
    assert ledger.report_status(report) == "standing"


def test_one_reading_asks_for_the_edition_once(fresh: str) -> None:
    """What is read inside goes by one edition, until something is changed inside; after it the ledger is asked again."""
    add(1)
    before = ledger.change_mark()
    with ledger.one_reading():
        with CaptureQueriesContext(connection) as asked:
            assert [ledger.change_mark(), ledger.change_mark()] == [before, before]
        assert not asked.captured_queries
        add(2)
        assert ledger.change_mark() != before
    assert ledger.change_mark() != before
