"""Leave a case: it goes back to the queue."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.cases.step import step
from musterroll.records import CaseFile, Person

ACT = Act("leave_case", "left", "case", REVIEWERS)


def leave_case(number: str, *, by: Person, why: str = "leaves it", at: str | None = None) -> CaseFile:
    """Put a case back, whoever has it.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
