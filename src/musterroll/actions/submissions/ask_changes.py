"""Ask for changes: the author answers with a new version."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("ask_changes", "changes asked", "submission", REVIEWERS)


def ask_changes(number: str, *, by: Person, why: str, at: str | None = None) -> SubmissionFile:
    """Say what is to change; `why` is shown to the author.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
