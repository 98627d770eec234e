"""Actions: a person's act on the open ledger, one act a file: permission, deed, audit line.

Each act takes the id of its subject, `by` (a Person), `why` in words and `at` (now where it is not given); gives what
was done (`Done`: the judgement and a notice for each finding and holding that changed); never runs without an audit
line. All raise ActRefused where the act may not or cannot be done, and NotInLedger where its subject is not there.
"""

from musterroll.actions.act import EDITORS, REVIEWERS, Act, Done
from musterroll.actions.cases import (
    READER,
    Decided,
    appoint,
    claim_case,
    comment_case,
    confirm_updates,
    decide_case,
    hold_case,
    leave_case,
    message_case,
    propose,
    purge_contacts,
    rehearse,
    release_case,
    reopen_case,
    reply_case,
    stop_updates,
    submit_case,
)
from musterroll.actions.confirm_claim import confirm_claim
from musterroll.actions.correct_claim import correct_claim
from musterroll.actions.merge_actors import merge_actors
from musterroll.actions.part_actors import part_actors
from musterroll.actions.reject_claim import reject_claim
from musterroll.actions.reopen_claim import reopen_claim
from musterroll.actions.restore_report import restore_report
from musterroll.actions.retract_report import retract_report

__all__ = [
    "EDITORS",
    "READER",
    "REVIEWERS",
    "Act",
    "Decided",
    "Done",
    "appoint",
    "claim_case",
    "comment_case",
    "confirm_claim",
    "confirm_updates",
    "correct_claim",
    "decide_case",
    "hold_case",
    "leave_case",
    "merge_actors",
    "message_case",
    "part_actors",
    "propose",
    "purge_contacts",
    "rehearse",
    "reject_claim",
    "release_case",
    "reopen_case",
    "reopen_claim",
    "reply_case",
    "restore_report",
    "retract_report",
    "stop_updates",
    "submit_case",
]
