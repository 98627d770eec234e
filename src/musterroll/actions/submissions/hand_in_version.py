"""Hand in a version: the author answers the editors with a new text, by the secret link."""

from musterroll.actions.act import Act
from musterroll.actions.submissions.step import AUTHOR, only_author, step
from musterroll.actions.threads import SENDERS
from musterroll.records import Manuscript, Person, SubmissionFile

ACT = Act("hand_in_version", "version", "submission", SENDERS)


def hand_in_version(
    number: str, manuscript: Manuscript, *, why: str = "a new version", by: Person = AUTHOR, at: str | None = None
) -> SubmissionFile:
    """Put a new text in place of the one before, which is kept; whoever calls has checked the link's secret.

    Raises what `step` raises; ActRefused too where it is the same text.
    """
    only_author(ACT, by)
    return step(ACT, number, by, why, at, manuscript=manuscript)
