"""Actions: a person's act on the open ledger, one act a file: permission, deed, audit line.

Each act takes the id of its subject, `by` (a Person), `why` in words and `at` (now where it is not given); gives what
was done (`Done`: the judgement and a notice for each finding and holding that changed); never runs without an audit
line. All raise ActRefused where the act may not or cannot be done, and NotInLedger where its subject is not there.
"""

from musterroll.actions.act import EDITORS, REVIEWERS, Act, Done
from musterroll.actions.appoint import appoint
from musterroll.actions.carrying_out import rehearse
from musterroll.actions.case_step import READER
from musterroll.actions.claim_case import claim_case
from musterroll.actions.comment_case import comment_case
from musterroll.actions.confirm_claim import confirm_claim
from musterroll.actions.confirm_updates import confirm_updates
from musterroll.actions.correct_claim import correct_claim
from musterroll.actions.decide_case import Decided, decide_case
from musterroll.actions.hold_case import hold_case
from musterroll.actions.leave_case import leave_case
from musterroll.actions.merge_actors import merge_actors
from musterroll.actions.message_case import message_case
from musterroll.actions.part_actors import part_actors
from musterroll.actions.propose import propose
from musterroll.actions.purge_contacts import purge_contacts
from musterroll.actions.reject_claim import reject_claim
from musterroll.actions.release_case import release_case
from musterroll.actions.reopen_case import reopen_case
from musterroll.actions.reopen_claim import reopen_claim
from musterroll.actions.reply_case import reply_case
from musterroll.actions.restore_report import restore_report
from musterroll.actions.retract_report import retract_report
from musterroll.actions.stop_updates import stop_updates
from musterroll.actions.submit_case import submit_case

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
