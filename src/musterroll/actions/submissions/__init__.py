"""Acts on submissions: what readers send in, from the form to its publication.

Each act takes a submission's number, `by`, `why` in words and `at`; gives the submission as it is then; never runs
without an audit line, in one step with it. All raise ActRefused where the act may not or cannot be done, NotInLedger
for no such submission.
"""

from musterroll.actions.submissions.accept_submission import accept_submission
from musterroll.actions.submissions.approve_submission import approve_submission
from musterroll.actions.submissions.ask_changes import ask_changes
from musterroll.actions.submissions.claim_submission import claim_submission
from musterroll.actions.submissions.comment_submission import comment_submission
from musterroll.actions.submissions.confirm_submission_updates import confirm_submission_updates
from musterroll.actions.submissions.decline_submission import decline_submission
from musterroll.actions.submissions.hand_in import hand_in
from musterroll.actions.submissions.hand_in_version import hand_in_version
from musterroll.actions.submissions.leave_submission import leave_submission
from musterroll.actions.submissions.message_author import message_author
from musterroll.actions.submissions.publish_submission import publish_submission
from musterroll.actions.submissions.reopen_submission import reopen_submission
from musterroll.actions.submissions.reply_submission import reply_submission
from musterroll.actions.submissions.revise_submission import revise_submission
from musterroll.actions.submissions.step import AUTHOR
from musterroll.actions.submissions.stop_submission_updates import stop_submission_updates
from musterroll.actions.submissions.withdraw_own import withdraw_own
from musterroll.actions.submissions.withdraw_submission import withdraw_submission

__all__ = [
    "AUTHOR",
    "accept_submission",
    "approve_submission",
    "ask_changes",
    "claim_submission",
    "comment_submission",
    "confirm_submission_updates",
    "decline_submission",
    "hand_in",
    "hand_in_version",
    "leave_submission",
    "message_author",
    "publish_submission",
    "reopen_submission",
    "reply_submission",
    "revise_submission",
    "stop_submission_updates",
    "withdraw_own",
    "withdraw_submission",
]
