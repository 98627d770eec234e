"""Cases in the ledger: filed once, appended to, never changed; who sent them sealed and apart."""

from dataclasses import replace

import pytest
from django.db import connection

from musterroll import ledger
from musterroll.ledger import CaseFilter, CorrectionFilter, Cursor
from musterroll.records import (
    ActRefused,
    CaseAbout,
    CaseDraft,
    CaseEvent,
    Contact,
    Decision,
    LedgerError,
    Proposal,
)
from tests.ledger.invented import PACKS, a_judgement, a_reading

KEY, AT = "a key for tests", "2026-03-01T12:00:00+00:00"
DRAFT = CaseDraft(CaseAbout("report", "r1", "A title"), "number", "It is wrong.", "", "token-0")


def filed(token: str = "token-0", at: str = AT, **changes: object) -> str:
    """File an invented case; return its number."""
    return ledger.file_case(replace(DRAFT, token=token, **changes), KEY, at).case.number  # type: ignore[arg-type]


def add(number: str, kind: str, by: str = "Ann", words: str = "words", at: str = AT, **more: object) -> None:
    """Append a step."""
    ledger.add_case_event(CaseEvent(number, kind, at, by, words, **more))  # type: ignore[arg-type]


def declined(number: str, at: str = AT) -> None:
    """Decline a case."""
    add(number, "decided", at=at, decision=Decision("declined", "declined", "", ""))


def test_who_sent_it_is_sealed(where: str) -> None:
    """Name, e-mail and the link's secret are readable with the key alone; nothing is kept of who said nothing."""
    filed_one = ledger.file_case(replace(DRAFT, contact=Contact("Nora", "n@example.org", True)), KEY, AT)
    number = filed_one.case.number
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger_case_contact")
        row = str(cursor.fetchall())
    assert "Nora" not in row and "example.org" not in row and filed_one.secret not in row
    reached = ledger.contact_of(number, KEY)
    assert reached is not None
    assert (reached.contact, reached.secret) == (Contact("Nora", "n@example.org", True), filed_one.secret)
    with pytest.raises(LedgerError, match="another key"):
        ledger.contact_of(number, "another key")
    assert ledger.contact_of(filed("x"), KEY) is None


@pytest.mark.parametrize(
    ("before", "kind", "by", "says"),
    [
        ([], "received", "Ann", "no such step"),
        ([], "left", "Ann", "with nobody"),
        ([], "released", "Ann", "holds nothing"),
        ([], "reopened", "Ann", "not decided"),
        (["claimed"], "claimed", "Ann", "yours already"),
        (["claimed"], "claimed", "Bob", "with Ann"),
        (["held"], "held", "Ann", "holds it already"),
        (["decided"], "claimed", "Ann", "decided already"),
        (["decided"], "held", "Ann", "decided already"),
        (["decided"], "decided", "Ann", "decided already"),
        (["claimed"], "decided", "Bob", "with Ann"),
    ],
)
def test_a_step_that_cannot_be_done_is_refused(where: str, before: list[str], kind: str, by: str, says: str) -> None:
    """What is taken, held or decided cannot be so twice, and nothing is undone that was not done."""
    number, decision = filed(), Decision("declined", "declined", "", "")
    for step in before:
        add(number, step, decision=decision if step == "decided" else None)
    count = len(ledger.case_file(number).events)
    with pytest.raises(ActRefused, match=says):
        add(number, kind, by=by, decision=decision if kind == "decided" else None)
    assert len(ledger.case_file(number).events) == count


