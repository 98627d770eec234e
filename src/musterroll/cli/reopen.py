"""`musterroll reopen CLAIM`: the judgement that stands on it is taken back."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_act_arguments


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("reopen", help="take back a claim's confirmation, correction or rejection")
    parser.add_argument("claim", metavar="CLAIM", help="its id, or its first six characters or more")
    add_act_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Reopen one claim."""
    from musterroll.actions import reopen_claim
    from musterroll.cli.acts import act_on

    return act_on(reopen_claim, "claim", arguments)
