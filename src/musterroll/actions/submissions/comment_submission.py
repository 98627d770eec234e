"""Comment on a submission: a note for the other editors, which its author never sees."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("comment_submission", "comment", "submission", REVIEWERS)


def comment_submission(number: str, *, by: Person, why: str, at: str | None = None) -> SubmissionFile:
    """Add a note; `why` is the note.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
