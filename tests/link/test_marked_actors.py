"""The names marked by hand in the sample reports, which `benchmarks/actors.py` measures."""

import csv
from pathlib import Path

import pytest

from musterroll.collect import collect_pages
from musterroll.extract import extract_report
from musterroll.records import Page
from musterroll.reference.packs import load_packs

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows(root: Path) -> list[Row]:
    """The rows of the table."""
    with (root / "tests" / "golden" / "link" / "actors.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_marked_name_stands_in_its_sentence(root: Path, rows: list[Row]) -> None:
    """A table that has slipped away from the samples would measure nothing."""
    pages = [page for page in collect_pages([str(root / "samples" / "libya")]) if isinstance(page, Page)]
    reports = {Path(page.name).name: extract_report(page) for page in pages}
    for row in rows:
        report = reports[row["report file"]]
        assert row["words"] in report.sentences[int(row["sentence"])].of(report.text), row


def test_every_expected_actor_is_in_the_packs(rows: list[Row]) -> None:
    """Whom a name is expected to be is an actor or an outlet that is known, or nobody; places are not scored."""
    packs = load_packs("libya")
    known = {"unsure", "unknown", *packs.actors, *packs.outlets}
    for row in rows:
        scored = row["role"] in ("force", "by", "side", "source")
        assert row["expected"] in known if scored else not row["expected"], row
