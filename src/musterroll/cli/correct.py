"""`musterroll correct CLAIM --set FIELD=VALUE`: what its reader got wrong is mended beside it."""

import argparse
from collections.abc import Sequence
from functools import partial
from typing import Any

from musterroll.cli.ledgers import add_act_arguments
from musterroll.records import MENDABLE, UsageError


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("correct", help="mend what was read wrong in a claim; the evidence stays")
    parser.add_argument("claim", metavar="CLAIM", help="its id, or its first six characters or more")
    parser.add_argument(
        "--set",
        dest="mends",
        action="append",
        required=True,
        metavar="FIELD=VALUE",
        help=f"a field of {', '.join(MENDABLE)}, and its value (nothing after = where it is unknown); may be repeated",
    )
    add_act_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Correct one claim."""
    from musterroll.actions import correct_claim
    from musterroll.cli.acts import act_on

    return act_on(partial(correct_claim, mends=mends_of(arguments.mends)), "claim", arguments)


def mends_of(given: Sequence[str]) -> dict[str, str]:
    """Return fields and values of FIELD=VALUE; raises UsageError for what is none, or a field set twice."""
    mends: dict[str, str] = {}
    for pair in given:
        field, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"--set {pair!r} is not FIELD=VALUE")
        if field.strip() in mends:
            raise UsageError(f"--set gives {field.strip()} twice")
        mends[field.strip()] = value
    return mends
