"""`musterroll confirm CLAIM`: a person has read its sentence, and it says so."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_act_arguments


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("confirm", help="say that a claim is what its sentence says")
    parser.add_argument("claim", metavar="CLAIM", help="its id, or its first six characters or more")
    add_act_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Confirm one claim."""
    from musterroll.actions import confirm_claim
    from musterroll.cli.acts import act_on

    return act_on(confirm_claim, "claim", arguments)
