"""Confirm updates on a submission: its author followed the link in the mail, and is told from now on."""

from musterroll import ledger
from musterroll.actions.act import Act
from musterroll.actions.submissions.step import AUTHOR
from musterroll.actions.threads import SENDERS, follow_link
from musterroll.records import Person

ACT = Act("confirm_submission_updates", "confirm", "submission", SENDERS)


def confirm_submission_updates(number: str, token: str, *, key: str, by: Person = AUTHOR) -> None:
    """Note that whoever sent a submission wants to be told. Raises ActRefused for a wrong token, NotInLedger where
    nobody asked for updates (any more).
    """
    follow_link(ACT, number, token, key, by, ledger.confirm_sender)
