"""How the row grows: `python benchmarks/row_growth.py [REPORTS … | --all] [--read 50]`.

Reports are the stories of the authored corpus, each told by one to five invented outlets within three days, ten reports
a day, on pages of their own. They go through the real rooms into a fresh ledger with the pack *libya*. Prints processor
seconds of each room, how many times the seconds a report at the first size that is, and the median and the most of a
few retractions and of the same reports come back.

Reading takes by far the most and grows with the texts alone: its seconds are those of --read texts on one thread, and
the claims that go on are the corpus's own.
"""

import argparse
import gc
import json
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from musterroll import ledger
from musterroll.collect import collect_pages
from musterroll.extract import extract_report
from musterroll.ledger import Derived, Standing
from musterroll.link import link_claims
from musterroll.pipeline import rederive, use_packs
from musterroll.pipeline.drawing import Drawing, touches
from musterroll.read import read_claims
from musterroll.records import Claim, Judgement, Lineage, Page, Report, Span
from musterroll.reference.packs import load_packs
from musterroll.trace import retrace
from musterroll.training.authored import compile_authored
from musterroll.training.corpus import gold_claim

AUTHORED = Path(__file__).parents[1] / "training" / "corpus" / "authored"
SIZES, ALL = (1_000,), (1_000, 2_500, 5_000, 10_000)
A_DAY, FIRST = 10, date(2019, 1, 1)
PLACES = ("harbour", "morning", "desert", "evening", "river", "coast", "hill", "market")
OUTLETS = [f"{place}-{kind}" for place in PLACES for kind in ("courier", "herald", "gazette", "post")]
CHANGES = 5
ROOMS = ("collect, extract", "read", "link", "add", "stand", "trace", "weigh", "hold", "put")
Made = TypeVar("Made")


@dataclass
class Clock:
    """Processor seconds by room."""

    rooms: dict[str, float] = field(default_factory=dict)

    def time(self, room: str, deed: Callable[[], Made]) -> Made:
        """Do a deed and put its seconds to its room's."""
        started = time.process_time()
        made = deed()
        self.rooms[room] = self.rooms.get(room, 0.0) + time.process_time() - started
        return made


class News:
    """The stories of the corpus, and the seconds that reading a text takes, as some of them are read."""

    def __init__(self, read: int) -> None:
        """Compile the corpus, and read some of it."""
        self.sheets = [sheet for path in sorted(AUTHORED.glob("*.txt")) for sheet in compile_authored(path)[0]]
        self.by_text = {sheet["text"]: sheet for sheet in self.sheets}
        took = []
        for sheet in random.Random(2).sample(self.sheets, read + 1):
            page = Page(sheet["text"].encode(), "a story", "text")
            report = extract_report(page)
            started = time.process_time()
            read_claims(report, threads=1)
            took.append(time.process_time() - started)
        self.seconds = sum(took[1:]) / read  # the first loads the model

    def told(self, page: Page) -> tuple[Report, list[Claim]]:
        """Return the report of a page, with the sentences and the claims that the corpus has."""
        report = extract_report(page)
        sheet = self.by_text[page.body.decode()]
        spans = tuple(Span(*span) for span in sheet["sentences"])
        report = replace(report, text=sheet["text"], sentences=spans, blocks=())
        return report, [gold_claim(report.id, list(spans), raw) for raw in sheet["claims"]]


