"""Actions: a person's act on the open ledger, one act a file: permission, deed, audit line.

Each act takes the id of its subject, `by` (a Person), `why` in words and `at` (now where it is not given); gives what
was done (`Done`: the judgement and a notice for each finding and holding that changed); never runs without an audit
line. All raise ActRefused where the act may not or cannot be done, and NotInLedger where its subject is not there.
"""

from musterroll.actions.act import EDITORS, REVIEWERS, Act, Done
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
    "REVIEWERS",
    "Act",
    "Done",
    "confirm_claim",
    "correct_claim",
    "merge_actors",
    "part_actors",
    "reject_claim",
    "reopen_claim",
    "restore_report",
    "retract_report",
]
