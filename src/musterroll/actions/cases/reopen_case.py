"""Reopen a case that was decided; what was done stays done until it is decided anew."""

from musterroll.actions.act import EDITORS, Act
from musterroll.actions.cases.step import step
from musterroll.records import CaseFile, Person

ACT = Act("reopen_case", "reopened", "case", EDITORS)


def reopen_case(number: str, *, by: Person, why: str, at: str | None = None) -> CaseFile:
    """Put a decided case back into the queue; `why` is shown to the reader.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
