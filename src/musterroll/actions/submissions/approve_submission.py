"""Approve a submission: a reviewer finds the text as it is now fit to be published."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("approve_submission", "approval", "submission", REVIEWERS)


def approve_submission(
    number: str, *, by: Person, why: str = "fit to be published", at: str | None = None
) -> SubmissionFile:
    """Approve the text as it is now; a new version asks for new approval.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
