"""`musterroll commitments`: each commitment with its evidence for and against."""

import argparse
from datetime import UTC, datetime
from typing import Any

from musterroll.cli.ledgers import add_ledger_arguments, day, show


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("commitments", help="commitments, with the evidence for and against")
    parser.add_argument("id", nargs="?", metavar="ID", help="one commitment, with all its evidence")
    parser.add_argument(
        "--on",
        type=day,
        default=None,
        metavar="DAY",
        help="count the days past the deadline on this day (default: today)",
    )
    add_ledger_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List the commitments."""
    from musterroll.cli.ids import full_id
    from musterroll.cli.sheets.commitments import document_of

    on = arguments.on or datetime.now(UTC).date()
    return show(arguments, lambda: document_of(arguments.id and full_id("holding", arguments.id), on))
