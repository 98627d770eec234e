"""Release: what a case held is held no more."""

from musterroll.actions.act import EDITORS, Act
from musterroll.actions.cases.step import step
from musterroll.records import CaseFile, Person

ACT = Act("release_case", "released", "case", EDITORS)


def release_case(number: str, *, by: Person, why: str = "nothing to hold", at: str | None = None) -> CaseFile:
    """Take the mark away without a decision.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
