"""Shapes of the API's answers, for its description: the keys are those of `pipeline/forms` (`docs/formats.md`)."""

from typing import Any, Literal

from ninja import Schema

Type = Literal[
    "presence", "movement", "withdrawal", "recruitment", "pay", "supply", "support", "clash", "toll", "truce"
]
Measure = Literal["stock", "flow", "total", "ceiling", "none"]
Grade = Literal["single-origin", "several-origins", "contested", "denied", "admitted", "retracted"]
Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "planned", "possible", "called-for", "required"]
Status = Literal["standing", "rejected", "retracted"]
ReportStatus = Literal["standing", "retracted"]
PubStatus = Literal["usable", "withheld", "canceled"]
Outcome = Literal["corrected", "withdrawn", "refiled", "held", "declined"]


class Problem(Schema):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, Any]] | None = None


class Days(Schema):
    """The first and the last day, YYYY-MM-DD."""

    first: str | None
    last: str | None


class Named(Schema):
    """Who or where; `id` is "said:…" where no pack and no gazetteer knows the words."""

    id: str
    name: str
    origin: str | None


class Hold(Schema):
    """What a case holds while it is checked: the thing itself, or one that it leans on."""

    kind: str
    id: str
    case: str
    since: str
    why: str


class Correcting(Schema):
    """What the last correction changed: the facts that differ; `null` where there was nothing, or is nothing left."""

    at: str
    why: str
    judgement: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Marked(Schema):
    """The marks of a thing: held while it is checked, and what was corrected."""

    pub_status: PubStatus
    held: list[Hold]
    correction: Correcting | None


class Origin(Schema):
    """One independent origin of a finding's claims."""

    name: str | None
    interest: str
    claims: list[str]
    first: str | None
    min: int | None
    max: int | None
    qualifier: str | None
    reason: str | None


class Contradiction(Schema):
    """What does not go together, or only seems not to."""

    kind: str
    resolved: bool
    why: str
    claims: list[str]
    against: list[str]


class Finding(Marked):
    """All claims about one matter."""

    id: str
    type: Type
    force: Named | None
    side: Named | None
    place: Named | None
    measure: Measure
    period: str | None
    days: Days | None
    min: int | None
    max: int | None
    qualifier: str | None
    min_claims: list[str]
    max_claims: list[str]
    first: str | None
    last: str | None
    reports: list[str]
    copies: list[str]
    origins: list[Origin]
    denials: list[str]
    contradictions: list[Contradiction]
    grade: Grade
    why: list[str]
    claims: list[str]
    status: Literal["standing", "corrected", "retracted"]
    corrected_at: str | None
    address: str


class Claim(Marked):
    """What one source is reported to have said, with the sentence."""

    id: str
    type: Type
    trigger: list[int] | None
    sentence: int
    parts: list[list[Any]]
    polarity: Polarity
    modality: Modality
    source: list[int] | None
    source_kind: str
    cue: list[int] | None
    relay: list[int] | None
    strength: dict[str, Any] | None
    amount: dict[str, Any] | None
    time: Days | None
    resolved: list[list[Any]]
    score: float
    reader: str
    report: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    quote: str
    links: list[dict[str, Any]]
    days: Days | None
    geo_precision: int
    time_precision: int
    measure: Measure | None
    status: Status
    judged: str | None
    address: str


class ReportLine(Marked):
    """A report in a list; its text is its publisher's and is not given."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None
    language: str
    opinion: bool
    status: ReportStatus
    claims: int
    address: str


class Report(Marked):
    """A report with its claims; its text is its publisher's and is not given."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None
    published: str | None
    published_at: dict[str, Any] | None
    modified_at: dict[str, Any] | None
    language: str
    byline: list[str]
    agency: list[str]
    dateline: str | None
    section: str | None
    opinion: bool
    page: str
    extractor: str
    claims: list[Claim]
    status: ReportStatus
    address: str


class Chain(Schema):
    """Who had a claim from whom."""

    claim: str
    links: list[dict[str, Any]]
    origin: str | None
    reason: str | None
    first: str
    drift: list[dict[str, Any]]
    evidence: list[str]


class Actor(Schema):
    """A force, a state, a body, an outlet."""

    id: str
    name: str
    kind: str | None
    country: str | None
    side: str | None
    sponsors: list[dict[str, Any]]
    names: list[str]
    arabic: list[str]
    wikidata: str | None
    claims: int
    findings: int
    merged_into: str | None
    address: str | None


class Place(Schema):
    """A place that claims name."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    precision: int | None
    claims: int
    address: str | None


class Commitment(Marked):
    """A clause with its evidence for and against."""

    id: str
    commitment: dict[str, Any] | None
    since: str
    until: str | None
    on: str | None
    days_past: int | None
    evidence: list[dict[str, Any]]
    rotations: list[dict[str, Any]]
    reservations: list[dict[str, Any]]
    missing_for: list[str]
    missing_against: list[str]
    status: Literal["standing", "corrected"]
    address: str | None


class Correction(Schema):
    """An entry of the public log."""

    id: str
    at: str
    outcome: Outcome
    subject_kind: str
    subject: str
    title: str | None
    wrong: str
    right: str
    held_until: str | None
    case: str | None
    judgements: list[dict[str, Any]]
    notices: list[dict[str, Any]]
    address: str | None


class Notice(Schema):
    """What a judgement changed: before and after, whose lists hold what the other has not; how many there were."""

    id: str
    cause: str
    subject_kind: str
    subject: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    had: dict[str, int] | None
    has: dict[str, int] | None
    at: str | None
    why: str | None


class Root(Schema):
    """Where everything is, and how much of it."""

    name: str
    version: str
    openapi: str
    docs: str
    lists: dict[str, str]
    counts: dict[str, int]


class Findings(Schema):
    """A page of findings; `next` is the address of the page after it, null on the last."""

    data: list[Finding]
    next: str | None


class Claims(Schema):
    """A page of claims."""

    data: list[Claim]
    next: str | None


class Reports(Schema):
    """A page of reports."""

    data: list[ReportLine]
    next: str | None


class Actors(Schema):
    """A page of actors."""

    data: list[Actor]
    next: str | None


class Places(Schema):
    """A page of places."""

    data: list[Place]
    next: str | None


class Commitments(Schema):
    """A page of commitments."""

    data: list[Commitment]
    next: str | None


class Corrections(Schema):
    """A page of the log."""

    data: list[Correction]
    next: str | None


class Notices(Schema):
    """A page of notices."""

    data: list[Notice]
    next: str | None
