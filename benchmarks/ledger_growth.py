"""How the ledger grows: seconds to add, to read what stands, to put what follows, and to judge.

    python benchmarks/ledger_growth.py [REPORTS …] [--claims 20] [--ledger PATH|ADDRESS]

Reports are invented. Prints one line a size, each in a fresh ledger: processor seconds for a file (a busy machine says
nothing about it), seconds by the clock for a server, which works elsewhere; look-ups in milliseconds by the clock.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from tests.ledger.invented import PACKS, a_judgement, a_reading, derived_from

from musterroll import ledger
from musterroll.records import Claim

Made = TypeVar("Made")
LOT = 100
CLOCK = [time.process_time]


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--claims", type=int, default=20)
    parser.add_argument("--ledger", help="the address of an empty PostgreSQL database; one size only")
    args = parser.parse_args()
    if args.ledger:
        CLOCK[0] = time.perf_counter
    print("reports claims      add   stands   derive      put  put again  judge ms  search ms  page ms  MB")
    for reports in args.reports:
        with tempfile.TemporaryDirectory() as folder:
            print(*measured(args.ledger or str(Path(folder) / "roll.db"), reports, args.claims))


def measured(where: str, reports: int, claims: int) -> Iterator[str]:
    """Yield the cells of one line."""
    ledger.open_ledger(where, create=True)
    ledger.put_packs(PACKS)
    yield f"{reports:7,} {reports * claims:7,}"
    yield cell(timed(lambda: added(reports, claims))[0])
    took, stands = timed(ledger.standing)
    yield cell(took)
    took, derived = timed(lambda: derived_from(stands.claims))
    yield cell(took)
    yield cell(timed(lambda: ledger.put_derived(derived))[0])
    yield cell(timed(lambda: ledger.put_derived(derived))[0], 10)
    numbers = [one.id for one in stands.claims[:50]]
    yield cell(each(lambda at: ledger.judge(a_judgement("confirm", numbers[at])), 50), 9)
    yield cell(each(lambda at: ledger.search(f"fighters {100 * at + 1}"), 50), 10)
    yield cell(each(lambda at: ledger.claims(limit=50), 20), 8)
    path = Path(where)
    yield f"{path.stat().st_size / 1e6:.0f}" if path.exists() else "-"
    texts = [ledger.encoded(one.claim) for one in stands.claims[:5000]]
    took, _ = timed(lambda: [ledger.decoded(Claim, text) for text in texts])
    yield f"| a claim is decoded in {took / len(texts) * 1e6:.0f} µs"
    ledger.close_ledger()


def added(reports: int, claims: int) -> None:
    """Add invented readings in lots."""
    for start in range(0, reports, LOT):
        ledger.add_readings([a_reading(number, claims) for number in range(start, min(start + LOT, reports))])


def timed(deed: Callable[[], Made]) -> tuple[float, Made]:
    """Return the seconds that a deed takes, and what it gives."""
    start = CLOCK[0]()
    made = deed()
    return CLOCK[0]() - start, made


def each(deed: Callable[[int], object], times: int) -> float:
    """Return the median milliseconds of a deed."""
    marks = [time.perf_counter()]
    for at in range(times):
        deed(at)
        marks.append(time.perf_counter())
    return statistics.median(after - before for before, after in pairwise(marks)) * 1000


def cell(number: float, width: int = 8) -> str:
    """Return a number in a column."""
    return f"{number:{width}.2f}"


if __name__ == "__main__":
    main()
