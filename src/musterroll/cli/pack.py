"""`musterroll pack check DIR`: whether a pack holds."""

import argparse
from typing import Any


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("pack", help="check a pack: what has to be known of a war to link its names")
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    check = deeds.add_parser("check", help="show every error of a pack together, or count what it holds")
    check.add_argument("pack", metavar="DIR", help="a pack's folder, or the name of one that comes with the program")
    check.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check one pack; its errors end the command with exit code 3."""
    from musterroll.reference.packs import check_pack

    pack = check_pack(arguments.pack)
    print(f"{pack.id}: {pack.title}")
    for what, count in pack.counts().items():
        print(f"  {count:>6,} {what}")
    unverified = sum(commitment.unverified for commitment in pack.commitments)
    if unverified:
        print(f"  {unverified:>6,} commitments with an unverified clause reference")
    return 0
