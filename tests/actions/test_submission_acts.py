"""What every act on a submission keeps to: permission, the step, the audit line, all or nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from musterroll import actions, ledger
from musterroll.ledger import Reached
from musterroll.records import ActRefused, Contact, NotInLedger, SubmissionDraft
from tests.actions.cases import AT, EDITOR, KEY
from tests.actions.submissions import (
    ON_SUBMISSIONS,
    OTHER,
    REVIEWER,
    TEXT,
    claimed,
    declined,
    filed,
    published,
)

OF_AUTHORS = {
    "hand_in", "hand_in_version", "reply_submission", "withdraw_own", "confirm_submission_updates",
    "stop_submission_updates",
}  # fmt: skip
OF_EDITORS = {"accept_submission", "decline_submission", "reopen_submission", "revise_submission",
              "publish_submission", "withdraw_submission"}  # fmt: skip


def test_every_act_on_a_submission_is_tested_here() -> None:
    """Each file of the folder holds one act of its name, which the room exports, and none is left out here."""
    files = {path.stem for path in Path(actions.submissions.__path__[0]).glob("*.py")} - {"__init__", "step"}
    assert files == set(ON_SUBMISSIONS) | OF_AUTHORS
    assert files <= set(actions.__all__)


@pytest.mark.parametrize("name", sorted(OF_EDITORS))
def test_reviewers_do_not_decide(name: str, held: Path) -> None:
    """What decides or publishes takes an editor."""
    prepare, more = ON_SUBMISSIONS[name]
    number = prepare()
    with pytest.raises(ActRefused, match="may not"):
        getattr(actions, name)(number, **more, by=REVIEWER, why="x")


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
