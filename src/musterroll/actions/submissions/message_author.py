"""Write to the author of a submission: it stands on the page that the secret link leads to."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("message_author", "message", "submission", REVIEWERS)


def message_author(number: str, *, by: Person, why: str, at: str | None = None) -> SubmissionFile:
    """Add a message; `why` is the message.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
