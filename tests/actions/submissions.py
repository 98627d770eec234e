"""Invented submissions at every stage, and what each act on a submission is tried on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from musterroll import actions
from musterroll.records import Manuscript, Person, SubmissionDraft
from tests.actions.cases import AT, EDITOR, KEY

REVIEWER = Person("Rob Reviewer (invented)", frozenset({"reviewer"}))
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


ON_SUBMISSIONS: dict[str, tuple[Callable[[], str], dict[str, Any]]] = {
    "claim_submission": (filed, {}),
    "leave_submission": (claimed, {}),
    "comment_submission": (filed, {}),
    "approve_submission": (filed, {}),
    "message_author": (filed, {}),
    "ask_changes": (filed, {}),
    "accept_submission": (filed, {}),
    "decline_submission": (filed, {}),
    "reopen_submission": (declined, {}),
    "revise_submission": (published, {"manuscript": OTHER}),
    "publish_submission": (accepted, {}),
    "withdraw_submission": (published, {}),
}
