"""Stop updates on a submission: its author is told nothing more."""

from musterroll import ledger
from musterroll.actions.act import Act
from musterroll.actions.submissions.step import AUTHOR
from musterroll.actions.threads import SENDERS, follow_link
from musterroll.records import Person

ACT = Act("stop_submission_updates", "stop", "submission", SENDERS)


def stop_submission_updates(number: str, token: str, *, key: str, by: Person = AUTHOR) -> None:
    """Send who sent a submission no more mail; a second time changes nothing. Raises ActRefused for a wrong token."""
    follow_link(ACT, number, token, key, by, ledger.stop_sender)
