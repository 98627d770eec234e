"""Confirm updates: the reader followed the link in the mail, and is told from now on."""

from musterroll import ledger
from musterroll.actions.act import Act, permit
from musterroll.actions.cases.step import READER, READERS
from musterroll.records import ActRefused, Person

ACT = Act("confirm_updates", "confirm", "case", READERS)


def confirm_updates(number: str, token: str, *, key: str, by: Person = READER) -> None:
    """Note that whoever sent a case wants to be told. Raises ActRefused for a wrong token, NotInLedger where nobody
    asked for updates (any more).
    """
    permit(ACT, by, "followed the link")
    if not ledger.fits(token, "confirm", number, key):
        raise ActRefused(f"{number}: this link does not hold")
    with ledger.one_step():
        ledger.confirm_contact(number)
        ledger.audit(by.name, ACT.name, number, "followed the link")
