"""A chain: who had a claim from whom, from the source to the outlet, and what changed on the way.

Beside it what a ledger keeps so that tracing can go on from where it stood: imprints, kinships, the lineage of both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

LINK_ROLES = ("source", "relay", "agency", "outlet")
DRIFT_FIELDS = ("number", "qualifier", "actor", "place", "attribution", "type", "modality", "polarity", "tense")
KINDS_OF_KIN = ("copy", "rewrite", "same statement")


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


@dataclass(frozen=True)
class Imprint:
    """What other reports' chains may hang on in one report, and what of other reports its own may hang on.

    `day` is the day that the report is traced by (YYYY-MM-DD; None where unknown), `outlet` who published it;
    `explains` the initials that its text writes out, each with the name; `looks_up` the names and initials in it that
    an outlet or an explanation in any other report could make known.
    """

    report: str
    day: str | None
    outlet: str
    explains: tuple[tuple[str, str], ...] = ()
    looks_up: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Kinship:
    """A report that copies or retells an earlier one, or quotes the same source with the same figure.

    `earlier` and `later` are ids of reports; `kind` is one of `KINDS_OF_KIN`; `score` says how sure it is (0 to 1),
    `evidence` why, in words.
    """

    earlier: str
    later: str
    kind: str
    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Lineage:
    """The imprints, by report, and the kinships of all reports traced so far."""

    imprints: Mapping[str, Imprint] = field(default_factory=dict)
    kinships: frozenset[Kinship] = frozenset()