@pytest.mark.parametrize(
    ("decision", "says"),
    [
        (Decision("maybe", "corrected", "w", "r"), "accepted, adjusted, declined"),
        (Decision("accepted", "held", "w", "r"), "no class"),
        (Decision("accepted", "declined", "w", "r"), "not both"),
        (Decision("declined", "corrected", "w", "r"), "not both"),
        (Decision("accepted", "corrected", "", "r"), "public log"),
        (Decision("accepted", "corrected", "w", "r", Proposal("mend", "claim", ("c",))), "which field"),
        (Decision("accepted", "corrected", "w", "r", Proposal("fly", "claim", ("c",))), "no such step"),
    ],
)
def test_a_decision_that_does_not_hold_is_refused(where: str, decision: Decision, says: str) -> None:
    """A decision has a verdict, a class that fits it, and words for the public log."""
    number = filed()
    with pytest.raises(ActRefused, match=says):
        add(number, "decided", decision=decision)
    assert ledger.case_file(number).decision is None


def test_cases_are_found_by_where_they_stand(where: str) -> None:
    """State, queue, editor, class and thing each keep exactly the cases that they name; those due first come first."""
    late = filed("a", at="2026-01-01T00:00:00+00:00")
    harm = filed("b", harm=True)
    strict = filed("c", queue="strict", about=CaseAbout("claim", "c1", ""))
    done = filed("d")
    add(late, "claimed")
    add(harm, "held")
    declined(done)

    def found(**wanted: str) -> list[str]:
        return [file.case.number for file in ledger.cases(CaseFilter(**wanted))]

    assert found() == [late, harm, strict, done]
    assert found(state="open", queue="open") == [late, harm]
    assert found(queue="strict") == found(about_kind="claim") == found(about="c1") == [strict]
    assert found(claimed_by="Ann") == found(state="claimed") == found(overdue="2026-03-01") == [late]
    assert found(outcome="held") == [harm]
    assert found(state="decided") == found(outcome="declined") == [done]
    assert [(one.kind, one.id, one.case) for one in ledger.holds()] == [("report", "r1", harm)]
    assert ledger.cases_received("2026-03-01T11:59:59+00:00") == 3
    first = ledger.cases(CaseFilter(), limit=3)
    assert [file.case.number for file in ledger.cases(CaseFilter(), after=first.after)] == [done]


def test_what_was_held_is_found_by_its_last_turn(where: str) -> None:
    """Holds that last and those that ended are found, the last turned first; the log keeps what was released."""
    first, second, third = filed("a"), filed("b"), filed("c")
    for number in (first, second, third):
        add(number, "held")
    add(first, "released")
    declined(second)
    turned = ledger.lately_held()
    assert {one.case for one in turned} == {first, second, third}
    assert {one.case: one.until is None for one in turned} == {first: False, second: False, third: True}
    assert [one.case for one in ledger.holds()] == [third]
    assert len(ledger.lately_held(1)) == 1
    held = {one.id: one.until for one in ledger.corrections(CorrectionFilter(outcome="held"))}
    assert set(held) == {first, third} and held[first] and held[third] is None
    assert ledger.correction(first).outcome == "held"


def test_a_rehearsal_leaves_nothing(where: str) -> None:
    """What happens in a rehearsal can be read inside it and has not happened after it."""
    with ledger.rehearsal():
        number = filed()
        assert ledger.case_file(number)
    assert ledger.count_cases(CaseFilter()) == 0
    assert filed() == number


def test_the_log_holds_cases_and_judgements_the_newest_first(where: str) -> None:
    """Cases and judgements without a case stand in one row, page by page, each once; declined ones if asked for."""
    ledger.put_packs(PACKS)
    read = a_reading(1)
    ledger.add_reading(read.page, read.report, read.claims, read.linked)
    claim = read.claims[0].id
    acts = [a_judgement("mend", claim, (("min", str(turn)),)) for turn in range(3)]
    acts = [replace(act, at=f"2026-04-0{turn + 1}T00:00:00+00:00") for turn, act in enumerate(acts)]
    for act in acts:
        ledger.judge(act)
    number, refused = filed("a"), filed("b")
    noted = Decision("adjusted", "corrected", "w", "r", Proposal("mend", "claim", (claim,)), (acts[1].id,))
    with pytest.raises(ActRefused):
        add(number, "decided", decision=noted)
    noted = replace(noted, proposal=Proposal("note"))
    add(number, "decided", at="2026-04-04T00:00:00+00:00", decision=noted)
    declined(refused)
    assert [one.id for one in ledger.corrections()] == [number, acts[2].id, acts[0].id]
    assert ledger.correction(number).judgements == (acts[1],)
    assert [one.id for one in ledger.corrections(CorrectionFilter(outcome="declined"))] == [refused]
    seen, after = [], None
    while True:
        page = ledger.corrections(after=after, limit=1)
        seen += [one.id for one in page]
        after = page.after
        if after is None:
            break
    assert seen == [number, acts[2].id, acts[0].id]
    values = ledger.values_before(acts)
    assert [values[act.id]["min"] for act in acts] == ["100", "0", "1"]


