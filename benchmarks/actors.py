"""How often actors are linked right: the marked names of `tests/golden/link/actors.csv` against the Libya pack.

Each name is given to `link` as it is marked, in a claim of its own sentence with the claim's places; the reader takes
no part. Precision is of the links made, recall of the names that lead somewhere; what should stay open ("unsure" or
"unknown") and does is counted apart.

Usage: python benchmarks/actors.py [TABLE [SAMPLES]]
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from musterroll.collect import collect_pages
from musterroll.extract import extract_report
from musterroll.link import link_claims
from musterroll.records import Attribution, Claim, Link, Page, Part, Report, Span
from musterroll.reference.packs import load_packs

ROOT = Path(__file__).parents[1]
Row = dict[str, str]


def rows_of(table: Path) -> list[Row]:
    """Return the rows of the gold table."""
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def reports_in(folder: Path) -> dict[str, Report]:
    """Return the reports of the samples, by file name."""
    pages = (page for page in collect_pages([str(folder)]) if isinstance(page, Page))
    return {Path(page.name).name: extract_report(page) for page in pages}


def span_of(report: Report, row: Row) -> Span:
    """Return where a row's words stand in its sentence; raises ValueError where they do not."""
    sentence = report.sentences[int(row["sentence"])]
    start = report.text.index(row["words"], sentence.start, sentence.end)
    return Span(start, start + len(row["words"]))


def claim_of(report: Report, rows: Sequence[Row]) -> Claim:
    """Make the claim that the rows of one sentence and type mark."""
    spans = [(row["role"], span_of(report, row)) for row in rows]
    source = next((span for role, span in spans if role == "source"), None)
    speech = Attribution("named-body" if source else "outlet", source)
    parts = tuple(Part(role, span) for role, span in spans if role != "source")
    sentence = int(rows[0]["sentence"])
    return Claim(report.id, rows[0]["type"], Span(0, 1), sentence, parts, "positive", "actual", speech, "gold")


def answers(rows: Sequence[Row], reports: dict[str, Report]) -> Iterator[tuple[Row, Link]]:
    """Yield every scored row with the link that its words get."""
    packs = load_packs("libya")
    for (name, _, _), group in groupby(rows, lambda row: (row["report file"], row["sentence"], row["type"])):
        marked = list(group)
        (linked,) = link_claims(reports[name], [claim_of(reports[name], marked)], packs)
        links = {(link.role, link.span): link for link in linked.links}
        for row in marked:
            if row["expected"]:
                yield row, links[row["role"], span_of(reports[name], row)]


def outcome(expected: str, link: Link) -> str:
    """Name what became of one name: right, wrong, forced (linked, should stay open), missed, or open (rightly)."""
    if expected in ("unsure", "unknown"):
        return "forced" if link.verdict == "linked" else "open"
    if link.verdict != "linked":
        return "missed"
    return "right" if link.id == expected else "wrong"


def line(name: str, count: Counter[str]) -> str:
    """Return one line of the table."""
    made = count["right"] + count["wrong"] + count["forced"]
    named = count["right"] + count["wrong"] + count["missed"]
    shares = (count["right"] / made if made else 1.0, count["right"] / named if named else 1.0)
    rest = " ".join(f"{key} {count[key]}" for key in ("right", "wrong", "forced", "missed", "open"))
    return f"{name:8} {count.total():4} names  precision {shares[0]:.3f}  recall {shares[1]:.3f}  {rest}"


def main(table: Path, folder: Path) -> None:
    """Print precision and recall of every role, and each name that was not linked as marked."""
    counts: dict[str, Counter[str]] = {}
    for row, link in answers(rows_of(table), reports_in(folder)):
        found = outcome(row["expected"], link)
        for name in (row["role"], "all"):
            counts.setdefault(name, Counter())[found] += 1
        if found in ("wrong", "forced", "missed"):
            got = link.id or f"{link.verdict}: {link.reason}"
            print(f"{found:7} {row['report file'][:3]} {row['role']:6} {row['words']!r}: {row['expected']}, not {got}")
    for name in sorted(counts, key=lambda name: (name == "all", name)):
        print(line(name, counts[name]))


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(*(given + [ROOT / "tests" / "golden" / "link" / "actors.csv", ROOT / "samples" / "libya"][len(given) :]))
