"""How fast the reader reads: sentences/s and words/s end to end from text, on 1 and 2 threads, and peak memory.

Usage: read_speed.py REPORTS.jsonl [--runs 5]

Each number of threads is measured in a process of its own; medians of `--runs` runs over all reports.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path


def measure(path: str, runs: int) -> None:
    """Read all reports `runs` times in this process and print the medians."""
    from musterroll.collect import collect_pages
    from musterroll.extract import extract_report
    from musterroll.read import read_claims
    from musterroll.records import Page

    pages = [page for page in collect_pages([path]) if isinstance(page, Page)]
    words = sum(len(page.body.split()) for page in pages)
    read_claims(extract_report(pages[0]))
    seconds, extracting, sentences, claims = [], [], 0, 0
    for _ in range(runs):
        began = time.perf_counter()
        reports = [extract_report(page) for page in pages]
        extracted = time.perf_counter()
        claims = sum(len(read_claims(report)) for report in reports)
        seconds.append(time.perf_counter() - began)
        extracting.append(extracted - began)
        sentences = sum(len(report.sentences) for report in reports)
    median = statistics.median(seconds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{os.environ['MUSTERROLL_THREADS']:>7} {len(pages):>8} {sentences / median:>12,.0f} {words / median:>9,.0f} "
        f"{words / statistics.median(extracting):>16,.0f} {claims / median:>9,.0f} {peak:>9,.0f}"
    )


def main() -> None:
    """Measure on 1 and on 2 threads, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        measure(arguments.reports, arguments.runs)
        return
    print("threads  reports  sentences/s   words/s  words/s extract  claims/s   peak MB", flush=True)
    for threads in ("1", "2"):
        command = [sys.executable, str(Path(__file__)), arguments.reports, "--runs", str(arguments.runs), "--here"]
        subprocess.run(command, env={**os.environ, "MUSTERROLL_THREADS": threads}, check=True)


if __name__ == "__main__":
    main()
