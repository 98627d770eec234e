"""Confirm a claim: a person has read its sentence and it says so."""

from musterroll.actions.act import REVIEWERS, Act, Done, perform
from musterroll.records import Person

ACT = Act("confirm_claim", "confirm", "claim", REVIEWERS)


def confirm_claim(claim: str, *, by: Person, why: str, at: str | None = None) -> Done:
    """Say that a claim is what its sentence says; it counts as before.

    `claim` is its id. Raises what `perform` raises.
    """
    return perform(ACT, claim, by, why, at)
