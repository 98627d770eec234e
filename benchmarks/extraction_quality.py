"""How well the extractor reads real pages: `python benchmarks/extraction_quality.py PAGES_DIR`.

PAGES_DIR holds `ground-truth.json` ({name: {"articleBody", "url"}}) and `html/NAME.html.gz`, as the public
article-extraction-benchmark does. The body is scored as there: shingles of four tokens, true and false ones
normalised page by page, precision and recall averaged over pages; with a bootstrap interval over pages. The day of
publication has no truth there: where page and address both state one, they are compared.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from musterroll.extract import extract_report
from musterroll.extract.days import day_in_url
from musterroll.records import Page, Report
from musterroll.records.errors import PageError

TOKEN = re.compile(r"\w+")
BODY = ("paragraph", "heading")


class Score(NamedTuple):
    """Precision and recall of one page, each 0 to 1."""

    precision: float
    recall: float


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Return the runs of `size` tokens of a text (of all its tokens where it has fewer)."""
    tokens = TOKEN.findall(text)
    return Counter(tuple(tokens[i : i + size]) for i in range(max(1, len(tokens) - size + 1))) if tokens else Counter()


def scored(truth: str, found: str) -> Score:
    """Return the score of one page's body text."""
    true, ours = shingles(truth), shingles(found)
    right, extra, lost = (true & ours).total(), (ours - true).total(), (true - ours).total()
    if not extra and not lost:
        return Score(1.0, 1.0)
    return Score(right / (right + extra) if right + extra else 0.0, right / (right + lost) if right + lost else 0.0)


def f1(scores: list[Score]) -> float:
    """Return F1 of the mean precision and the mean recall."""
    precision = sum(s.precision for s in scores) / len(scores)
    recall = sum(s.recall for s in scores) / len(scores)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def interval(scores: list[Score], rounds: int = 2000, seed: int = 1) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of F1 over pages."""
    draw = random.Random(seed)
    found = sorted(f1(draw.choices(scores, k=len(scores))) for _ in range(rounds))
    return found[int(rounds * 0.025)], found[int(rounds * 0.975)]


def body_of(html: bytes, url: str) -> tuple[str, Report | None]:
    """Return the body text that is scored (paragraphs and headings) and the report; "" and None for a refusal."""
    try:
        report = extract_report(Page(html, url, "html", url=url))
    except PageError:
        return "", None
    return "\n".join(b.span.of(report.text) for b in report.blocks if b.kind in BODY), report


def main() -> None:
    """Score every page of a folder and print the figures and the days that disagree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--worst", type=int, default=8, help="how many of the worst pages to list")
    options = parser.parse_args()
    truth = json.loads((options.pages / "ground-truth.json").read_text("utf-8"))
    rows: dict[str, Score] = {}
    bases: Counter[str] = Counter()
    for name, entry in truth.items():
        html = gzip.decompress((options.pages / "html" / f"{name}.html.gz").read_bytes())
        body, report = body_of(html, entry["url"])
        rows[name] = scored(entry["articleBody"], body)
        bases[_day_basis(report, entry["url"])] += 1
    _print(rows, bases, {name: entry["url"] for name, entry in truth.items()}, options.worst)


def _day_basis(report: Report | None, url: str) -> str:
    if report is None:
        return "no report"
    known = report.published
    address = day_in_url(url, date.today())
    if known and address and abs((date.fromisoformat(known.day) - date.fromisoformat(address.day)).days) > 1:
        print(f"day off: {known.day} ({known.basis}) against {address.day} in {url}")
    return known.basis if known else "unknown"


def _print(rows: dict[str, Score], bases: Counter[str], urls: dict[str, str], worst: int) -> None:
    scores = list(rows.values())
    low, high = interval(scores)
    print(f"pages      {len(scores)}")
    print(f"F1         {f1(scores):.4f}  (95 % {low:.4f} to {high:.4f})")
    print(f"precision  {sum(s.precision for s in scores) / len(scores):.4f}")
    print(f"recall     {sum(s.recall for s in scores) / len(scores):.4f}")
    for title, even in (("even half", True), ("odd half ", False)):
        half = [score for name, score in rows.items() if (int(name[:8], 16) % 2 == 0) is even]
        print(f"{title}   {len(half)} pages, F1 {f1(half):.4f}")
    print("days known by", ", ".join(f"{basis} {count}" for basis, count in bases.most_common()))
    for name, score in sorted(rows.items(), key=lambda row: min(row[1]))[:worst]:
        print(f"  P {score.precision:.2f} R {score.recall:.2f}  {urls[name]}")


if __name__ == "__main__":
    main()
