"""Reopen a submission that was declined or withdrawn."""

from musterroll.actions.act import EDITORS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("reopen_submission", "reopened", "submission", EDITORS)


def reopen_submission(number: str, *, by: Person, why: str, at: str | None = None) -> SubmissionFile:
    """Put it back into review; `why` is shown to the author.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
