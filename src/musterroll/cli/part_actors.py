"""`musterroll part-actors ACTOR`: a merge is taken back."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_act_arguments


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("part-actors", help="let an actor that was merged stand for itself again")
    parser.add_argument("actor", metavar="ACTOR", help="its id, or its first six characters or more")
    add_act_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Part one actor."""
    from musterroll.actions import part_actors
    from musterroll.cli.acts import act_on

    return act_on(part_actors, "actor", arguments)
