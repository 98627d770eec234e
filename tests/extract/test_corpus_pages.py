"""Body text and days on the pages of the article-extraction-benchmark, where they are at hand."""

import gzip
import json

import pytest
from benchmarks.extraction_quality import Score, body_of, scored

from musterroll.extract.days import day_in_url
from tests.corpora import corpus, fingerprint

BYTES = "a21f33c7fc89"
FLOOR = 0.955


def test_body_text_stays_above_its_floor_and_no_day_is_off_by_more_than_one() -> None:
    """F1 by shingles of four tokens is at least 0.955, and a stated day never contradicts the address by over a day."""
    from datetime import date

    folder = corpus("corpora/pages")
    truth_file = folder / "ground-truth.json"
    if fingerprint(truth_file) != BYTES:
        pytest.skip("the corpus has changed: measure anew")
    truth = json.loads(truth_file.read_text("utf-8"))
    scores: list[Score] = []
    for name, entry in truth.items():
        html = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        body, report = body_of(html, entry["url"])
        scores.append(scored(entry["articleBody"], body))
        address = day_in_url(entry["url"], date.today())
        if report is not None and report.published is not None and address is not None:
            apart = date.fromisoformat(report.published.day) - date.fromisoformat(address.day)
            assert abs(apart.days) <= 1, entry["url"]
    precision = sum(s.precision for s in scores) / len(scores)
    recall = sum(s.recall for s in scores) / len(scores)
    assert 2 * precision * recall / (precision + recall) >= FLOOR
