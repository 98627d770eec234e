"""A chain: who had a claim from whom, from the source to the outlet, and what changed on the way."""

from dataclasses import dataclass

LINK_ROLES = ("source", "relay", "agency", "outlet")
DRIFT_FIELDS = ("number", "qualifier", "actor", "place", "attribution", "type", "modality", "polarity", "tense")


@dataclass(frozen=True)
class ChainLink:
    """One who passed a claim on: a "source", a "relay", an "agency" or an "outlet".

    `report` is the id of the report that shows it: their own where it is among those traced, else the one that
    names them.
    """

    who: str
    role: str
    report: str


@dataclass(frozen=True)
class Drift:
    """What changed on the way: the field, the words at the origin and the words that they became.

    `report` is the id of the first report on the way that has it so. None before is an addition, None after a loss.
    """

    report: str
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Chain:
    """Source → relay → agency → outlet for one claim, in that order.

    `origin` names the first to have the statement, as far as the reports show: two claims are independent only where
    both are known and differ. Where it is None, `reason` begins "origin unknown: " and says why. `first` is the claim
    at the origin (the claim itself where no earlier one is known). `evidence` says in words what each step rests on.
    """

    claim: str
    links: tuple[ChainLink, ...]
    origin: str | None
    first: str
    reason: str | None = None
    drift: tuple[Drift, ...] = ()
    evidence: tuple[str, ...] = ()
