"""How fast the extractor is: `python benchmarks/extract_pages.py PAGES_DIR`.

Prints pages a second (median of several runs over all pages, one thread, processor time and wall-clock time) and peak
memory. PAGES_DIR is a folder of HTML pages (gzip or not); decompression is not counted.
"""

import argparse
import resource
import statistics
import time
from pathlib import Path

from musterroll.collect import collect_pages
from musterroll.extract import extract_report
from musterroll.records import Page
from musterroll.records.errors import PageError


def timed(pages: list[Page]) -> tuple[float, float]:
    """Extract every page once and return the processor and wall-clock seconds it took."""
    started, clock = time.process_time(), time.perf_counter()
    for page in pages:
        try:
            extract_report(page)
        except PageError:
            continue
    return time.process_time() - started, time.perf_counter() - clock


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    pages = [
        page for page in collect_pages([str(options.pages)]) if isinstance(page, Page) and page.media_type == "html"
    ]
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    warm = timed(pages)
    runs = [timed(pages) for _ in range(options.runs)]
    processor, wall = (statistics.median(run[i] for run in runs) for i in (0, 1))
    best = min(run[0] for run in runs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(len(page.body) for page in pages) / 1e6
    print(f"pages        {len(pages)} ({size:.1f} MB of HTML)")
    print(f"first run    {len(pages) / warm[1]:.1f} pages/s with all that is loaded on the way")
    print(
        f"median       {len(pages) / processor:.1f} pages/s of processor time, {len(pages) / wall:.1f} of the clock's"
    )
    print(f"best         {len(pages) / best:.1f} pages/s of processor time")
    print(f"peak memory  {peak:.0f} MB ({idle:.0f} MB before the first page)")


if __name__ == "__main__":
    main()
