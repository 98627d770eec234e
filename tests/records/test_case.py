"""Where a case stands follows from its thread alone."""

from hypothesis import given
from hypothesis import strategies as st

from musterroll.records import (
    CASE_EVENTS,
    CASE_STATES,
    Case,
    CaseAbout,
    CaseEvent,
    CaseFile,
    Decision,
    Proposal,
    due_day,
)

CASE = Case("C-2026-000001", CaseAbout("general", "", ""), "other", "w", "r", "2026-03-01T23:00:00+00:00", "2026-03-06")
DECLINED = Decision("declined", "declined", "", "")
NOTE = Proposal("note")


def file_of(*kinds: str) -> CaseFile:
    """Return a case whose thread has these steps, by Ann."""
    events = ("received", *kinds)
    return CaseFile(
        CASE,
        tuple(
            CaseEvent(
                CASE.number,
                kind,
                f"2026-03-02T00:00:{n:02}+00:00",
                "Ann",
                "words",
                NOTE if kind == "proposal" else None,
                DECLINED if kind == "decided" else None,
            )
            for n, kind in enumerate(events)
        ),
    )


def test_a_case_is_due_in_five_days_and_in_two_where_it_can_harm() -> None:
    """The day a case is due counts from the day it came in."""
    assert due_day("2026-02-27T23:59:59+00:00") == "2026-03-04"
    assert due_day("2026-02-27T23:59:59+00:00", harm=True) == "2026-03-01"


def test_the_state_is_that_of_the_last_round() -> None:
    """Received, claimed, proposed, decided; reopened, it begins anew and nobody has it."""
    assert file_of().state == "received"
    assert file_of("claimed").state == "claimed"
    assert file_of("claimed", "left").state == "received"
    assert file_of("claimed", "proposal").state == "proposed"
    assert file_of("claimed", "proposal", "decided").state == "decided"
    again = file_of("claimed", "proposal", "decided", "reopened")
    assert (again.state, again.claimed_by, again.proposal, again.outcome) == ("received", None, None, None)


def test_a_hold_ends_with_its_release_or_the_decision() -> None:
    """What is held has the class "held" until it is released or decided."""
    assert file_of("held").outcome == "held" and file_of("held").held
    assert file_of("held", "released").outcome is None
    assert file_of("held").released_at is None and file_of("held", "released").released_at
    assert file_of("held", "released", "held").released_at is None
    assert file_of("held", "decided", "reopened").released_at is None
    since = [file_of(*kinds).logged_at for kinds in (("held",), ("held", "released"), ("claimed", "held", "released"))]
    assert since == [f"2026-03-02T00:00:{second:02}+00:00" for second in (1, 1, 2)]
    assert file_of("claimed").logged_at is None is file_of("held", "decided", "reopened").logged_at
    assert file_of("held", "decided").logged_at == file_of("held", "decided").closed_at


def test_a_hold_is_remembered_with_its_beginning_and_end() -> None:
    """The last hold of a case has when it began, and when its release or the decision ended it; none where none was."""
    assert file_of("claimed", "decided").hold is None
    lasting, ended = file_of("held").hold, file_of("held", "released", "comment", "decided").hold
    assert lasting and lasting.until is None and lasting.turned == lasting.since
    assert ended and ended.until and ended.turned == ended.until
    again = file_of("held", "released", "held").hold
    assert again and again.until is None


def test_a_decision_ends_what_is_held() -> None:
    """What was held when it was decided is held no more."""
    assert file_of("held", "decided").outcome == "declined" and not file_of("held", "decided").held


def test_a_case_is_overdue_until_it_is_decided() -> None:
    """The day after its day a case is overdue; a decided one never is."""
    assert not file_of().overdue("2026-03-06")
    assert file_of().overdue("2026-03-07")
    assert not file_of("decided").overdue("2026-03-07")


@given(st.lists(st.sampled_from(CASE_EVENTS[1:]), max_size=12))
def test_every_thread_has_a_state_and_hides_what_is_inside(kinds: list[str]) -> None:
    """Whatever the steps, a case stands in one state, and no note, proposal or return to the queue is public."""
    file = file_of(*kinds)
    assert file.state in CASE_STATES
    assert (file.state == "decided") == bool(file.decision) == bool(file.closed_at)
    assert not {event.kind for event in file.public_events} & {"comment", "proposal", "left"}
    assert not (file.held and file.decision)
