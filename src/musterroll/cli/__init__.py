"""The command line: one command a file; holds no logic of a room.

Exit codes: 0 done; 1 some pages gave no report or were not read (each is named); 2 the command makes no sense; 3 the
reader's model, a corpus, a pack or a ledger does not hold, or the ledger has no such thing; 4 an act was refused; 130
interrupted.
"""

import argparse
import sys
from collections.abc import Sequence

from musterroll.cli import (
    actors,
    chain,
    claims,
    commitments,
    confirm,
    correct,
    editors,
    evaluate,
    export_training,
    extract,
    finding,
    findings,
    log,
    merge_actors,
    pack,
    part_actors,
    purge,
    read,
    reject,
    reopen,
    report,
    restore,
    retract,
    serve,
    train,
)
from musterroll.records import ActRefused, MusterrollError, UsageError

COMMANDS = (
    read, extract, findings, finding, claims, report, actors, commitments, chain, log, correct, confirm, reject, reopen,
    retract, restore, merge_actors, part_actors, serve, editors, purge, pack, evaluate, train, export_training,
)  # fmt: skip
DONE, SOME_REFUSED, USAGE, BROKEN, ACT_REFUSED, INTERRUPTED = 0, 1, 2, 3, 4, 130


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with every command."""
    parser = argparse.ArgumentParser(
        prog="musterroll",
        description="Read news of armed conflict into attributed claims about armed forces.",
        epilog="Exit codes: 0 done; 1 some pages gave no report or were not read; 2 usage; 3 model, corpus, pack or "
        "ledger does not hold, or has no such thing; 4 an act was refused; 130 interrupted.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add_parser(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    arguments = build_parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except UsageError as error:
        return fail(str(error), USAGE)
    except ActRefused as error:
        return fail(f"{error.code}: {error}", ACT_REFUSED)
    except MusterrollError as error:
        return fail(f"{error.code}: {error}", BROKEN)
    except KeyboardInterrupt:
        return fail("interrupted", INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def fail(message: str, code: int) -> int:
    """Say one line on standard error and return the exit code."""
    print(f"musterroll: {message}", file=sys.stderr)
    return code
