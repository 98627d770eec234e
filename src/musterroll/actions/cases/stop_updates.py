"""Stop updates: the reader is told nothing more."""

from musterroll import ledger
from musterroll.actions.act import Act, permit
from musterroll.actions.cases.step import READER, READERS
from musterroll.records import ActRefused, Person

ACT = Act("stop_updates", "stop", "case", READERS)


def stop_updates(number: str, token: str, *, key: str, by: Person = READER) -> None:
    """Send whoever sent a case no more mail; a second time changes nothing. Raises ActRefused for a wrong token."""
    permit(ACT, by, "followed the link")
    if not ledger.fits(token, "stop", number, key):
        raise ActRefused(f"{number}: this link does not hold")
    with ledger.one_step():
        ledger.stop_contact(number)
        ledger.audit(by.name, ACT.name, number, "followed the link")
