"""What every act on a case shares: who may do it, the step of its thread, its audit line."""

from musterroll import ledger
from musterroll.actions.act import Act, moment, permit
from musterroll.records import CaseEvent, CaseFile, Decision, Person, Proposal

READER = Person("a reader", frozenset({"reader"}))
READERS = frozenset({"reader", "reviewer", "editor", "admin"})


def step(
    act: Act,
    number: str,
    by: Person,
    words: str,
    at: str | None = None,
    proposal: Proposal | None = None,
    decision: Decision | None = None,
) -> CaseFile:
    """Append a step to a case's thread with its audit line, both or neither; return the case as it is then.

    Raises ActRefused where `by` is nobody or may not, where there are no words, or where the step cannot be done now;
    NotInLedger where there is no such case.
    """
    permit(act, by, words)
    then = moment(at)
    event = event_of(act, number, by, words, then, proposal, decision)
    with ledger.one_step():
        file = ledger.add_case_event(event)
        ledger.audit(by.name.strip(), act.name, number, words.strip(), then)
    return file


def event_of(
    act: Act,
    number: str,
    by: Person,
    words: str,
    at: str,
    proposal: Proposal | None = None,
    decision: Decision | None = None,
) -> CaseEvent:
    """Return the event that an act leaves; what a reader does is by nobody in particular."""
    name = "" if by == READER else by.name.strip()
    return CaseEvent(number, act.deed, at, name, words.strip(), proposal, decision)
