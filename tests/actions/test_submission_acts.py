"""What every act on a submission keeps to: permission, the step, the audit line, all or nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from musterroll import actions, ledger
from musterroll.ledger import Reached
from musterroll.records import ActRefused, Contact, Manuscript, NotInLedger, Person, SubmissionDraft

EDITOR = Person("Ann Editor (invented)", frozenset({"editor"}))
REVIEWER = Person("Rob Reviewer (invented)", frozenset({"reviewer"}))
READER = Person("Rea Reader (invented)", frozenset({"reader"}))
AT = "2026-03-01T12:00:00+00:00"
KEY = "a key for tests"
TEXT = Manuscript("A title", "<p>Words.</p>", "Words.")
OTHER = Manuscript("A title", "<p>Other words.</p>", "Other words.")


def filed(token: str = "t1", **changes: Any) -> str:
    """File an invented op-ed; return its number."""
    draft = SubmissionDraft("opinion", TEXT, "Nora Nobody", "none", token)
    return actions.hand_in(replace(draft, **changes), key=KEY, at=AT).submission.number


def claimed() -> str:
    """File an op-ed that an editor has."""
    return actions.claim_submission(filed(), by=EDITOR).submission.number


def accepted() -> str:
    """File an op-ed and accept it."""
    return actions.accept_submission(filed(), by=EDITOR).submission.number


def published() -> str:
    """File an op-ed and publish it."""
    return actions.publish_submission(accepted(), by=EDITOR).submission.number


def declined() -> str:
    """File an op-ed and decline it."""
    return actions.decline_submission(filed(), by=EDITOR, why="not for us").submission.number


CASES: dict[str, tuple[Callable[[], str], tuple[Any, ...]]] = {
    "claim_submission": (filed, ()),
    "leave_submission": (claimed, ()),
    "comment_submission": (filed, ()),
    "approve_submission": (filed, ()),
    "message_author": (filed, ()),
    "ask_changes": (filed, ()),
    "accept_submission": (filed, ()),
    "decline_submission": (filed, ()),
    "reopen_submission": (declined, ()),
    "revise_submission": (published, (OTHER,)),
    "publish_submission": (accepted, ()),
    "withdraw_submission": (published, ()),
}
OF_AUTHORS = {
    "hand_in", "hand_in_version", "reply_submission", "withdraw_own", "confirm_submission_updates",
    "stop_submission_updates",
}  # fmt: skip
OF_EDITORS = {"accept_submission", "decline_submission", "reopen_submission", "revise_submission",
              "publish_submission", "withdraw_submission"}  # fmt: skip


def test_every_act_on_a_submission_is_tested_here() -> None:
    """Each file of the folder holds one act of its name, which the room exports, and none is left out here."""
    files = {path.stem for path in Path(actions.submissions.__path__[0]).glob("*.py")} - {"__init__", "step"}
    assert files == set(CASES) | OF_AUTHORS
    assert files <= set(actions.__all__)


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_act_leaves_one_step_and_one_audit_line(name: str, held: Path) -> None:
    """Every act on a submission leaves one step and one audit line: who, what, to what, when."""
    prepare, more = CASES[name]
    number = prepare()
    steps, lines = ledger.submission_file(number).events, ledger.audit_lines()
    getattr(actions, name)(number, *more, by=EDITOR, why=" because ", at=AT)
    grown = ledger.submission_file(number).events
    assert len(grown) == len(steps) + 1
    assert (grown[-1].by, grown[-1].words, grown[-1].at) == (EDITOR.name, "because", AT)
    (line,) = ledger.audit_lines()[len(lines) :]
    assert (line.by, line.act, line.subject) == (EDITOR.name, name, number)


@pytest.mark.parametrize("name", sorted(CASES))
@pytest.mark.parametrize(
    ("by", "why", "at", "says"),
    [
        (replace(EDITOR, name=" "), "x", None, "by nobody"),
        (EDITOR, "  ", None, "no reason"),
        (READER, "x", None, "may not"),
        (EDITOR, "x", "yesterday", "offset"),
    ],
)
def test_an_act_that_may_not_be_done_leaves_nothing(
    name: str, by: Person, why: str, at: str | None, says: str, held: Path
) -> None:
    """By nobody, without a reason, without the right, or at no time: refused, and nothing is written."""
    prepare, more = CASES[name]
    number = prepare()
    before = ledger.submission_file(number), ledger.audit_lines(), ledger.judgements()
    with pytest.raises(ActRefused, match=says):
        getattr(actions, name)(number, *more, by=by, why=why, at=at)
    assert (ledger.submission_file(number), ledger.audit_lines(), ledger.judgements()) == before


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_act_on_no_submission_is_refused(name: str, held: Path) -> None:
    """There is no step of a submission that is not there."""
    with pytest.raises(NotInLedger):
        getattr(actions, name)("S-1999-000001", *CASES[name][1], by=EDITOR, why="x")
    assert ledger.audit_lines() == ()


@pytest.mark.parametrize("name", sorted(OF_EDITORS))
def test_reviewers_do_not_decide(name: str, held: Path) -> None:
    """What decides or publishes takes an editor."""
    prepare, more = CASES[name]
    number = prepare()
    with pytest.raises(ActRefused, match="may not"):
        getattr(actions, name)(number, *more, by=REVIEWER, why="x")


@pytest.mark.parametrize(
    ("prepare", "act", "more", "says"),
    [
        (claimed, "claim_submission", (), "yours already"),
        (filed, "leave_submission", (), "with nobody"),
        (filed, "publish_submission", (), "only what is accepted"),
        (published, "publish_submission", (), "only what is accepted"),
        (published, "accept_submission", (), "is published already"),
        (published, "decline_submission", (), "is published already"),
        (published, "approve_submission", (), "is published already"),
        (published, "reopen_submission", (), "not closed"),
        (declined, "decline_submission", (), "is declined already"),
        (declined, "withdraw_submission", (), "is declined already"),
        (declined, "revise_submission", (OTHER,), "reopen it first"),
        (filed, "revise_submission", (TEXT,), "has this text already"),
    ],
)
def test_a_step_at_the_wrong_time_is_refused(
    prepare: Callable[[], str], act: str, more: tuple[Any, ...], says: str, held: Path
) -> None:
    """Each step has its states; elsewhere it is refused with the reason, and nothing is written."""
    number = prepare()
    before = ledger.submission_file(number), ledger.audit_lines()
    with pytest.raises(ActRefused, match=says):
        getattr(actions, act)(number, *more, by=EDITOR, why="x")
    assert (ledger.submission_file(number), ledger.audit_lines()) == before


def test_a_new_text_asks_for_new_approval(held: Path) -> None:
    """Approvals count for the text that was approved: a version takes them away and ends the wish for changes."""
    number = claimed()
    assert actions.approve_submission(number, by=REVIEWER).approvals == (REVIEWER.name,)
    assert actions.ask_changes(number, by=REVIEWER, why="shorter").state == "changes asked"
    grown = actions.hand_in_version(number, OTHER)
    assert (grown.state, grown.approvals, grown.manuscript) == ("in review", (), OTHER)
    assert grown.versions == (TEXT, OTHER)


def test_what_is_filed_is_never_changed_and_its_sender_sealed(held: Path) -> None:
    """The database refuses to change a submission; no file of the ledger holds its sender or its secret in the open."""
    from django.db import DatabaseError, connection

    draft = SubmissionDraft("opinion", TEXT, "N", "none", "t", contact=Contact("Nora Else", "nora@example.org"))
    handed = actions.hand_in(draft, key=KEY, at=AT)
    for table in ("submission", "submission_event"):
        for deed in (f"UPDATE ledger_{table} SET record = ''", f"DELETE FROM ledger_{table}"):
            with pytest.raises(DatabaseError, match="never changed"), connection.cursor() as cursor:
                cursor.execute(deed)
    number = handed.submission.number
    assert ledger.sender_of(number, KEY) == Reached(Contact("Nora Else", "nora@example.org"), handed.secret)
    assert ledger.submission_by_secret(number, handed.secret).submission == handed.submission
    raw = held.read_bytes()
    assert b"Nora Else" not in raw and handed.secret.encode() not in raw


def test_an_author_is_told_after_the_link_and_until_the_other(held: Path) -> None:
    """A wish counts when its own token confirms it, and ends by the other one; each leaves an audit line."""
    number = filed(contact=Contact("N", "n@example.org", updates=True))
    confirm, stop = (ledger.secret_of(wish, number, KEY) for wish in ("confirm", "stop"))
    with pytest.raises(ActRefused):
        actions.confirm_submission_updates(number, stop, key=KEY)
    actions.confirm_submission_updates(number, confirm, key=KEY)
    reached = ledger.sender_of(number, KEY)
    assert reached is not None and reached.contact.confirmed
    with pytest.raises(ActRefused):
        actions.stop_submission_updates(number, confirm, key=KEY)
    actions.stop_submission_updates(number, stop, key=KEY)
    with pytest.raises(NotInLedger):
        actions.confirm_submission_updates(number, confirm, key=KEY)
    acts = [line.act for line in ledger.audit_lines(number)]
    assert acts == ["hand_in", "confirm_submission_updates", "stop_submission_updates"]


def test_a_draft_that_does_not_hold_is_refused(held: Path) -> None:
    """Without a title, a byline or a declaration, or of another kind, nothing is filed."""
    for changes in ({"byline": " "}, {"interest": ""}, {"kind": "poem"}, {"manuscript": replace(TEXT, title=" ")}):
        with pytest.raises(ActRefused):
            filed(**changes)
    assert ledger.submissions().rows == ()