def write_pages(path: Path, count: int, sheets: Sequence[dict[str, Any]]) -> None:
    """Write `count` records of reports, a line each."""
    dice, lines = random.Random(3), []
    while len(lines) < count:
        story = len(lines)
        sheet = sheets[dice.randrange(len(sheets))]
        day = FIRST + timedelta(dice.randrange(max(1, count // A_DAY)))
        for telling in range(min(dice.choice((1, 1, 2, 3, 5)), count - story)):
            url = f"https://{dice.choice(OUTLETS)}.example/{story}-{telling}"
            told = (day + timedelta(dice.randrange(3))).isoformat()
            lines.append(json.dumps({"url": url, "published": told, "title": f"Story {story}", "text": sheet["text"]}))
    path.write_text("\n".join(lines), encoding="utf-8")


def fill(path: Path, news: News, clock: Clock) -> int:
    """Take the pages of a file into the open ledger, room by room; return how many claims they have."""
    packs, claims = ledger.packs(), 0
    pages = clock.time("collect, extract", lambda: [p for p in collect_pages([str(path)]) if isinstance(p, Page)])
    for page in pages:
        report, read = clock.time("collect, extract", lambda page=page: news.told(page))  # type: ignore[misc]
        linked = clock.time("link", lambda r=report, c=read: link_claims(r, c, packs))  # type: ignore[misc]
        one = (page, report, read, linked)
        clock.time("add", lambda one=one: ledger.add_reading(*one))  # type: ignore[misc]
        claims += len(read)
    clock.rooms["read"] = news.seconds * len(pages)
    return claims


def derive(clock: Clock) -> Derived:
    """Derive what follows from all that stands, as `pipeline.derivation.derive` does, room by room."""
    packs = ledger.packs()
    standing: Standing = clock.time("stand", ledger.standing)
    told = standing.reports, [linked.claim for linked in standing.claims]
    come = [report.id for report in standing.reports]
    traced = clock.time("trace", lambda: retrace(Lineage(), lambda _: told, come=come))
    drawing = Drawing(standing, traced.chains, packs)
    findings = clock.time("weigh", lambda: drawing.findings(drawing.claims))
    buckets = clock.time("weigh", lambda: drawing.buckets(drawing.claims))
    bearings = clock.time("hold", lambda: drawing.bearings(drawing.claims))
    holdings = clock.time("hold", lambda: drawing.holdings(bearings, packs.commitments))
    imprints = tuple(traced.lineage.imprints.values())
    return Derived(
        traced.chains, tuple(traced.lineage.kinships), findings, holdings, imprints, buckets, touches(bearings)
    )


def changes(reports: Sequence[str]) -> tuple[list[float], list[float]]:
    """Retract some reports, each alone, and restore it; return the seconds of both."""
    gone, come = [], []
    for number, report in enumerate(random.Random(5).sample(sorted(reports), CHANGES)):
        for deed, took in (("retract", gone), ("restore", come)):
            at = f"2026-03-01T12:00:{number:02}+00:00"
            judgement = Judgement(deed, "report", report, "an editor (invented)", at, "a benchmark")
            gc.collect()
            started = time.process_time()
            ledger.judge(judgement)
            rederive(judgement)
            took.append(time.process_time() - started)
    return gone, come


def measure(count: int, news: News) -> tuple[Clock, str]:
    """Return the seconds of a ledger of some reports, and what a change of it takes."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        write_pages(Path(folder) / "pages.jsonl", count, news.sheets)
        ledger.open_ledger(Path(folder) / "roll.db", create=True)
        use_packs(load_packs("libya"))
        claims = fill(Path(folder) / "pages.jsonl", news, clock)
        derived = derive(clock)
        clock.time("put", lambda: ledger.put_derived(derived))
        gone, come = changes([imprint.report for imprint in derived.imprints])
        ledger.close_ledger()
    words = f"{claims:,} claims, {len(derived.findings):,} findings, {len(derived.kin):,} kin"
    took = f"one gone {median(gone):.2f} s ({max(gone):.2f}), one come back {median(come):.2f} s ({max(come):.2f})"
    return clock, f"{words}; {took}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=int, help="sizes (default: 1000)")
    parser.add_argument("--all", action="store_true", help="1,000, 2,500, 5,000 and 10,000")
    parser.add_argument("--read", type=int, default=50, help="how many texts are read, for the seconds")
    options = parser.parse_args()
    news, base = News(options.read), {}
    print("reports  " + "  ".join(f"{room:>16}" for room in (*ROOMS, "all")), flush=True)
    for count in options.reports or (ALL if options.all else SIZES):
        clock, words = measure(count, news)
        clock.rooms["all"] = sum(clock.rooms.values())
        base = base or {room: took / count for room, took in clock.rooms.items()}
        cells = (
            f"{clock.rooms[room]:8.1f} s {clock.rooms[room] / count / base[room]:4.2f} x" for room in (*ROOMS, "all")
        )
        print(f"{count:7,}  " + "  ".join(cells), f"\n         {words}", flush=True)


if __name__ == "__main__":
    main()
