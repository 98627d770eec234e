"""Acts on cases: what readers say is wrong, from the form to the decision; and on the accounts of those who decide.

Each act takes a case's number, `by`, `why` in words and `at`; gives the case as it is then; never runs without an audit
line, in one step with it. All raise ActRefused where the act may not or cannot be done, NotInLedger for no such case.
"""

from musterroll.actions.cases.appoint import appoint
from musterroll.actions.cases.carrying_out import rehearse
from musterroll.actions.cases.claim_case import claim_case
from musterroll.actions.cases.comment_case import comment_case
from musterroll.actions.cases.confirm_updates import confirm_updates
from musterroll.actions.cases.decide_case import Decided, decide_case
from musterroll.actions.cases.hold_case import hold_case
from musterroll.actions.cases.leave_case import leave_case
from musterroll.actions.cases.message_case import message_case
from musterroll.actions.cases.propose import propose
from musterroll.actions.cases.purge_contacts import purge_contacts
from musterroll.actions.cases.release_case import release_case
from musterroll.actions.cases.reopen_case import reopen_case
from musterroll.actions.cases.reply_case import reply_case
from musterroll.actions.cases.step import READER
from musterroll.actions.cases.stop_updates import stop_updates
from musterroll.actions.cases.submit_case import submit_case

__all__ = [
    "READER",
    "Decided",
    "appoint",
    "claim_case",
    "comment_case",
    "confirm_updates",
    "decide_case",
    "hold_case",
    "leave_case",
    "message_case",
    "propose",
    "purge_contacts",
    "rehearse",
    "release_case",
    "reopen_case",
    "reply_case",
    "stop_updates",
    "submit_case",
]
