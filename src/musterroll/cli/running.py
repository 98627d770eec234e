"""What `read` and `extract` share: their arguments, the run over the sources, its progress and its summary."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from musterroll.cli.writers import writer_of
from musterroll.pipeline import Bounds, Known, Reading, read_sources
from musterroll.read.networks import usable_cores
from musterroll.records import Refusal, UsageError

FORMATS = ("table", "jsonl", "csv")
Outcome = TypeVar("Outcome")


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    """Add SOURCES, --format, --out, --allow-private and --seconds."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file (.html, .txt, .md, .jsonl, .gz), a directory, a pattern, an http(s) URL, or - (standard input)",
    )
    parser.add_argument("--format", choices=FORMATS, help="table on a terminal, else jsonl")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write here and not to standard output")
    parser.add_argument("--allow-private", action="store_true", help="fetch from private and loopback addresses too")
    parser.add_argument(
        "--workers",
        type=int,
        default=usable_cores(),
        metavar="N",
        help="how many pages to work on at a time (default: cores)",
    )
    parser.add_argument(
        "--seconds", type=float, default=60.0, metavar="N", help="the longest that one page may take (default 60)"
    )


def run_sources(arguments: argparse.Namespace, only_extract: bool) -> int:
    """Run the rooms over the sources, write what they give, end with a summary; return the exit code."""
    bounds, tally = bounds_of(arguments), Tally()
    with opened(arguments.out) as stream:
        form = arguments.format or ("table" if stream.isatty() else "jsonl")
        writer = writer_of(form, stream, only_extract)
        outcomes = read_sources(
            arguments.sources,
            only_extract=only_extract,
            gated=only_extract or not arguments.ungated,
            allow_private=arguments.allow_private,
            bounds=bounds,
            workers=arguments.workers,
        )
        for outcome in watched(outcomes):
            tally.add(outcome)
            writer.write(outcome)
        writer.close()
    tally.report(only_extract)
    return 1 if tally.failed else 0


def bounds_of(arguments: argparse.Namespace) -> Bounds:
    """Return what one page may cost; raises UsageError where that is nothing."""
    if arguments.seconds <= 0 or arguments.workers <= 0:
        raise UsageError("--seconds and --workers must be above 0")
    return Bounds(seconds=arguments.seconds)


class Tally:
    """Counts of a run, and every page that gave no report, was not read, or is not about armed forces."""

    def __init__(self) -> None:
        self.pages = self.reports = self.claims = self.left_out = self.known = 0
        self.refusals: list[Refusal] = []
        self.failed = False

    def add(self, outcome: Reading | Refusal | Known) -> None:
        """Count one page."""
        self.pages += 1
        if isinstance(outcome, Known):
            self.known += 1
            return
        if isinstance(outcome, Refusal):
            self.refusals.append(outcome)
            self.failed = True
            return
        self.reports += 1
        self.claims += len(outcome.claims)
        self.left_out += outcome.left_out
        self.failed = self.failed or outcome.unread
        if outcome.refusal:
            self.refusals.append(outcome.refusal)

    def report(self, only_extract: bool) -> None:
        """Write the summary to standard error."""
        claims = "" if only_extract else f", {plural(self.claims, 'claim')}"
        left_out = f", {plural(self.left_out, 'claim')} left out" if self.left_out else ""
        known = f", {self.known:,} known already" if self.known else ""
        counted = f"{plural(self.pages, 'page')}, {plural(self.reports, 'report')}{claims}{left_out}{known}"
        print(counted, file=sys.stderr)
        for refusal in self.refusals:
            print(f"  {refusal.name}: {refusal.code}: {refusal.reason}", file=sys.stderr)


def plural(count: int, noun: str) -> str:
    """Return "1 page" or "2 pages"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Give standard output, or a file that appears under its name only once it is whole."""
    if path is None:
        yield sys.stdout
        return
    partial = path.with_name(path.name + ".partial")
    try:
        with partial.open("w", encoding="utf-8", errors="surrogatepass", newline="") as stream:
            yield stream
        partial.replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    finally:
        partial.unlink(missing_ok=True)


def watched(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Pass outcomes on; on a terminal show how many pages are done, in a pipe show nothing."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from outcomes
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading pages", total=None)
        for outcome in outcomes:
            progress.advance(task)
            yield outcome
