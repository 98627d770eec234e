"""Write to the reader of a case: it stands on the page that the secret link leads to."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.cases.step import step
from musterroll.records import CaseFile, Person

ACT = Act("message_case", "message", "case", REVIEWERS)


def message_case(number: str, *, by: Person, why: str, at: str | None = None) -> CaseFile:
    """Add a message to the thread; `why` is the message.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
