"""Sources into the open ledger: read, linked and added page by page, so that a run that is cut off goes on later."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from musterroll import ledger
from musterroll.collect import Limits, collect_pages
from musterroll.link import link_claims
from musterroll.pipeline.crew import crewed
from musterroll.pipeline.guard import Bounds, Guard
from musterroll.pipeline.row import DEFAULT_BOUNDS, Reading, read_page
from musterroll.records import LedgerError, LinkedClaim, Page, Refusal
from musterroll.reference.packs import Packs


@dataclass(frozen=True)
class Known:
    """A page that the ledger has already, with the same bytes and address."""

    name: str


@dataclass(frozen=True)
class Entry:
    """A reading with its claims linked."""

    reading: Reading
    linked: tuple[LinkedClaim, ...]


def import_sources(
    sources: Iterable[str],
    *,
    gated: bool = True,
    allow_private: bool = False,
    limits: Limits | None = None,
    bounds: Bounds = DEFAULT_BOUNDS,
    workers: int = 1,
) -> Iterator[Reading | Refusal | Known]:
    """Read sources into the open ledger; yield what each page gave, in order, once it is in the ledger.

    A page that is there already is passed over as Known. What follows from the evidence is marked stale with the first
    report that is added: `rederive` puts it right. Raises LedgerError.
    """
    arriving = Arrivals(collect_pages(sources, limits=limits or Limits(), allow_private=allow_private))
    work = partial(enter_page, packs=ledger.packs(), threads=1 if workers > 1 else None, gated=gated)
    for outcome in crewed(work, arriving.new(), bounds, workers):
        yield from arriving.passed()
        yield keep(arriving.taken(), outcome)
    yield from arriving.passed()


class Arrivals:
    """Pages on their way, in order: the new ones, and the names of those that the ledger has."""

    def __init__(self, pages: Iterable[Page | Refusal]) -> None:
        self.pages = pages
        self.waiting: deque[Page | Refusal] = deque()
        self.known: deque[Known] = deque()

    def new(self) -> Iterator[Page | Refusal]:
        """Yield the pages that the ledger has not."""
        for page in self.pages:
            if isinstance(page, Page) and ledger.has_page(page.id):
                self.known.append(Known(page.name))
                continue
            self.waiting.append(page)
            yield page

    def taken(self) -> Page | Refusal:
        """Return the page whose outcome comes next."""
        return self.waiting.popleft()

    def passed(self) -> Iterator[Known]:
        """Yield those passed over so far."""
        while self.known:
            yield self.known.popleft()


def enter_page(page: Page, packs: Packs, threads: int | None = None, gated: bool = True) -> Entry:
    """Read and link one page; a ledger's ids come from content alone, so what a record calls itself is left aside."""
    own = replace(page, given=tuple((key, value) for key, value in page.given if key != "id"))
    reading = read_page(own, threads, gated)
    return Entry(reading, tuple(link_claims(reading.report, reading.claims, packs)))


def read_apart(page: Page, outlet: str, bounds: Bounds = DEFAULT_BOUNDS) -> Entry:
    """Read and link one page as the report of an outlet, within bounds; nothing is written yet.

    Raises PageError where the page is no report, LedgerError where the ledger has it already.
    """
    if ledger.has_page(page.id):
        raise LedgerError("the ledger has a report with these words and this address already")
    with Guard(partial(enter_under, outlet=outlet, packs=ledger.packs()), bounds) as guard:
        return guard(page)


def enter_under(page: Page, outlet: str, packs: Packs) -> Entry:
    """Read and link one page, whose outlet is known from elsewhere."""
    reading = read_page(page, 1)
    report = replace(reading.report, outlet=outlet)
    return Entry(replace(reading, report=report), tuple(link_claims(report, reading.claims, packs)))


def keep(page: Page | Refusal, outcome: Entry | Refusal) -> Reading | Refusal:
    """Put one page's outcome into the ledger and return it as `read_sources` would."""
    if isinstance(outcome, Refusal) or isinstance(page, Refusal):
        refusal = outcome if isinstance(outcome, Refusal) else page
        assert isinstance(refusal, Refusal)
        ledger.add_refusal(refusal)
        return refusal
    reading = outcome.reading
    ledger.add_reading(page, reading.report, reading.claims, outcome.linked)
    if reading.refusal:
        ledger.add_refusal(reading.refusal)
    return reading
