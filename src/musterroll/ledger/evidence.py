"""Evidence into the ledger: added once, never changed."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from musterroll.ledger.codec import encoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.linking import put_linkings
from musterroll.ledger.models import ClaimRow, PageRow, RefusalRow, ReportRow, SentenceRow
from musterroll.ledger.rows import Cell, in_lots, insert_rows, storable
from musterroll.ledger.scope import PageFacts, ReportRead, facts_of
from musterroll.ledger.state import mark_stale, one_step
from musterroll.records import Claim, LinkedClaim, Page, Refusal, Report, content_id

TITLE = -1


@at_edge
def add_reading(
    page: Page | PageFacts, report: Report, claims: Sequence[Claim] = (), linked: Sequence[LinkedClaim] = ()
) -> bool:
    """Add a page with its report and claims, all or nothing; False where the page or the report is there already."""
    return add_readings([ReportRead(page, report, claims, linked)]) == 1


@at_edge
def add_readings(batch: Iterable[ReportRead]) -> int:
    """Add many readings in one transaction; return how many were new. What is derived is stale after it."""
    with one_step():
        new = list(unknown(list(batch)))
        if new:
            insert_evidence(new)
            put_linkings([claim for read in new for claim in linked_of(read)])
            mark_stale("report", (read.report.id for read in new))
    return len(new)


def unknown(batch: Sequence[ReportRead]) -> Iterator[ReportRead]:
    """Yield the readings whose page and report are not in the ledger, nor earlier in the batch."""
    seen = set(there(PageRow, (facts_of(read.page).id for read in batch)))
    reports = set(there(ReportRow, (read.report.id for read in batch)))
    for read in batch:
        page = facts_of(read.page).id
        if page not in seen and read.report.id not in reports:
            yield read
        seen.add(page)
        reports.add(read.report.id)


def there(model: type[PageRow] | type[ReportRow], ids: Iterable[str]) -> Iterator[str]:
    """Yield those ids that a table has."""
    for lot in in_lots(ids):
        yield from model.objects.filter(id__in=lot).values_list("id", flat=True)


def linked_of(read: ReportRead) -> Iterator[LinkedClaim]:
    """Yield a reading's claims as linked; a claim that was not linked has no links."""
    linked = {claim.id: claim for claim in read.linked}
    for claim in read.claims:
        yield linked.get(claim.id) or LinkedClaim(claim, (), claim.time, 3, 3)


def insert_evidence(batch: Sequence[ReportRead]) -> None:
    """Insert pages, reports, claims and the words that are searched."""
    insert_rows(PageRow, ("id", "url", "name", "record"), map(page_row, batch))
    insert_rows(ReportRow, REPORT_COLUMNS, (report_row(read) for read in batch))
    insert_rows(ClaimRow, CLAIM_COLUMNS, (claim_row(claim) for read in batch for claim in read.claims))
    insert_rows(SentenceRow, SENTENCE_COLUMNS, (row for read in batch for row in sentence_rows(read)))


REPORT_COLUMNS = ("id", "page_id", "url", "host", "outlet", "title", "day", "language", "opinion", "record")
SENTENCE_COLUMNS = ("report_id", "place", "start", "words")
CLAIM_COLUMNS = ("id", "report_id", "type", "sentence", "reader", "record")


def page_row(read: ReportRead) -> tuple[Cell, ...]:
    """Return the row of a page."""
    facts = facts_of(read.page)
    return facts.id, storable(facts.url) or None, storable(facts.name), encoded(facts)


def report_row(read: ReportRead) -> tuple[Cell, ...]:
    """Return the row of a report."""
    report = read.report
    return (
        report.id,
        facts_of(read.page).id,
        storable(report.url) or None,
        host_of(report.url),
        storable(report.outlet) or None,
        storable(report.title) or None,
        report.published.day if report.published else "",
        report.language,
        report.opinion,
        encoded(report),
    )


def host_of(url: str | None) -> str:
    """Return the host of an address without "www.", "" where there is none."""
    try:
        host = urlsplit(storable(url)).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def claim_row(claim: Claim) -> tuple[Cell, ...]:
    """Return the row of a claim."""
    return claim.id, claim.report, claim.type, claim.sentence, claim.reader, encoded(claim)


def sentence_rows(read: ReportRead) -> Iterator[tuple[Cell, ...]]:
    """Yield the words of a reading that are searched: the title, and each sentence with a claim."""
    report = read.report
    if report.title:
        yield report.id, TITLE, 0, storable(report.title)
    for place in sorted({claim.sentence for claim in read.claims}):
        if 0 <= place < len(report.sentences):
            sentence = report.sentences[place]
            yield report.id, place, sentence.start, storable(sentence.of(report.text))


@at_edge
def add_refusal(refusal: Refusal) -> None:
    """Add a page that gave no report; the same refusal again changes nothing."""
    number = content_id([refusal.name, refusal.code, refusal.reason])
    cells = (storable(refusal.name), refusal.code, storable(refusal.reason))
    insert_rows(RefusalRow, ("id", "name", "code", "reason"), [(number, *cells)])


@at_edge
def has_page(page: str) -> bool:
    """Say whether a page (by its id) gave a report that is in the ledger."""
    return PageRow.objects.filter(id=page).exists()


@at_edge
def has_report(report: str) -> bool:
    """Say whether a report (by its id) is in the ledger, retracted or not."""
    return ReportRow.objects.filter(id=report).exists()
