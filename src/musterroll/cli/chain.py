"""`musterroll chain CLAIM`: who had a claim from whom, and what changed on the way."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_ledger_arguments, show


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("chain", help="who had a claim from whom, and what changed on the way")
    parser.add_argument("id", metavar="CLAIM", help="its id, or its first six characters or more")
    add_ledger_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show the chain of one claim."""
    from musterroll.cli.ids import full_id
    from musterroll.cli.sheets.chain import document_of

    return show(arguments, lambda: document_of(full_id("claim", arguments.id)))
