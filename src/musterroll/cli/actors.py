"""`musterroll actors`: who is who, and how many claims and findings name them."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_ledger_arguments, show


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("actors", help="who is who, and how often they are named")
    parser.add_argument("--all", action="store_true", help="also those of the packs that no claim names")
    add_ledger_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List the actors."""
    from musterroll.cli.sheets.actors import document_of

    return show(arguments, lambda: document_of(arguments.all))
