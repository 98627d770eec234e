"""A finding: all claims about one matter, with what speaks for and against it. No verdict of truth."""

from dataclasses import dataclass
from functools import cached_property

from musterroll.records.claim import DayInterval
from musterroll.records.identity import content_id

MEASURES = ("stock", "flow", "total", "ceiling", "none")
QUALIFIERS = ("exactly", "about", "at least", "up to", "between")
INTERESTS = ("party", "sponsor", "monitor", "un", "state", "media", "unnamed", "outlet", "unknown")
CONTRADICTIONS = ("measure", "scope", "date", "identity", "direct")
SAID = "said:"  # begins the id of whom only words name
GRADES = ("single-origin", "several-origins", "contested", "denied", "admitted", "retracted")


def words_said(id_: str) -> str:
    """Return the words of an id that is made of words ("said:SY/fighters" is "fighters"); another id as it is."""
    return id_.removeprefix(SAID).rpartition("/")[2] if id_.startswith(SAID) else id_


@dataclass(frozen=True)
class Named:
    """Who or where a finding is about: an id of the packs or the gazetteer and its name.

    `id` is "said:…" (folded words) where no pack and no gazetteer knows the words, so that the same words still meet;
    `name` is then the words as the first report has them. `origin` is the country of people known by a demonym alone.
    """

    id: str
    name: str
    origin: str | None = None


@dataclass(frozen=True)
class Matter:
    """What claims must share to be weighed together.

    `force`, `side` and `place` are ids as `Named` has them, None where the claims do not say. `period` is the month
    (YYYY-MM) that the claims are about, "" where no day is known.
    """

    type: str
    force: str | None
    side: str | None
    place: str | None
    measure: str
    period: str

    @cached_property
    def id(self) -> str:
        """The id of the matter, and so of its finding: it stays when claims come and go."""
        return content_id([self.type, self.force, self.side, self.place, self.measure, self.period])


@dataclass(frozen=True)
class Origin:
    """One independent origin of a finding's claims: who, with what interest, in which claims, and its own figures.

    `name` is None where the chains do not tell, and `reason` then says why. `claims` are the claims that go back to it,
    the earliest first; `min` and `max` are persons (or units) as its earliest claim with a figure has them.
    """

    name: str | None
    interest: str
    claims: tuple[str, ...]
    first: str | None
    min: int | None = None
    max: int | None = None
    qualifier: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Contradiction:
    """Two sets of claims that do not go together, or only seem not to.

    `kind`: "measure" (a stock against a total …), "scope" (another place or part of the force), "date" (another day),
    "identity" (it is not sure that they mean one force) or "direct". `resolved` says that they only seem to contradict
    each other, as all kinds but "direct" do; `why` says so in words. `claims` belong to the finding, `against` may
    belong to another.
    """

    kind: str
    claims: tuple[str, ...]
    against: tuple[str, ...]
    resolved: bool
    why: str


@dataclass(frozen=True)
class Finding:
    """All claims about one matter.

    `min` and `max` are inclusive bounds over the origins, None where no origin bounds that side; `min_claims` and
    `max_claims` are the claims each bound rests on. `qualifier` is how the bounds are to be read. `days` is what the
    claims are about, `first` and `last` the days of the first and last report (YYYY-MM-DD, None if undated).
    `claims` speak for it and `denials` against it (claim ids); `reports` holds every report that tells it, `copies`
    those of them that copy or retell another. `grade` is one of GRADES, `why` its reasons in words, one a rule.
    """

    matter: Matter
    force: Named | None
    side: Named | None
    place: Named | None
    days: DayInterval | None
    min: int | None
    max: int | None
    qualifier: str | None
    min_claims: tuple[str, ...]
    max_claims: tuple[str, ...]
    first: str | None
    last: str | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    copies: tuple[str, ...]
    origins: tuple[Origin, ...]
    denials: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    grade: str
    why: tuple[str, ...]

    @property
    def id(self) -> str:
        """The finding's id: that of its matter."""
        return self.matter.id

    @property
    def type(self) -> str:
        """The type of its claims."""
        return self.matter.type

    @property
    def measure(self) -> str:
        """The kind of number it is about: "stock", "flow", "total", "ceiling" or "none"."""
        return self.matter.measure
