"""The rooms in a row: sources to pages, pages to reports, reports to claims, with a limit round every page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from musterroll.collect import Limits, collect_pages
from musterroll.extract import extract_report
from musterroll.pipeline.crew import crewed
from musterroll.pipeline.guard import Bounds
from musterroll.read import read_claims
from musterroll.records import Claim, Page, Refusal, Report, UnreadLanguage

READ_LANGUAGES = ("en", "und")
DEFAULT_BOUNDS = Bounds(seconds=60.0)


@dataclass(frozen=True)
class Reading:
    """What a page gave: its report, the report's claims, and why the report was not read, if it was not."""

    name: str
    report: Report
    claims: tuple[Claim, ...] = ()
    refusal: Refusal | None = None


def extract_page(page: Page) -> Reading:
    """Extract the report of one page; raises PageError."""
    return Reading(page.name, extract_report(page))


def read_page(page: Page, threads: int | None = None) -> Reading:
    """Extract and read one page; a report in a language that the reader does not know is kept with its refusal.

    `threads` is how many the networks may use, all cores where it is None.
    """
    reading = extract_page(page)
    language = reading.report.language
    if language not in READ_LANGUAGES:
        refusal = Refusal(page.name, UnreadLanguage().code, f"not read: {language}")
        return replace(reading, refusal=refusal)
    return replace(reading, claims=tuple(read_claims(reading.report, threads=threads)))


def read_sources(
    sources: Iterable[str],
    *,
    only_extract: bool = False,
    allow_private: bool = False,
    limits: Limits | None = None,
    bounds: Bounds = DEFAULT_BOUNDS,
    workers: int = 1,
) -> Iterator[Reading | Refusal]:
    """Yield what each page of the sources gives, in their order: a Reading, or a Refusal with its reason.

    `workers` pages are read at a time; more than one share the cores, one thread each.
    """
    pages = collect_pages(sources, limits=limits or Limits(), allow_private=allow_private)
    work = extract_page if only_extract else partial(read_page, threads=1 if workers > 1 else None)
    yield from crewed(work, pages, bounds, workers)
