"""`musterroll serve`: the ledger as a web site."""

import argparse
from typing import Any

from musterroll.cli.ledgers import ledger_named
from musterroll.records import UsageError


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("serve", help="publish a ledger as a web site on this machine")
    parser.add_argument(
        "--ledger",
        metavar="PATH",
        help="the ledger: a file or a database's URL (default: MUSTERROLL_LEDGER, DATABASE_URL, or musterroll.db here)",
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine alone)")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="processes (default: 1)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted; raises LedgerError where there is no ledger."""
    from musterroll.desk.serving import serve

    if not 0 < arguments.port < 65_536 or arguments.workers < 1:
        raise UsageError("--port must lie between 1 and 65535, --workers above 0")
    serve(ledger_named(arguments.ledger), arguments.host, arguments.port, arguments.workers)
    return 0
