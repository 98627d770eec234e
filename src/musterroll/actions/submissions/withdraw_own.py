"""Withdraw one's own: an author takes back what is not published yet, by the secret link."""

from musterroll.actions.act import Act
from musterroll.actions.submissions.step import AUTHOR, only_author, step
from musterroll.actions.threads import SENDERS
from musterroll.records import Person, SubmissionFile

ACT = Act("withdraw_own", "withdrawn", "submission", SENDERS)


def withdraw_own(
    number: str, *, why: str = "taken back by its author", by: Person = AUTHOR, at: str | None = None
) -> SubmissionFile:
    """Take a submission back; whoever calls has checked the link's secret.

    Raises what `step` raises; ActRefused too where it is published.
    """
    only_author(ACT, by)
    return step(ACT, number, by, why, at)
