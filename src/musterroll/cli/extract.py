"""`musterroll extract SOURCES…`: pages in, reports out."""

import argparse
from typing import Any

from musterroll.cli.running import add_source_arguments, run_sources


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("extract", help="extract the reports on pages, without reading their claims")
    add_source_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Extract the sources."""
    return run_sources(arguments, only_extract=True)