def walked(wanted: CorrectionFilter | None = None, limit: int = 2) -> list[str]:
    """Return the log's ids, read page by page."""
    seen, after = [], None
    while True:
        page = ledger.corrections(wanted, after, limit)
        seen += [one.id for one in page]
        after = page.after
        if after is None:
            return seen


def test_of_one_moment_the_log_has_what_was_done_last_first(where: str) -> None:
    """Holds, decisions and judgements of one second stand in the order in which they were done, on any page."""
    ledger.put_packs(PACKS)
    ledger.add_readings([a_reading(1)])
    claim, done = a_reading(1).claims[0].id, []
    for turn in range(3):
        act = replace(a_judgement("mend", claim, (("min", str(turn)),)), at=AT)
        done += [filed(f"held-{turn}"), filed(f"noted-{turn}"), act.id]
        add(done[-3], "held")
        add(done[-2], "decided", decision=Decision("adjusted", "corrected", "w", "r", Proposal("note")))
        ledger.judge(act)
    assert [one.id for one in ledger.corrections()] == walked() == done[::-1]
    add(done[0], "message")
    assert walked() == done[::-1]
    add(done[0], "decided", decision=Decision("adjusted", "corrected", "w", "r", Proposal("note")))
    assert walked() == [done[0], *done[:0:-1]]
    add(done[0], "reopened")
    assert walked() == done[:0:-1]


def test_the_log_is_narrowed_to_what_an_entry_is_about(where: str) -> None:
    """`about` keeps the entries of one thing; a force or a report those of its claims, and of cases that judged them."""
    ledger.put_packs(PACKS)
    reads = a_reading(1), a_reading(2, force="blue-guard")
    ledger.add_readings(reads)
    claims = [read.claims[0].id for read in reads]
    acts = [a_judgement("reject", claim) for claim in claims]
    for act in acts:
        ledger.judge(act)
    about = CaseAbout("opinion", "o-1", "An opinion")
    noted, carried = filed("a", about=about), filed("b", about=CaseAbout("opinion", "o-2", "Another"))
    decision = Decision("adjusted", "corrected", "w", "r", Proposal("note"))
    add(noted, "decided", decision=decision)
    add(carried, "decided", decision=replace(decision, judgements=(acts[1].id,)))
    assert walked(CorrectionFilter(about=("opinion", "o-1"))) == [noted]
    assert (
        walked(CorrectionFilter(about=("claim", claims[0])))
        == walked(CorrectionFilter(force="grey-column"))
        == [acts[0].id]
    )
    assert (
        walked(CorrectionFilter(force="Blue Guard")) == walked(CorrectionFilter(report=reads[1].report.id)) == [carried]
    )
    assert walked(CorrectionFilter(about=("claim", claims[1]))) == []


@pytest.mark.parametrize("cursor", [Cursor("2026-04-01", "C-2026-000001"), Cursor("", "9" * 30), Cursor("x", "-1")])
def test_a_cursor_that_is_none_of_the_logs_is_passed_over(where: str, cursor: Cursor) -> None:
    """What no page of the log gave begins at the first page."""
    number = filed()
    declined(number)
    assert [one.id for one in ledger.corrections(CorrectionFilter(outcome="declined"), after=cursor)] == [number]
