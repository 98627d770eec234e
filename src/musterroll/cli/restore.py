"""`musterroll restore REPORT`: its retraction is taken back."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_act_arguments


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("restore", help="take back the retraction of a report")
    parser.add_argument("report", metavar="REPORT", help="its id, or its first six characters or more")
    add_act_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Restore one report."""
    from musterroll.actions import restore_report
    from musterroll.cli.acts import act_on

    return act_on(restore_report, "report", arguments)
