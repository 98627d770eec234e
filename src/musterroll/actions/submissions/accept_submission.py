"""Accept a submission: it may be published, and is not yet."""

from musterroll.actions.act import EDITORS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("accept_submission", "accepted", "submission", EDITORS)


def accept_submission(number: str, *, by: Person, why: str = "accepted", at: str | None = None) -> SubmissionFile:
    """Accept the text as it is now.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
