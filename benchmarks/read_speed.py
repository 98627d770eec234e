"""How fast the reader reads: sentences/s and words/s end to end from text, and peak memory.

Usage: read_speed.py REPORTS.jsonl [--runs 5]

First in one process on 1 and on 2 threads, each in a process of its own; then the whole row as `musterroll read`
runs it, with 1 and 2 workers (memory is the sum over all processes). Medians of `--runs` runs over all reports.
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


def measure_row(path: str, runs: int, workers: int) -> None:
    """Run the whole row with some workers, start-up left out, and print the medians."""
    from musterroll.pipeline import Reading, read_sources

    seconds, words, sentences, claims, memory = [], 0, 0, 0, 0.0
    for _ in range(runs):
        outcomes = read_sources([path], workers=workers)
        readings = [next(outcomes)]
        began = time.perf_counter()
        readings += list(outcomes)
        seconds.append(time.perf_counter() - began)
        memory = max(memory, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * workers / 1024)
        read = [reading for reading in readings[1:] if isinstance(reading, Reading)]
        words = sum(len(reading.report.text.split()) for reading in read)
        sentences = sum(len(reading.report.sentences) for reading in read)
        claims = sum(len(reading.claims) for reading in read)
    median = statistics.median(seconds)
    memory += resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{workers:>7} {len(read):>8} {sentences / median:>12,.0f} {words / median:>9,.0f} {'':>16} "
        f"{claims / median:>9,.0f} {memory:>9,.0f}"
    )


def main() -> None:
    """Measure every way, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--here", choices=("threads", "workers"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here == "threads":
        measure(arguments.reports, arguments.runs)
        return
    if arguments.here == "workers":
        measure_row(arguments.reports, arguments.runs, int(os.environ["MUSTERROLL_THREADS"]))
        return
    head = "  reports  sentences/s   words/s  words/s extract  claims/s   peak MB"
    for kind in ("threads", "workers"):
        print(kind + head, flush=True)
        for count in ("1", "2"):
            command = [
                sys.executable,
                str(Path(__file__)),
                arguments.reports,
                "--runs",
                str(arguments.runs),
                "--here",
                kind,
            ]
            subprocess.run(command, env={**os.environ, "MUSTERROLL_THREADS": count}, check=True)


if __name__ == "__main__":
    main()
