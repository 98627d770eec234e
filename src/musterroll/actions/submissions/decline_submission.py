"""Decline a submission, with the reason."""

from musterroll.actions.act import EDITORS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("decline_submission", "declined", "submission", EDITORS)


def decline_submission(number: str, *, by: Person, why: str, at: str | None = None) -> SubmissionFile:
    """Decline; `why` is shown to the author.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
