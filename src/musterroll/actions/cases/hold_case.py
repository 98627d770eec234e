"""Hold: what a case is about is marked as held on its pages while it is checked."""

from musterroll.actions.act import EDITORS, Act
from musterroll.actions.cases.step import step
from musterroll.records import CaseFile, Person

ACT = Act("hold_case", "held", "case", EDITORS)


def hold_case(number: str, *, by: Person, why: str, at: str | None = None) -> CaseFile:
    """Mark the thing as held; `why` is shown on its pages.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
