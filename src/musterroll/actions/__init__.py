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
from musterroll.actions.relations import confirm_related, take_back_related
from musterroll.actions.reopen_claim import reopen_claim
from musterroll.actions.restore_report import restore_report
from musterroll.actions.retract_report import retract_report
from musterroll.actions.submissions import (
    AUTHOR,
    accept_submission,
    approve_submission,
    ask_changes,
    claim_submission,
    comment_submission,
    confirm_submission_updates,
    decline_submission,
    hand_in,
    hand_in_version,
    leave_submission,
    message_author,
    publish_submission,
    reopen_submission,
    reply_submission,
    revise_submission,
    stop_submission_updates,
    withdraw_own,
    withdraw_submission,
)

__all__ = [
    "AUTHOR",
    "EDITORS",
    "READER",
    "REVIEWERS",
    "Act",
    "Decided",
    "Done",
    "accept_submission",
    "appoint",
    "approve_submission",
    "ask_changes",
    "claim_case",
    "claim_submission",
    "comment_case",
    "comment_submission",
    "confirm_claim",
    "confirm_related",
    "confirm_submission_updates",
    "confirm_updates",
    "correct_claim",
    "decide_case",
    "decline_submission",
    "hand_in",
    "hand_in_version",
    "hold_case",
    "leave_case",
    "leave_submission",
    "merge_actors",
    "message_author",
    "message_case",
    "part_actors",
    "propose",
    "publish_submission",
    "purge_contacts",
    "rehearse",
    "reject_claim",
    "release_case",
    "reopen_case",
    "reopen_claim",
    "reopen_submission",
    "reply_case",
    "reply_submission",
    "restore_report",
    "retract_report",
    "revise_submission",
    "stop_submission_updates",
    "stop_updates",
    "submit_case",
    "take_back_related",
    "withdraw_own",
    "withdraw_submission",
]
