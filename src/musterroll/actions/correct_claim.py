"""Correct a claim: what its reader got wrong is mended beside it; the evidence stays as it was read."""

from collections.abc import Mapping

from musterroll.actions.act import EDITORS, Act, Done, perform
from musterroll.actions.mends import checked
from musterroll.records import Person

ACT = Act("correct_claim", "mend", "claim", EDITORS)


def correct_claim(claim: str, mends: Mapping[str, str], *, by: Person, why: str, at: str | None = None) -> Done:
    """Set fields of a claim, fields of MENDABLE; "" says that a value is unknown.

    Raises what `perform` raises; ActRefused too where a value does not fit its field.
    """
    return perform(ACT, claim, by, why, at, checked(mends))
