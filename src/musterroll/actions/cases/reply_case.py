"""Reply to a case: its reader adds to the thread by the secret link."""

from musterroll.actions.act import Act
from musterroll.actions.cases.step import READER, step
from musterroll.actions.threads import SENDERS
from musterroll.records import CaseFile, Person

ACT = Act("reply_case", "reply", "case", SENDERS)


def reply_case(number: str, *, why: str, by: Person = READER, at: str | None = None) -> CaseFile:
    """Add the reader's words to the thread; whoever calls has checked the link's secret.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
