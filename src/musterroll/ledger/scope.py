"""What goes into the ledger beside the records of the rooms: pages without bytes, readings, what is derived."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from musterroll.records import Chain, Claim, Finding, Holding, LinkedClaim, Page, Report


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
class Kinship:
    """An earlier report that a report copies or retells: the kind ("copy", "rewrite" …), how sure (0 to 1), why."""

    report: str
    earlier: str
    kind: str
    score: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Derived:
    """What follows from what stands: chains, kinship, findings and holdings."""

    chains: Sequence[Chain] = ()
    kin: Sequence[Kinship] = ()
    findings: Sequence[Finding] = ()
    holdings: Sequence[Holding] = ()


@dataclass(frozen=True)
class Scope:
    """What is replaced: the chains of these claims, the kin of these reports, these findings and holdings (ids)."""

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
