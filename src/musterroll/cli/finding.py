"""`musterroll finding ID`: one finding, with the sentences behind each of its figures."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_ledger_arguments, show


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("finding", help="one finding with the sentences behind it")
    parser.add_argument("id", metavar="ID", help="its id, or its first six characters or more")
    add_ledger_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show one finding."""
    from musterroll.cli.ids import full_id
    from musterroll.cli.sheets.finding import document_of

    return show(arguments, lambda: document_of(full_id("finding", arguments.id)))
