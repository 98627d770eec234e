"""`musterroll read SOURCES…`: pages in, attributed claims out, or into a ledger."""

import argparse
from typing import Any

from musterroll.cli.running import add_source_arguments, run_sources
from musterroll.records import UsageError


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("read", help="read pages into attributed claims, or into a ledger")
    add_source_arguments(parser)
    parser.add_argument(
        "--into", metavar="LEDGER", help="a ledger: a file, made where it is not there, or a database's address"
    )
    parser.add_argument(
        "--pack",
        action="append",
        metavar="NAME|DIR",
        help="with --into: what names are linked by, kept with the ledger; may be repeated (a new ledger: world)",
    )
    parser.add_argument(
        "--ungated", action="store_true", help="take claims from reports that are not about armed forces, too"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read the sources."""
    if not arguments.into:
        if arguments.pack:
            raise UsageError("--pack goes with --into LEDGER")
        return run_sources(arguments, only_extract=False)
    if arguments.out or arguments.format:
        raise UsageError("--into writes to the ledger: leave out --out and --format")
    from musterroll.cli.importing import run_into

    return run_into(arguments)
