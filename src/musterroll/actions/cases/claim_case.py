"""Claim a case: one editor has it, and the others see so."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.cases.step import step
from musterroll.records import CaseFile, Person

ACT = Act("claim_case", "claimed", "case", REVIEWERS)


def claim_case(number: str, *, by: Person, why: str = "takes it", at: str | None = None) -> CaseFile:
    """Take a case; it is theirs until they leave it.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
