"""The sample reports on Libya: what the folder, its two tables and the expectations of the demo ledger promise."""

import csv
import re
from pathlib import Path

import pytest

from musterroll.collect import collect_pages
from musterroll.extract import extract_report
from musterroll.records import Page, Report

MONTH = re.compile(r"\d{4}-\d\d")
RETOLD = "Retold for this project in its own words"


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    """The folder of samples."""
    return root / "samples" / "libya"


@pytest.fixture(scope="module")
def reports(folder: Path) -> dict[str, Report]:
    """The reports of the folder, by file name, read as anybody would: the folder itself is the source."""
    pages = [page for page in collect_pages([str(folder)]) if isinstance(page, Page)]
    return {Path(page.name).name: extract_report(page) for page in pages}


def test_the_folder_is_a_source_as_it_stands(folder: Path, reports: dict[str, Report]) -> None:
    """Every page of the folder is a report of the index, and its tables are none."""
    assert list(reports) == [row["file"] for row in rows_of(folder / "INDEX.csv")]


def test_every_sample_names_its_real_page(folder: Path, reports: dict[str, Report]) -> None:
    """Address, day and outlet are those of the index; a month is made no day."""
    for row in rows_of(folder / "INDEX.csv"):
        report = reports[row["file"]]
        day = None if MONTH.fullmatch(row["published"]) else row["published"]
        assert (report.url, report.outlet) == (row["page_url"], row["outlet"])
        assert (report.published.day if report.published else None) == day, row["file"]


def test_every_sample_says_that_it_is_retold(folder: Path) -> None:
    """No page lets its sentences pass for those of the outlet."""
    for path in folder.glob("*.html"):
        assert RETOLD in path.read_text(encoding="utf-8"), path.name


def test_every_fact_of_our_own_is_told(folder: Path, reports: dict[str, Report]) -> None:
    """Each row of the table stands in the index beside a report of its page, and its figure in that report."""
    told = {number: row for row in rows_of(folder / "INDEX.csv") for number in row["facts"].split()}
    for fact in rows_of(folder / "facts.csv"):
        row = told[fact["fig_id"]]
        assert (fact["page_url"], fact["date_reported"]) == (row["page_url"], row["published"])
        for bound in {fact["quantity_min"], fact["quantity_max"]} - {""}:
            assert re.search(rf"\b{int(bound):,}\b", reports[row["file"]].text), fact["fig_id"]


def test_what_the_demo_must_show_stands_in_the_samples(root: Path, reports: dict[str, Report]) -> None:
    """Every expectation is of a report of the folder, and its figure can be read there."""
    words = {"300": "300|Three hundred", "0": "no|No"}
    for row in rows_of(root / "tests" / "golden" / "demo" / "expected.csv"):
        text = reports[row["report file"]].text
        assert row["measure"] in ("stock", "flow", "total", "ceiling", "none")
        for bound in {row["min"], row["max"]} - {""}:
            assert re.search(rf"\b(?:{words.get(bound, f'{int(bound):,}')})\b", text), row
