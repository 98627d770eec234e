"""`musterroll read SOURCES…`: pages in, attributed claims out."""

import argparse
from typing import Any

from musterroll.cli.running import add_source_arguments, run_sources


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("read", help="read pages into attributed claims")
    add_source_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read the sources."""
    return run_sources(arguments, only_extract=False)
