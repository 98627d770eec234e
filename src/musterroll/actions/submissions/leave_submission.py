"""Leave a submission: it goes back to the queue."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("leave_submission", "left", "submission", REVIEWERS)


def leave_submission(number: str, *, by: Person, why: str = "leaves it", at: str | None = None) -> SubmissionFile:
    """Put a submission back, whoever has it.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
