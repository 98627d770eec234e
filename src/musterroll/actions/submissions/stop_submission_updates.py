"""Stop updates on a submission: its author is told nothing more."""

from musterroll import ledger
from musterroll.actions.act import Act, permit
from musterroll.actions.submissions.step import AUTHOR, AUTHORS
from musterroll.records import ActRefused, Person

ACT = Act("stop_submission_updates", "stop", "submission", AUTHORS)


def stop_submission_updates(number: str, token: str, *, key: str, by: Person = AUTHOR) -> None:
    """Send who sent a submission no more mail; a second time changes nothing. Raises ActRefused for a wrong token."""
    permit(ACT, by, "followed the link")
    if not ledger.fits(token, "stop", number, key):
        raise ActRefused(f"{number}: this link does not hold")
    with ledger.one_step():
        ledger.stop_sender(number)
        ledger.audit(by.name, ACT.name, number, "followed the link")
