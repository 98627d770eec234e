"""Stories that are independent stay so, even where outlets and agencies make them look alike."""

import random
from pathlib import Path

from musterroll.trace import trace_chains
from musterroll.training.authored import compile_authored
from tests.trace.golden import claims_of, report_of

OUTLETS = ("Reuters", "AFP", "Gazette", "Courier", "Post", "Star", "Ledger")
WIRES: tuple[list[str], ...] = ([], ["AFP"], ["Reuters"], ["AP"])


def test_independent_stories_of_one_month_are_not_run_together(root: Path) -> None:
    """Of the claims of 800 authored stories, laid into one month and to few outlets and wires, 1 in 200 goes astray at most."""
    dice = random.Random(3)
    sheets = [
        sheet
        for path in sorted((root / "training/corpus/authored").glob("?.txt"))
        for sheet in compile_authored(path)[0]
    ]
    reports = [
        report_of(
            {**sheet, "published": f"2021-03-{dice.randrange(1, 29):02}"},
            {"outlet": dice.choice(OUTLETS), "agency": dice.choice(WIRES)},
        )
        for sheet in sheets
    ]
    claims = [claim for sheet in sheets for claim in claims_of(sheet)]
    astray = sum(chain.first != chain.claim for chain in trace_chains(reports, claims))
    print(f"{astray} of {len(claims)} claims of {len(reports)} stories")
    assert astray <= len(claims) / 200
