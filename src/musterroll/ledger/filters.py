"""What can be asked for: filters, slices of a long answer, and the light records that lists are made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from musterroll.records import Judgement, LinkedClaim, Notice, Pin

Row = TypeVar("Row", covariant=True)
LIMIT = 50
ORDERS = ("newest", "largest", "contested")


class Cursor(NamedTuple):
    """Where a slice ended: the key it is sorted by and the id of its last row."""

    key: str
    id: str


@dataclass(frozen=True)
class Slice(Generic[Row]):
    """Some rows of a long answer, and the cursor to ask for those after them with (None: there are no more)."""

    rows: tuple[Row, ...]
    after: Cursor | None = None

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True)
class FindingFilter:
    """Findings by what they are about. `force`, `side` and `place` are ids or names; days are YYYY-MM-DD, inclusive.

    `source` is on whose word (an id of the packs, or the name of an origin), `outlet` who told it (a name or a host).

    `since` and `until` keep findings with a report in that time; `claim` and `report` those that rest on it; `words`
    those with a sentence that has all the words. None asks nothing.
    """

    type: str | None = None
    force: str | None = None
    side: str | None = None
    place: str | None = None
    measure: str | None = None
    grade: str | None = None
    since: str | None = None
    until: str | None = None
    claim: str | None = None
    report: str | None = None
    words: str | None = None
    source: str | None = None
    outlet: str | None = None


@dataclass(frozen=True)
class ClaimFilter:
    """Claims as they stand. `actor` is in any role, `force`, `place` and `source` in theirs: ids or names.

    `since` and `until` keep claims whose report is of that time; `finding` those that it rests on; `words` those whose
    sentence has all the words; `outlet` those of its reports (a name or a host); `grade` those that a finding of that
    grade rests on. `status` is "standing", "rejected", "retracted" or None for all.
    """

    report: str | None = None
    type: str | None = None
    polarity: str | None = None
    modality: str | None = None
    actor: str | None = None
    force: str | None = None
    place: str | None = None
    source: str | None = None
    finding: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    status: str | None = "standing"
    outlet: str | None = None
    grade: str | None = None


@dataclass(frozen=True)
class ReportFilter:
    """Reports by outlet (name or host), language, day (inclusive), words of title or sentences, and status."""

    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    status: str | None = None


@dataclass(frozen=True)
class ReportLine:
    """A report in a list. `status` is "standing" or "retracted"; `claims` counts, 0 where the list is of claims."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None
    day: str | None
    language: str
    opinion: bool
    status: str
    claims: int = 0


@dataclass(frozen=True)
class ClaimLine:
    """A claim in a list: as it stands, the words of its sentence, its report; "standing", "rejected" or "retracted".

    `start` is where the sentence begins in the report's text, in code points: the claim's spans count from 0 of that.
    """

    claim: LinkedClaim
    words: str
    start: int
    report: ReportLine
    status: str

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


@dataclass(frozen=True)
class ActorLine:
    """An actor (or outlet) and how many standing claims and findings name it; `into` is who it was merged into."""

    id: str
    name: str
    kind: str | None
    claims: int
    findings: int
    into: str | None = None


@dataclass(frozen=True)
class PlaceLine:
    """A place that standing claims name, with its point (None where it has none) and its claims by type."""

    id: str
    name: str
    pin: Pin | None
    claims: int
    by_type: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class HostLine:
    """What was published at one host ("" where unknown) under one outlet's name; days are YYYY-MM-DD or None."""

    host: str
    outlet: str | None
    reports: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class OriginLine:
    """On whose word claims go back, as the chains have it, and how many of them."""

    name: str
    claims: int


@dataclass(frozen=True)
class Hit:
    """A sentence (or, where `place` is −1, a title) that has the words asked for, and the claims read from it."""

    report: str
    title: str | None
    day: str | None
    outlet: str | None
    place: int
    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class AuditLine:
    """Who did what, to what, when."""

    at: str
    by: str
    act: str
    subject: str
    detail: str


@dataclass(frozen=True)
class Counted:
    """A value that a list can be narrowed to: its id or word, its name, and how many findings have it."""

    value: str
    name: str
    findings: int


@dataclass(frozen=True)
class Facets:
    """What all findings can be narrowed to, the most frequent first; forces and places the MOST frequent only."""

    type: tuple[Counted, ...]
    measure: tuple[Counted, ...]
    grade: tuple[Counted, ...]
    force: tuple[Counted, ...]
    place: tuple[Counted, ...]
    source: tuple[Counted, ...]


@dataclass(frozen=True)
class Caused:
    """What one judgement changed of one thing."""

    judgement: Judgement
    notice: Notice
