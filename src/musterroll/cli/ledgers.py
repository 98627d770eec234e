"""What the commands on a ledger share: which ledger, who acts, and ids cut short."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from musterroll.cli.sheets.document import FORMATS, Document, write
from musterroll.records import Person

LEDGER = "musterroll.db"


def add_ledger_arguments(parser: argparse.ArgumentParser) -> None:
    """Add --ledger and --format."""
    parser.add_argument(
        "--ledger",
        metavar="PATH",
        help=f"the ledger: a file or a database's URL (default: MUSTERROLL_LEDGER, DATABASE_URL, or {LEDGER} here)",
    )
    parser.add_argument("--format", choices=FORMATS, default="table", help="how to write (default: table)")


def add_act_arguments(parser: argparse.ArgumentParser) -> None:
    """Add --why and --by, and what every command on a ledger has."""
    parser.add_argument("--why", default="", metavar="WORDS", help="the reason, kept with the act")
    parser.add_argument("--by", metavar="WHO", help="who does it (default: MUSTERROLL_BY)")
    add_ledger_arguments(parser)


def ledger_named(given: str | None) -> str:
    """Return where the ledger is: as given, else by the environment, else in this folder."""
    return given or os.environ.get("MUSTERROLL_LEDGER") or os.environ.get("DATABASE_URL") or LEDGER


@contextmanager
def opened_ledger(where: str | None, create: bool = False) -> Iterator[None]:
    """Open the ledger for a command and close it behind it; raises LedgerError, LedgerVersion."""
    from musterroll import ledger

    opened = ledger.open_ledger(ledger_named(where), create=create)
    if opened.backup:
        print(f"musterroll: made ready for this version; as it was before: {opened.backup}", file=sys.stderr)
    try:
        yield
    finally:
        ledger.close_ledger()


def person_of(arguments: argparse.Namespace) -> Person:
    """Return who acts, nobody where no name is given. Whoever can write the ledger's file acts as its editor."""
    name = arguments.by or os.environ.get("MUSTERROLL_BY") or ""
    return Person(name, frozenset({"editor"}))


def show(arguments: argparse.Namespace, made: Callable[[], Document]) -> int:
    """Open the ledger, write the document that is made of it, and return the exit code."""
    with opened_ledger(arguments.ledger):
        write(made(), arguments.format)
        warn_if_stale()
    return 0


def warn_if_stale() -> None:
    """Say on standard error that a reading was cut off, so that what is shown lags behind, and how to finish it."""
    from musterroll import ledger

    if ledger.is_stale():
        finish = "finish it with: musterroll read SOURCES --into LEDGER"
        print(f"musterroll: a reading into this ledger was cut off; {finish}", file=sys.stderr)


def day(given: str) -> date:
    """Return a day of the command line; raises ValueError, which the parser words, for what is none."""
    return date.fromisoformat(given)
