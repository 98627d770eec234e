"""`musterroll retract REPORT`: nothing that it says counts any more."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_act_arguments


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("retract", help="take a report and all its claims out of all that is derived")
    parser.add_argument("report", metavar="REPORT", help="its id, or its first six characters or more")
    add_act_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Retract one report."""
    from musterroll.actions import retract_report
    from musterroll.cli.acts import act_on

    return act_on(retract_report, "report", arguments)
