"""The list of findings: orders, facets, what is narrowed, and files of the same."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from musterroll import ledger
from musterroll.ledger import ORDERS, FindingFilter
from musterroll.pipeline.forms import safe_cell

ROW = r'<a href="/findings/([0-9a-f]{24})/">'


def listed(client: Client, address: str, **fields: str) -> list[str]:
    """Return the findings of every page of a list, in order."""
    found, query = [], "?" + "&".join(f"{name}={value}" for name, value in fields.items())
    while query:
        shown = client.get(f"{address}{query}").content.decode()
        found += re.findall(ROW, shown)
        step = re.search(r'rel="next" href="([^"]+)"', shown)
        query = step[1].replace("&amp;", "&") if step else ""
    return found


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_shows_every_finding_once(client: Client, order: str) -> None:
    """Whatever the order, the pages together hold each finding once, also those with a single origin."""
    found = listed(client, "/findings/", order=order)
    assert len(found) == len(set(found)) == ledger.counts()["findings"]


def test_the_largest_come_first(client: Client) -> None:
    """Sorted by size, upper bounds never grow from one row to the next, and findings without a figure end the list."""
    found = [ledger.finding(number) for number in listed(client, "/findings/", order="largest")]
    sizes = [one.max if one.max is not None else one.min if one.min is not None else -1 for one in found]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > 1000 > sizes[-1] == -1


def test_the_most_contested_come_first(client: Client) -> None:
    """Sorted by what speaks against them, a finding that nobody denies never stands above one that somebody does."""
    found = [ledger.finding(number) for number in listed(client, "/findings/", order="contested")]
    against = [
        len(one.denials) + sum(len(other.against) for other in one.contradictions if not other.resolved)
        for one in found
    ]
    assert against == sorted(against, reverse=True) and against[0] > 0


def test_the_cursor_of_another_order_starts_anew(client: Client) -> None:
    """A cursor by day in a list by size shows the first page and fails nobody."""
    shown = client.get("/findings/", {"order": "largest", "after": "2021-03-27~abc"})
    assert shown.status_code == 200 and re.findall(ROW, shown.content.decode())


@pytest.mark.parametrize(
    "given", ["x" * 5000, "\x00", "~", "'; DROP TABLE ledger_finding; --", '"><script>alert(1)</script>']
)
def test_odd_fields_find_nothing_and_break_nothing(client: Client, given: str) -> None:
    """Whatever stands in a field, the list answers, and what was typed comes back escaped."""
    for name in ("force", "place", "source", "outlet", "words", "after", "order", "type", "since"):
        response = client.get("/findings/", {name: given})
        assert response.status_code == 200 and b"<script>alert" not in response.content


def test_a_source_and_an_outlet_narrow_the_list(client: Client) -> None:
    """Findings on a source's word have a claim with that origin or source; those of an outlet a report of it."""
    origin = next(one.name for finding in ledger.findings(limit=200) for one in finding.origins if one.name)
    for number in listed(client, "/findings/", source=origin):
        finding = ledger.finding(number)
        chains = ledger.chains([*finding.claims, *finding.denials])
        lines = ledger.claim_lines([*finding.claims, *finding.denials])
        linked = {link.name for line in lines for link in line.claim.linked("source")}
        assert origin in {chain.origin for chain in chains} | linked
    outlet = next(line.outlet for line in ledger.reports() if line.outlet and line.claims)
    told = listed(client, "/findings/", outlet=outlet)
    assert told
    for number in told:
        assert outlet in {line.outlet for line in ledger.report_lines(ledger.finding(number).reports)}


def test_what_narrows_the_list_is_shown_and_can_be_taken_off(client: Client) -> None:
    """Each field that is set stands above the list with a link to the list without it."""
    shown = client.get("/findings/", {"force": "wagner-group", "grade": "denied"}).content.decode()
    assert 'href="/findings/?force=wagner-group"' in shown and 'href="/findings/?grade=denied"' in shown
    assert "Wagner Group" in shown


def test_choices_say_how_many_there_are(client: Client) -> None:
    """The counts beside the choices are those of the ledger."""
    shown = client.get("/findings/").content.decode()
    stocks = len(ledger.findings(FindingFilter(measure="stock"), limit=10_000))
    assert f'<option value="stock">stock ({stocks})</option>' in shown


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-2", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """What a spreadsheet would take for a formula is written as text."""
    assert safe_cell(cell) == f"'{cell}"


def test_files_come_in_the_order_of_the_list(client: Client) -> None:
    """A CSV of the largest has its rows in the order of the pages."""
    body = b"".join(client.get("/findings/", {"order": "largest", "format": "csv"}).streaming_content)  # type: ignore[attr-defined]
    rows = [row["id"] for row in csv.DictReader(io.StringIO(body.decode()))]
    assert rows == listed(client, "/findings/", order="largest")


def test_a_page_of_the_list_asks_the_ledger_few_questions(client: Client) -> None:
    """The number of queries does not grow with the rows: a list takes at most six, facets and all."""
    client.get("/findings/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/findings/")
    assert len(asked) <= 6


def test_a_page_says_which_part_it_is_of(client: Client) -> None:
    """The main navigation marks the list that a page belongs to, and the list itself as the page."""
    assert re.search(r'href="/forces/" aria-current="page"', client.get("/forces/").content.decode())
    shown = client.get("/forces/wagner-group/").content.decode()
    assert re.search(r'href="/forces/" aria-current="true"', shown) and shown.count("aria-current") == 1
