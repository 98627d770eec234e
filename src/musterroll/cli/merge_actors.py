"""`musterroll merge-actors A into B`: two ids that mean one are weighed as one."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_act_arguments
from musterroll.records import UsageError


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("merge-actors", help="let one actor stand wherever another was linked")
    parser.add_argument("actors", nargs="+", metavar="ACTOR", help="two ids: A into B (the word may be left out)")
    add_act_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Merge one actor into another."""
    from musterroll.actions import merge_actors
    from musterroll.cli.acts import act_on
    from musterroll.cli.ids import full_id

    names = [name for name in arguments.actors if name.lower() != "into"]
    if len(names) != 2:
        raise UsageError("merge-actors takes two actors: A into B")
    arguments.actor, into = names
    return act_on(lambda actor, **more: merge_actors(actor, full_id("actor", into), **more), "actor", arguments)
