"""`musterroll report ID`: one report and its claims, each with its sentence."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_ledger_arguments, show


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("report", help="one report and its claims")
    parser.add_argument("id", metavar="ID", help="its id, or its first six characters or more")
    add_ledger_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show one report."""
    from musterroll.cli.ids import full_id
    from musterroll.cli.sheets.report import document_of

    return show(arguments, lambda: document_of(full_id("report", arguments.id)))
