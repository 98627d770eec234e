"""Reject a claim: its sentence does not say so, and it counts no more."""

from musterroll.actions.act import REVIEWERS, Act, Done, perform
from musterroll.records import Person

ACT = Act("reject_claim", "reject", "claim", REVIEWERS)


def reject_claim(claim: str, *, by: Person, why: str, at: str | None = None) -> Done:
    """Take a claim out of all that is derived; the evidence stays.

    `claim` is its id. Raises what `perform` raises.
    """
    return perform(ACT, claim, by, why, at)
