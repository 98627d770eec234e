"""What goes into the ledger beside the records of the rooms: pages without bytes, readings, what is derived."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from musterroll.records import Chain, Claim, Finding, Holding, Imprint, Kinship, LinkedClaim, Page, Report


@dataclass(frozen=True)
class PageFacts:
    """A page without its bytes: its id, what the user called it, its address, when it was fetched, hash and size."""

    id: str
    name: str
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    fetched: str | None = None
    sha256: str | None = None
    size: int | None = None


@dataclass(frozen=True)
class ReportRead:
    """All that one page gave: the page (or its facts), its report, the claims, and the same claims linked."""

    page: Page | PageFacts
    report: Report
    claims: Sequence[Claim] = ()
    linked: Sequence[LinkedClaim] = ()


@dataclass(frozen=True)
class Derived:
    """What follows from what stands: chains, kinship, findings and holdings.

    `imprints` are those of the reports that were traced; `buckets` says in which bucket each claim is weighed,
    `touches` which commitments it may bear on, `said` the ids of those whom it names by words alone: with them a later
    change is followed no further than it can reach.
    """

    chains: Sequence[Chain] = ()
    kin: Sequence[Kinship] = ()
    findings: Sequence[Finding] = ()
    holdings: Sequence[Holding] = ()
    imprints: Sequence[Imprint] = ()
    buckets: Mapping[str, str] = field(default_factory=dict)
    touches: Mapping[str, frozenset[str]] = field(default_factory=dict)
    said: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Scope:
    """What is replaced, by ids: the chains of the claims in `chains`; bucket, touches and words of those in `claims`;
    imprints and kin of `reports`; `findings` and `holdings`."""

    chains: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    findings: frozenset[str] = frozenset()
    holdings: frozenset[str] = frozenset()


def facts_of(page: Page | PageFacts) -> PageFacts:
    """Return what is kept of a page."""
    if isinstance(page, PageFacts):
        return page
    sha256 = hashlib.sha256(page.body).hexdigest()
    return PageFacts(page.id, page.name, page.url, page.media_type, page.charset, page.fetched, sha256, len(page.body))


@dataclass(frozen=True)
class Changed:
    """What has changed since things were last derived: reports and actors by their ids, or everything."""

    reports: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    everything: bool = False
