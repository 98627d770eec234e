"""What every act on a case shares: who sends one in, and the step of its thread."""

from musterroll import ledger
from musterroll.actions.threads import Steps
from musterroll.records import CaseEvent, CaseFile, Person

READER = Person("a reader", frozenset({"reader"}))
CASES = Steps[CaseFile, CaseEvent](READER, CaseEvent, lambda event: ledger.add_case_event(event))
step, event_of = CASES.step, CASES.event_of
