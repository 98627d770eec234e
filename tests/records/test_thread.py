"""What a thread's kinds share follows from its steps alone."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.records import (
    SUBMISSION_EVENTS,
    SUBMISSION_STATES,
    Case,
    CaseAbout,
    CaseEvent,
    CaseFile,
    Manuscript,
    Submission,
    SubmissionEvent,
    SubmissionFile,
)

AT = "2026-03-01T12:00:00+00:00"
CASE = Case("C-2026-000001", CaseAbout("general", "", ""), "other", "w", "r", AT, "2026-03-06")
SUBMISSION = Submission("S-2026-000001", "opinion", Manuscript("A title", "<p>Words.</p>", "Words."), "b", "i", AT)
STEPS = st.lists(st.sampled_from(SUBMISSION_EVENTS[1:]), max_size=12)


def case_of(*steps: tuple[str, str]) -> CaseFile:
    """Return a case with these steps, each a kind and by whom."""
    return CaseFile(CASE, tuple(CaseEvent(CASE.number, kind, AT, by, "words") for kind, by in steps))


def submission_of(*steps: tuple[str, str]) -> SubmissionFile:
    """Return a submission with these steps, each a kind and by whom."""
    return SubmissionFile(SUBMISSION, tuple(SubmissionEvent(SUBMISSION.number, kind, AT, by) for kind, by in steps))


@pytest.mark.parametrize("made", [case_of, submission_of])
def test_who_took_it_last_has_it_until_it_is_left(made: Callable[..., CaseFile]) -> None:
    """A thread is with the editor who claimed it last, and with nobody after it was left."""
    assert made().claimed_by is None
    assert made(("claimed", "Ann")).claimed_by == "Ann"
    assert made(("claimed", "Ann"), ("left", "Bob")).claimed_by is None
    assert made(("claimed", "Ann"), ("left", "Ann"), ("claimed", "Bob"), ("comment", "Ann")).claimed_by == "Bob"


def test_a_case_begins_anew_and_a_submission_goes_on() -> None:
    """Reopened, a case is with nobody; a submission stays with the editor who has it."""
    taken, reopened = ("claimed", "Ann"), ("reopened", "Bob")
    assert case_of(taken, reopened).claimed_by is None
    assert submission_of(taken, reopened).claimed_by == "Ann"
    assert submission_of(taken, ("declined", "Bob"), reopened).state == "in review"
    assert submission_of(taken, ("left", "Ann"), ("declined", "Bob"), reopened).state == "submitted"


@given(STEPS)
def test_every_submission_has_a_state_and_hides_what_is_inside(kinds: list[str]) -> None:
    """Whatever its steps, a submission stands in one state, and no note, approval or return to the queue is public."""
    file = submission_of(("submitted", ""), *((kind, "Ann") for kind in kinds))
    assert file.state in SUBMISSION_STATES
    assert not (file.open and file.closed_at)
    assert (file.state == "in review") <= (file.claimed_by == "Ann")
    assert not {event.kind for event in file.public_events} & {"comment", "approval", "left"}
