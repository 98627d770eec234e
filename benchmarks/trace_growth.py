"""How tracing grows: `python benchmarks/trace_growth.py [--reports 1000,2500,5000,10000] [--runs 3]`.

Reports are the stories of the authored corpus, each told by one to five invented outlets within three days, ten reports
a day from 2019 on; claims are the corpus's own. Prints seconds of processor time on one thread, medians of the runs:
to trace all of them afresh, and, against the lineage that this leaves, to trace again what one report taken away can
reach, and what one report added can reach; and how many times the seconds at the first size that is.
"""

import argparse
import gc
import random
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from musterroll.records import Claim, Lineage, Moment, Report, Span
from musterroll.trace import Retraced, retrace
from musterroll.training.authored import compile_authored
from musterroll.training.corpus import gold_claim

AUTHORED = Path(__file__).parents[1] / "training" / "corpus" / "authored"
A_DAY = 10
FIRST = date(2019, 1, 1)
WIRES: tuple[tuple[str, ...], ...] = ((), ("AFP",), ("Reuters",), ("AP",))
_PLACES = ("Harbour", "Morning", "Desert", "Evening", "River", "Coast", "Hill", "Market")
_PAPERS = (f"The {place} {kind}" for place in _PLACES for kind in ("Courier", "Herald", "Gazette", "Post"))
OUTLETS = ("Reuters", "AFP", *_PAPERS)
CHANGES = 9  # reports taken away, and added again, one by one


class News:
    """Reports and their claims, by the ids of the reports."""

    def __init__(self) -> None:
        """Begin with none."""
        self.reports: dict[str, Report] = {}
        self.claims: dict[str, list[Claim]] = defaultdict(list)

    def fetch(self, ids: Collection[str]) -> tuple[Sequence[Report], Sequence[Claim]]:
        """Give some reports with their claims, as `retrace` asks for them: made afresh, with nothing kept in them."""
        return [_fresh(self.reports[id_]) for id_ in ids], [claim for id_ in ids for claim in self.claims[id_]]

    def add(self, sheet: dict[str, Any], name: str, day: date, wire: tuple[str, ...], outlet: str) -> None:
        """Add a telling of a story."""
        spans = tuple(Span(*span) for span in sheet["sentences"])
        self.reports[name] = Report(
            name, "1", sheet["text"], (), spans, "en", given_id=name, outlet=outlet, agency=wire,
            published=Moment(day.isoformat(), "stated"),
        )  # fmt: skip
        self.claims[name] = [gold_claim(name, list(spans), raw) for raw in sheet["claims"]]


def _fresh(report: Report) -> Report:
    return Report(**{name: getattr(report, name) for name in Report.__dataclass_fields__})


def make_news(count: int, sheets: Sequence[dict[str, Any]], seed: int = 3) -> News:
    """Return `count` reports at ten a day."""
    dice, news = random.Random(seed), News()
    while len(news.reports) < count:
        story = len(news.reports)
        sheet, wire = sheets[dice.randrange(len(sheets))], dice.choice(WIRES)
        day = FIRST + timedelta(dice.randrange(max(1, count // A_DAY)))
        for telling in range(min(dice.choice((1, 1, 2, 3, 5)), count - story)):
            news.add(sheet, f"{story}-{telling}", day + timedelta(dice.randrange(3)), wire, dice.choice(OUTLETS))
    return news


def timed(act: Callable[[], Retraced]) -> tuple[float, Retraced]:
    """Return the seconds of processor time that an act takes, and what it gives."""
    gc.collect()
    started = time.process_time()
    given = act()
    return time.process_time() - started, given


def measure(news: News, runs: int) -> tuple[list[float], int]:
    """Return the median seconds afresh, for one gone and for one come, and how many claims go back to another."""
    whole = [timed(lambda: retrace(Lineage(), news.fetch, news.reports.keys())) for _ in range(runs)]
    lineage = whole[-1][1].lineage
    gone, come = [], []
    for id_ in random.Random(5).sample(sorted(news.reports), CHANGES):
        took, less = timed(lambda id_=id_: retrace(lineage, news.fetch, gone=[id_]))  # type: ignore[misc]
        gone.append(took)
        come.append(timed(lambda id_=id_, less=less: retrace(less.lineage, news.fetch, come=[id_]))[0])  # type: ignore[misc]
    back = sum(chain.first != chain.claim for chain in whole[-1][1].chains)
    return [median(took for took, _ in whole), median(gone), median(come), max(gone), max(come)], back


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", default="1000,2500,5000,10000")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    sheets = [sheet for path in sorted(AUTHORED.glob("*.txt")) for sheet in compile_authored(path)[0]]
    print("reports   claims  go back    afresh      ratio   one gone (most)   one come (most)")
    base = 0.0
    for count in map(int, options.reports.split(",")):
        news = make_news(count, sheets)
        (afresh, gone, come, most_gone, most_come), back = measure(news, options.runs)
        base = base or afresh / count
        claims = sum(map(len, news.claims.values()))
        print(
            f"{count:7} {claims:8} {back:8} {afresh:7.2f} s {afresh / base / count:8.2f} x"
            f"   {gone:6.2f} s ({most_gone:.2f})   {come:6.2f} s ({most_come:.2f})",
            flush=True,
        )


if __name__ == "__main__":
    main()
