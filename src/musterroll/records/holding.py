"""A holding: a commitment with its evidence for and against, by day. No verdict without its evidence."""

from dataclasses import dataclass
from datetime import date

STANCES = ("for", "against")
STAGES = ("announced", "reported", "confirmed", "verified")


@dataclass(frozen=True)
class Evidence:
    """A claim held against a commitment.

    `day` is the day it is about (YYYY-MM-DD, None if unknown), `stance` "for" (it speaks for compliance) or "against",
    `why` the rule in words. `stage` is set for withdrawals only: announced, reported, confirmed or verified.
    `min` and `max` are the persons it counts, `origin` whose statement it is (None where unknown).
    """

    claim: str
    day: str | None
    stance: str
    why: str
    origin: str | None = None
    stage: str | None = None
    min: int | None = None
    max: int | None = None


@dataclass(frozen=True)
class Rotation:
    """Departures that arrivals of the same force in the same weeks make up for: claim ids, and the rule in words."""

    out: tuple[str, ...]
    back: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Reservation:
    """A bound party (or a sponsor of one) that disputes that the commitment covers something.

    `claim` is the claim that says so; None where a pack states it, and `source_url` is then the page that says so.
    """

    claim: str | None
    who: str
    why: str
    source_url: str | None = None


@dataclass(frozen=True)
class Holding:
    """A commitment with its evidence.

    `evidence` is ordered by day, then claim. `missing_for` and `missing_against` say in words what each side would
    need. Nothing here depends on today's date: `days_past` is asked with a day.
    """

    commitment: str
    since: str
    until: str | None
    evidence: tuple[Evidence, ...]
    rotations: tuple[Rotation, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    missing_for: tuple[str, ...] = ()
    missing_against: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The holding's id: that of its commitment."""
        return self.commitment

    def days_past(self, today: date) -> int | None:
        """Return the days from the deadline to `today` (negative before it), None where there is no deadline."""
        return (today - date.fromisoformat(self.until)).days if self.until else None
