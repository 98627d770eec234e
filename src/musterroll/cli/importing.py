"""`musterroll read … --into LEDGER`: the whole row, from pages to holdings."""

import argparse
import sys
from collections.abc import Sequence

from musterroll import ledger
from musterroll.cli.ledgers import opened_ledger
from musterroll.cli.running import Tally, bounds_of, plural, watched
from musterroll.pipeline import import_sources, rederive, use_packs
from musterroll.reference.packs import load_packs

FIRST_PACKS = ("world",)


def run_into(arguments: argparse.Namespace) -> int:
    """Read the sources into the ledger, derive what follows, end with a summary; return the exit code."""
    bounds, tally = bounds_of(arguments), Tally()
    with opened_ledger(arguments.into, create=True):
        choose_packs(arguments.pack)
        outcomes = import_sources(
            arguments.sources,
            gated=not arguments.ungated,
            allow_private=arguments.allow_private,
            bounds=bounds,
            workers=arguments.workers,
        )
        for outcome in watched(outcomes):
            tally.add(outcome)
        if ledger.is_stale():
            rederive()
        tally.report(only_extract=False)
        print(held_words(ledger.counts()), file=sys.stderr)
    return 1 if tally.failed else 0


def choose_packs(given: Sequence[str] | None) -> None:
    """Put the packs that are named in force; a ledger that has some keeps them where none is named."""
    if given or not ledger.packs().packs:
        use_packs(load_packs(*(given or FIRST_PACKS)))


def held_words(counts: dict[str, int]) -> str:
    """Return what the ledger holds now."""
    nouns = (("reports", "report"), ("claims", "claim"), ("findings", "finding"), ("holdings", "commitment"))
    return "the ledger holds " + ", ".join(plural(counts[key], noun) for key, noun in nouns)
