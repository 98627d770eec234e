"""Stop updates: the reader is told nothing more."""

from musterroll import ledger
from musterroll.actions.act import Act
from musterroll.actions.cases.step import READER
from musterroll.actions.threads import SENDERS, follow_link
from musterroll.records import Person

ACT = Act("stop_updates", "stop", "case", SENDERS)


def stop_updates(number: str, token: str, *, key: str, by: Person = READER) -> None:
    """Send whoever sent a case no more mail; a second time changes nothing. Raises ActRefused for a wrong token."""
    follow_link(ACT, number, token, key, by, ledger.stop_contact)
