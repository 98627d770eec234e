"""`musterroll purge`: names and e-mails of cases that were closed long enough ago are forgotten."""

import argparse
from typing import Any

from musterroll.cli.ledgers import LEDGER, opened_ledger, person_of
from musterroll.records import UsageError

DAYS = 90


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("purge", help="forget who sent the cases that were closed long enough ago")
    parser.add_argument("--days", type=int, default=DAYS, metavar="N", help=f"closed that many days ago ({DAYS})")
    parser.add_argument("--ledger", metavar="PATH", help=f"the ledger (default: MUSTERROLL_LEDGER, or {LEDGER} here)")
    parser.add_argument("--by", metavar="WHO", help="who does it (default: MUSTERROLL_BY)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Purge, and say of how many cases."""
    from musterroll.actions import purge_contacts

    if arguments.days < 0:
        raise UsageError("--days must not be below 0")
    with opened_ledger(arguments.ledger):
        numbers = purge_contacts(by=person_of(arguments), days=arguments.days)
    print(f"forgotten: who sent {len(numbers):,} {'case' if len(numbers) == 1 else 'cases'}")
    return 0
