"""How the public log grows: `python benchmarks/log_growth.py [JUDGEMENTS …] [--ledger PATH|ADDRESS]`.

Judgements are invented: fields of the claims of 200 invented reports are mended over and over, some a second. Prints,
for each number of judgements in a fresh ledger, milliseconds by the clock: the first page of the log, one in its
middle, one of a force, of a report and of a day, the feed's fifty; seconds for all of it page by page; and the most
memory that reading all of it took beside what was there (MB).
"""

import argparse
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from tests.ledger.invented import PACKS, a_reading

from musterroll import ledger
from musterroll.ledger import CorrectionFilter, Cursor
from musterroll.records import Judgement

SIZES, PAGE, REPORTS, A_SECOND = (2_000, 20_000), 25, 200, 3
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judgements", nargs="*", type=int, default=SIZES)
    parser.add_argument("--ledger", help="the address of an empty PostgreSQL database; one size only")
    options = parser.parse_args()
    print("judgements  first  middle  force  report   day  fifty ms     all s  most MB")
    for count in options.judgements:
        with tempfile.TemporaryDirectory() as folder:
            ledger.open_ledger(options.ledger or Path(folder) / "roll.db", create=True)
            reads = fill(count)
            print(f"{count:10,}", *measured(reads), flush=True)
            ledger.close_ledger()


def fill(count: int) -> str:
    """Judge claims of invented reports so many times; return the id of one of the reports."""
    ledger.put_packs(PACKS)
    reads = [a_reading(number, force="grey-column" if number % 50 else "blue-guard") for number in range(REPORTS)]
    ledger.add_readings(reads)
    with ledger.one_step():
        for number in range(count):
            claim = reads[number % REPORTS].claims[0].id
            at = (BEGAN + timedelta(seconds=number // A_SECOND)).isoformat()
            what = (("min", str(number)),)
            ledger.judge(Judgement("mend", "claim", claim, "an editor (invented)", at, "a benchmark", what))
    return reads[0].report.id


def measured(report: str) -> tuple[str, ...]:
    """Return the cells of one line."""
    middle = middle_of(ledger.corrections(limit=PAGE).after)
    asked: tuple[Callable[[], object], ...] = (
        lambda: ledger.corrections(limit=PAGE),
        lambda: ledger.corrections(after=middle, limit=PAGE),
        lambda: ledger.corrections(CorrectionFilter(force="blue-guard"), limit=PAGE),
        lambda: ledger.corrections(CorrectionFilter(report=report), limit=PAGE),
        lambda: ledger.corrections(CorrectionFilter(since="2026-01-01", until="2026-01-01"), limit=PAGE),
        lambda: ledger.corrections(limit=50),
    )
    took = tuple(f"{milliseconds(deed):6.1f}" for deed in asked)
    started = time.perf_counter()
    entries = sum(1 for _ in ledger.every(ledger.corrections, CorrectionFilter()))
    return (*took, f"{time.perf_counter() - started:9.1f} ({entries:,})", f"{most_memory():6.1f}")


def middle_of(first: Cursor | None) -> Cursor | None:
    """Return a cursor in the middle of the log: the first whose row is halved, at the moment of that row."""
    if first is None:
        return None
    row = int(first.id) // 2
    return Cursor((BEGAN + timedelta(seconds=row // A_SECOND)).isoformat(), str(row))


def milliseconds(deed: Callable[[], object], times: int = 5) -> float:
    """Return the median milliseconds of a deed."""
    took = []
    for _ in range(times):
        started = time.perf_counter()
        deed()
        took.append(time.perf_counter() - started)
    return statistics.median(took) * 1000


def most_memory() -> float:
    """Return the most megabytes that reading two thousand entries holds beyond those before."""
    tracemalloc.start()
    for _ in islice(ledger.every(ledger.corrections, CorrectionFilter()), 2_000):
        pass
    most = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return most


if __name__ == "__main__":
    main()
