"""Reply: the author of a submission writes to the editors by the secret link."""

from musterroll.actions.act import Act
from musterroll.actions.submissions.step import AUTHOR, only_author, step
from musterroll.actions.threads import SENDERS
from musterroll.records import Person, SubmissionFile

ACT = Act("reply_submission", "reply", "submission", SENDERS)


def reply_submission(number: str, *, why: str, by: Person = AUTHOR, at: str | None = None) -> SubmissionFile:
    """Add the author's words; whoever calls has checked the link's secret.

    Raises what `step` raises.
    """
    only_author(ACT, by)
    return step(ACT, number, by, why, at)
