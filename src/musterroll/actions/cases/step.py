"""What every act on a case shares: who sends one in, the step of its thread, the links in mails."""

from collections.abc import Callable

from musterroll import ledger
from musterroll.actions.act import Act, permit
from musterroll.actions.threads import Steps
from musterroll.records import ActRefused, CaseEvent, CaseFile, Person

READER = Person("a reader", frozenset({"reader"}))
CASES = Steps[CaseFile, CaseEvent](READER, CaseEvent, lambda event: ledger.add_case_event(event))
step, event_of = CASES.step, CASES.event_of


def follow_link(act: Act, number: str, token: str, key: str, by: Person, do: Callable[[str], None]) -> None:
    """Do what the link in a mail stands for, with its audit line; raises ActRefused where its token does not hold."""
    permit(act, by, "followed the link")
    if not ledger.fits(token, act.deed, number, key):
        raise ActRefused(f"{number}: this link does not hold")
    with ledger.one_step():
        do(number)
        ledger.audit(by.name, act.name, number, "followed the link")
