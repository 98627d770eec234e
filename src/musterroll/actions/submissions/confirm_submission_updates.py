"""Confirm updates on a submission: its author followed the link in the mail, and is told from now on."""

from musterroll import ledger
from musterroll.actions.act import Act, permit
from musterroll.actions.submissions.step import AUTHOR, AUTHORS
from musterroll.records import ActRefused, Person

ACT = Act("confirm_submission_updates", "confirm", "submission", AUTHORS)


def confirm_submission_updates(number: str, token: str, *, key: str, by: Person = AUTHOR) -> None:
    """Note that whoever sent a submission wants to be told. Raises ActRefused for a wrong token, NotInLedger where
    nobody asked for updates (any more).
    """
    permit(ACT, by, "followed the link")
    if not ledger.fits(token, "confirm", number, key):
        raise ActRefused(f"{number}: this link does not hold")
    with ledger.one_step():
        ledger.confirm_sender(number)
        ledger.audit(by.name, ACT.name, number, "followed the link")
