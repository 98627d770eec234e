"""`musterroll claims`: every claim that stands, with its sentence."""

import argparse
from typing import Any

from musterroll.cli.ledgers import add_ledger_arguments, day, show
from musterroll.records import MODALITIES, POLARITIES, TYPES

STATUSES = ("standing", "rejected", "retracted", "all")


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("claims", help="what each report says, on whose word, with its sentence")
    parser.add_argument("--type", choices=TYPES, help="what is said to happen")
    parser.add_argument("--polarity", choices=POLARITIES, help="said or denied")
    parser.add_argument("--modality", choices=MODALITIES, help="actual, planned and so on")
    parser.add_argument("--force", metavar="WHO", help="whose: an actor's id or name")
    parser.add_argument("--actor", metavar="WHO", help="an actor in any role")
    parser.add_argument("--place", metavar="WHERE", help="where: a place's id or name")
    parser.add_argument("--source", metavar="WHO", help="on whose word: an actor's or outlet's id or name")
    parser.add_argument("--report", metavar="ID", help="of one report")
    parser.add_argument("--since", type=day, metavar="DAY", help="reported on this day or later")
    parser.add_argument("--until", type=day, metavar="DAY", help="reported on this day or earlier")
    parser.add_argument("--search", metavar="WORDS", help="whose sentence has all these words")
    parser.add_argument("--status", choices=STATUSES, default="standing", help="which of them (default: standing)")
    add_ledger_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List the claims asked for."""
    from musterroll.cli.sheets.claims import document_of

    return show(arguments, lambda: document_of(wanted(arguments)))


def wanted(arguments: argparse.Namespace) -> Any:
    """Return the filter that the arguments ask for."""
    from musterroll.cli.ids import full_id
    from musterroll.ledger import ClaimFilter

    return ClaimFilter(
        type=arguments.type,
        polarity=arguments.polarity,
        modality=arguments.modality,
        force=arguments.force,
        actor=arguments.actor,
        place=arguments.place,
        source=arguments.source,
        report=full_id("report", arguments.report) if arguments.report else None,
        since=arguments.since and arguments.since.isoformat(),
        until=arguments.until and arguments.until.isoformat(),
        words=arguments.search,
        status=None if arguments.status == "all" else arguments.status,
    )
