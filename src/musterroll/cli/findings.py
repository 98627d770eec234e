"""`musterroll findings`: every finding, a line each."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_ledger_arguments, day, show
from musterroll.records import GRADES, MEASURES, TYPES


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("findings", help="who is said to be where, how many, on whose word")
    parser.add_argument("--type", choices=TYPES, help="what they do")
    parser.add_argument("--force", metavar="WHO", help="whose: an actor's id or name")
    parser.add_argument("--place", metavar="WHERE", help="where: a place's id or name")
    parser.add_argument("--measure", choices=MEASURES, help="the kind of number")
    parser.add_argument("--grade", choices=GRADES, help="how it is borne out")
    parser.add_argument("--since", type=day, metavar="DAY", help="reported on this day or later")
    parser.add_argument("--until", type=day, metavar="DAY", help="reported on this day or earlier")
    parser.add_argument("--search", metavar="WORDS", help="with a sentence that has all these words")
    add_ledger_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List the findings asked for."""
    from musterroll.cli.sheets.findings import document_of
    from musterroll.ledger import FindingFilter

    wanted = FindingFilter(
        type=arguments.type,
        force=arguments.force,
        place=arguments.place,
        measure=arguments.measure,
        grade=arguments.grade,
        since=arguments.since and arguments.since.isoformat(),
        until=arguments.until and arguments.until.isoformat(),
        words=arguments.search,
    )
    return show(arguments, lambda: document_of(wanted))
