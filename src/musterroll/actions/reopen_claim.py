"""Reopen a claim: what was said of it last is taken back."""

from musterroll.actions.act import REVIEWERS, Act, Done, perform
from musterroll.records import Person

ACT = Act("reopen_claim", "reopen", "claim", REVIEWERS)


def reopen_claim(claim: str, *, by: Person, why: str, at: str | None = None) -> Done:
    """Take back the confirmation, the mend or the rejection that stands.

    `claim` is its id. Raises what `perform` raises.
    """
    return perform(ACT, claim, by, why, at)
