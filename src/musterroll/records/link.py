"""A linked claim: the same claim with its names led to actors and places, or with the reason why not."""

from dataclasses import dataclass

from musterroll.records.claim import Claim, DayInterval
from musterroll.records.report import Span

VERDICTS = ("linked", "unsure", "unknown")


@dataclass(frozen=True)
class Candidate:
    """What a name could mean: an id and a name; `share` of the weight where places were weighed, else None."""

    id: str
    name: str
    share: float | None = None


@dataclass(frozen=True)
class Pin:
    """A point: latitude, longitude, country (ISO 3166, "" for none) and how exact it is (1 town or site … 3 region)."""

    lat: float
    lon: float
    country: str
    precision: int


@dataclass(frozen=True)
class Link:
    """Who or where one part of a claim is.

    `role` is the part's role, or "source" or "relay"; `span` its characters (None for the outlet itself), `words` what
    was looked up. `kind` is "actor", "outlet" or "place". `verdict` is "linked" (then `id` and `name` are set),
    "unsure" (several, or not surely: `candidates`) or "unknown"; `reason` says why, in words. `origin` is the country
    a force comes from by its demonym ("Syrian mercenaries" → "SY").
    """

    role: str
    span: Span | None
    words: str
    kind: str
    verdict: str
    reason: str
    id: str | None = None
    name: str | None = None
    candidates: tuple[Candidate, ...] = ()
    origin: str | None = None
    pin: Pin | None = None


@dataclass(frozen=True)
class LinkedClaim:
    """A claim with its links and days.

    `days` is when it holds: its own time, or the time up to the report's day. `geo_precision` and `time_precision`
    follow ACLED: 1 exact (a town or site; a day), 2 about (near a town, a county; within a week), 3 wide or not said.
    `measure` is an editor's word on what kind of number the claim has; None leaves it to the rules of `weigh`.
    """

    claim: Claim
    links: tuple[Link, ...]
    days: DayInterval | None
    geo_precision: int
    time_precision: int
    measure: str | None = None

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    def linked(self, role: str) -> tuple[Link, ...]:
        """Return the links of one role that lead somewhere."""
        return tuple(link for link in self.links if link.role == role and link.verdict == "linked")
