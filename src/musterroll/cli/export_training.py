"""`musterroll export-training OUT.jsonl`: reports whose claims editors have judged, as training text."""

import argparse
from pathlib import Path
from typing import Any

from musterroll.cli.ledgers import LEDGER, opened_ledger
from musterroll.records import UsageError


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("export-training", help="write the reports whose claims were judged as training text")
    parser.add_argument("out", type=Path, metavar="OUT.jsonl", help="the file to write, a report a line")
    parser.add_argument(
        "--partly", action="store_true", help="also reports of which only some claims were judged; the others as read"
    )
    parser.add_argument("--ledger", metavar="PATH", help=f"the ledger (default: MUSTERROLL_LEDGER, or {LEDGER} here)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file, and say how many reports it holds."""
    from musterroll.training.judged import write_judged

    if not arguments.out.parent.is_dir():
        raise UsageError(f"no such folder: {arguments.out.parent}")
    with opened_ledger(arguments.ledger):
        count = write_judged(arguments.out, partly=arguments.partly)
    print(f"{arguments.out}: {count:,} {'report' if count == 1 else 'reports'}")
    return 0
