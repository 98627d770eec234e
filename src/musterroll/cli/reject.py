"""`musterroll reject CLAIM`: its sentence does not say so; it counts no more."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_act_arguments


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("reject", help="take a claim out of all that is derived")
    parser.add_argument("claim", metavar="CLAIM", help="its id, or its first six characters or more")
    add_act_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Reject one claim."""
    from musterroll.actions import reject_claim
    from musterroll.cli.acts import act_on

    return act_on(reject_claim, "claim", arguments)
