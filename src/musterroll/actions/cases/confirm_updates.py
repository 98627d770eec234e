"""Confirm updates: the reader followed the link in the mail, and is told from now on."""

from musterroll import ledger
from musterroll.actions.act import Act
from musterroll.actions.cases.step import READER
from musterroll.actions.threads import SENDERS, follow_link
from musterroll.records import Person

ACT = Act("confirm_updates", "confirm", "case", SENDERS)


def confirm_updates(number: str, token: str, *, key: str, by: Person = READER) -> None:
    """Note that whoever sent a case wants to be told. Raises ActRefused for a wrong token, NotInLedger where nobody
    asked for updates (any more).
    """
    follow_link(ACT, number, token, key, by, ledger.confirm_contact)
