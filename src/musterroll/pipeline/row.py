"""The rooms in a row: sources to pages, pages to reports, reports to claims, with a limit round every page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from musterroll.collect import Limits, collect_pages
from musterroll.extract import extract_report
from musterroll.pipeline.crew import crewed
from musterroll.pipeline.guard import Bounds
from musterroll.read import read_claims
from musterroll.read.gate import pass_gate
from musterroll.records import Claim, NoArmedForce, Page, Refusal, Report, UnreadLanguage

READ_LANGUAGES = ("en", "und")
DEFAULT_BOUNDS = Bounds(seconds=60.0)


@dataclass(frozen=True)
class Reading:
    """What a page gave: its report, the report's claims, and why it was not read, or not all was taken, if so.

    `left_out` is how many claims did not pass the gate.
    """

    name: str
    report: Report
    claims: tuple[Claim, ...] = ()
    refusal: Refusal | None = None
    left_out: int = 0

    @property
    def unread(self) -> bool:
        """Whether the report was not read; one that is not about armed forces was."""
        return self.refusal is not None and self.refusal.code != NoArmedForce().code


def extract_page(page: Page) -> Reading:
    """Extract the report of one page; raises PageError."""
    return Reading(page.name, extract_report(page))


def read_page(page: Page, threads: int | None = None, gated: bool = True) -> Reading:
    """Extract and read one page; a report in a language that the reader does not know is kept with its refusal.

    So is one that is not about armed forces, with the claims that pass the gate; not `gated`, all are taken. `threads`
    is how many the networks may use, all cores where it is None.
    """
    reading = extract_page(page)
    language = reading.report.language
    if language not in READ_LANGUAGES:
        refusal = Refusal(page.name, UnreadLanguage().code, f"not read: {language}")
        return replace(reading, refusal=refusal)
    claims = tuple(read_claims(reading.report, threads=threads, gated=False))
    return through_gate(reading, claims) if gated else replace(reading, claims=claims)


def through_gate(reading: Reading, claims: Sequence[Claim]) -> Reading:
    """Return a reading with those of its claims that are about armed forces, and what was left out."""
    passed = pass_gate(reading.report, claims)
    refusal = Refusal(reading.name, NoArmedForce().code, passed.reason) if passed.reason else None
    return replace(reading, claims=passed.claims, refusal=refusal, left_out=passed.left_out)


def read_sources(
    sources: Iterable[str],
    *,
    only_extract: bool = False,
    gated: bool = True,
    allow_private: bool = False,
    limits: Limits | None = None,
    bounds: Bounds = DEFAULT_BOUNDS,
    workers: int = 1,
) -> Iterator[Reading | Refusal]:
    """Yield what each page of the sources gives, in their order: a Reading, or a Refusal with its reason.

    `workers` pages are read at a time; more than one share the cores, one thread each. Not `gated`, claims are taken
    from reports that are not about armed forces, too.
    """
    pages = collect_pages(sources, limits=limits or Limits(), allow_private=allow_private)
    reads = partial(read_page, threads=1 if workers > 1 else None, gated=gated)
    work = extract_page if only_extract else reads
    yield from crewed(work, pages, bounds, workers)
