"""Invented cases at every stage, and what each act on a case is tried on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from musterroll import actions, ledger
from musterroll.ledger import ClaimFilter
from musterroll.records import CaseAbout, CaseDraft, Person, Proposal

EDITOR = Person("Ann Editor (invented)", frozenset({"editor"}))
ADMIN = Person("Ada Admin (invented)", frozenset({"admin"}))
READER = Person("Rea Reader (invented)", frozenset({"reader"}))
AT = "2026-03-01T12:00:00+00:00"
KEY = "a key for tests"


def first_claim() -> str:
    """Return the id of a claim that stands."""
    return next(iter(ledger.claims(ClaimFilter()))).id


def filed(token: str = "t1", **changes: Any) -> str:
    """File an invented case about a claim; return its number."""
    draft = CaseDraft(CaseAbout("claim", first_claim(), "A title"), "number", "It is wrong.", "It is 7.", token)
    return actions.submit_case(replace(draft, **changes), key=KEY, at=AT).case.number


def claimed() -> str:
    """File a case that an editor has."""
    return actions.claim_case(filed(), by=EDITOR).case.number


def holding() -> str:
    """File a case that holds what it is about."""
    return actions.hold_case(filed(), by=EDITOR, why="checked").case.number


def decided() -> str:
    """File a case and decline it."""
    return actions.decide_case(filed(), "declined", by=EDITOR, why="it stands").file.case.number


NOTE = {"verdict": "adjusted", "wrong": "w", "right": "r", "proposal": Proposal("note")}
ON_CASES: dict[str, tuple[Callable[[], str], dict[str, Any]]] = {
    "claim_case": (filed, {}),
    "leave_case": (claimed, {}),
    "comment_case": (filed, {}),
    "message_case": (filed, {}),
    "hold_case": (filed, {}),
    "release_case": (holding, {}),
    "reopen_case": (decided, {}),
    "propose": (filed, {"proposal": Proposal("note")}),
    "decide_case": (filed, NOTE),
}
