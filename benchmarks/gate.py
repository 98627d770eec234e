"""How much the gate leaves out on pages about other things, and what it costs on pages of war.

`tests/golden/gate/pages.csv` says of each page of the article-extraction benchmark whether it is about armed conflict
("war"), speaks of one ("mention") or not ("none"), and where the claims that are truly about armed forces begin. One
half ("looked") was read while the gate was made, the other ("held") only when it stood. The invented texts of
`tests/golden/gate/elsewhere.txt` are about other things and use the words of war for them.

Usage: python benchmarks/gate.py PAGES
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from musterroll.extract import extract_report
from musterroll.pipeline import Reading, read_sources
from musterroll.read import read_claims
from musterroll.read.gate import pass_gate
from musterroll.records import Claim, Page
from musterroll.training.corpus import load_authored

GOLDEN = Path(__file__).parents[1] / "tests" / "golden" / "gate"
Row = dict[str, str]


def verdicts() -> dict[str, Row]:
    """Return the row of each page, by the page's name."""
    with (GOLDEN / "pages.csv").open(encoding="utf-8", newline="") as stream:
        return {row["page"]: row for row in csv.DictReader(stream)}


def is_true(row: Row, claim: Claim) -> bool:
    """Say whether a claim of a page is truly about armed forces."""
    return str(claim.trigger.start) in row["about"].split()


def counted(pages: Path) -> Counter[tuple[str, str, str]]:
    """Return how many claims of each half are true and false, and how many of these pass."""
    counts: Counter[tuple[str, str, str]] = Counter()
    rows = verdicts()
    for outcome in read_sources([str(pages)], gated=False, workers=2):
        row = rows.get(Path(outcome.name).name.split(".")[0])
        if row and isinstance(outcome, Reading):
            passed = pass_gate(outcome.report, outcome.claims).claims
            for claim in outcome.claims:
                truth = "true" if is_true(row, claim) else "false"
                counts.update([(row["half"], truth, "read"), *[(row["half"], truth, "passed")] * (claim in passed)])
    return counts


def invented() -> Iterator[tuple[int, int]]:
    """Yield (claims read, claims that pass) of each invented text about something else."""
    for text in load_authored(GOLDEN / "elsewhere.txt"):
        report = extract_report(Page(text.text.encode(), text.id, "record"))
        claims = read_claims(report, gated=False)
        yield len(claims), len(pass_gate(report, claims).claims)


def main(pages: Path) -> None:
    """Print the figures."""
    counts = counted(pages)
    for half in ("looked", "held"):
        shown = (f"{t} {counts[half, t, 'read']} -> {counts[half, t, 'passed']}" for t in ("false", "true"))
        print(f"pages, half {half}: claims {', '.join(shown)}")
    read, passed = map(sum, zip(*invented(), strict=True))
    print(f"invented texts about other things: false claims {read} -> {passed}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
