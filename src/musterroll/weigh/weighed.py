"""One claim with what weighing needs of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from musterroll.records import Chain, LinkedClaim, Matter, Named, Quantity, Report
from musterroll.weigh.places import Where
from musterroll.weigh.voices import Voice

UNDATED = "9999-12-31"


@dataclass(frozen=True)
class Weighed:
    """A claim with its report, its chain, its matter and the names in it; whose voice it is, and who did it (`by`).

    `day` is its report's, `start` that of the report at its origin; `about` the day that it is
    compared by, as a number; `denies` says that it speaks against its matter.
    """

    linked: LinkedClaim
    report: Report
    chain: Chain
    matter: Matter
    force: Named | None
    side: Named | None
    where: Where
    day: str | None
    start: str | None
    voice: Voice
    by: frozenset[str]
    about: int | None
    denies: bool

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.linked.claim.id

    @property
    def figure(self) -> Quantity | None:
        """Its number, None where it has none."""
        strength = self.linked.claim.strength
        return strength if strength and (strength.min is not None or strength.max is not None) else None

    @property
    def order(self) -> tuple[str, str, int, str]:
        """What claims are put in order by: the day, the report, the place in it."""
        claim = self.linked.claim
        return self.day or UNDATED, claim.report, claim.trigger.start, claim.id


def span_of(claims: Iterable[Weighed]) -> tuple[int, int] | None:
    """Return the first and last day, as numbers, that claims are about; None where none is known."""
    known = [claim.about for claim in claims if claim.about is not None]
    return (min(known), max(known)) if known else None
