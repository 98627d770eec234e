"""`musterroll log`: every judgement, and what it changed."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_ledger_arguments, show


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("log", help="every judgement, and what it changed")
    parser.add_argument(
        "id", nargs="?", metavar="ID", help="a report, claim, actor, finding or commitment: its own log"
    )
    add_ledger_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List judgements and notices."""
    from musterroll.cli.ids import any_id
    from musterroll.cli.sheets.log import document_of

    return show(arguments, lambda: document_of(arguments.id and any_id(arguments.id)))
