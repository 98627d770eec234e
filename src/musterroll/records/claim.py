"""A claim: one thing that one source is reported to say about an armed force (`docs/claims.md`)."""

from dataclasses import dataclass
from functools import cached_property

from musterroll.records.identity import content_id
from musterroll.records.report import Span

TYPES = (
    "presence", "movement", "withdrawal", "recruitment", "pay", "supply", "support", "clash", "toll", "truce",
)  # fmt: skip
ROLES = (
    "force", "by", "side", "place", "from", "to", "strength", "goods", "amount", "time", "instrument",
)  # fmt: skip
POLARITIES = ("positive", "negative")
MODALITIES = ("actual", "planned", "possible", "called-for", "required")
SOURCE_KINDS = (
    "named-person", "named-body", "unnamed-person", "unnamed-body", "document", "media", "unnamed", "outlet",
)  # fmt: skip


@dataclass(frozen=True)
class Quantity:
    """How many persons or units: inclusive bounds, None for an open end, and whether the words hedge them."""

    min: int | None
    max: int | None
    approximate: bool = False


@dataclass(frozen=True)
class Amount:
    """Money: inclusive bounds in whole or part units of `currency` (ISO 4217, None if unknown), `per` its period.

    `per` is "day", "week", "month", "year", "contract" or None.
    """

    min: float | None
    max: float | None
    currency: str | None
    per: str | None = None


@dataclass(frozen=True)
class DayInterval:
    """The earliest and the latest day (YYYY-MM-DD) that an expression of time can mean; None for an open end."""

    first: str | None
    last: str | None


@dataclass(frozen=True)
class Part:
    """A span of a claim in a role; `resolved` says, from the report alone, who or what a short form means."""

    role: str
    span: Span
    resolved: str | None = None


@dataclass(frozen=True)
class Attribution:
    """On whose word: the source and its kind, the cue that ties it to the claim, and the medium in between."""

    kind: str
    source: Span | None = None
    cue: Span | None = None
    relay: Span | None = None
    resolved: str | None = None


@dataclass(frozen=True)
class Claim:
    """One attributed claim, read from one sentence of one report.

    Spans are code points of the report's text. `sentence` is the index of the sentence the trigger stands in;
    `reader` the version of the reader's model; `score` its confidence in the trigger (0 to 1).
    """

    report: str
    type: str
    trigger: Span
    sentence: int
    parts: tuple[Part, ...]
    polarity: str
    modality: str
    attribution: Attribution
    reader: str
    strength: Quantity | None = None
    amount: Amount | None = None
    time: DayInterval | None = None
    score: float = 1.0
    given_id: str | None = None

    @cached_property
    def id(self) -> str:
        """The claim's id: a hash of report id, type, trigger span and reader version; a mended claim keeps its own."""
        return self.given_id or content_id([self.report, self.type, list(self.trigger), self.reader])

    def spans(self, role: str) -> tuple[Span, ...]:
        """Return the spans of all parts in one role, in text order."""
        return tuple(part.span for part in self.parts if part.role == role)
