"""Claim a submission: one reviewer has it, and the others see so."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("claim_submission", "claimed", "submission", REVIEWERS)


def claim_submission(number: str, *, by: Person, why: str = "takes it", at: str | None = None) -> SubmissionFile:
    """Take a submission; it is theirs until they leave it.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
