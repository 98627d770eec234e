"""Forces on the desk: the list, and one force with every figure as a mark that opens."""

import csv
import io
import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from musterroll import actions, ledger
from musterroll.ledger import ClaimFilter, FindingFilter
from musterroll.records import MEASURES, Person
from tests.desk.reading.pages import body, page

EDITOR = Person("an editor", frozenset({"editor"}))


def test_every_force_has_a_page(client: Client) -> None:
    """Each force of the list opens, those known in words only and those with a slash in their id too."""
    listed = json.loads(page(client, "/forces/", format="json"))["forces"]
    assert any("/" in one["id"] for one in listed) and any(one["id"] == "wagner-group" for one in listed)
    for one in listed[:8] + [one for one in listed if "/" in one["id"]]:
        assert client.get(reverse("force", args=[one["id"]])).status_code == 200


def test_the_pages_of_the_list_hold_every_force_once(client: Client) -> None:
    """Following "next" shows every force once, as many as the file has."""
    wanted = [one["id"] for one in json.loads(page(client, "/forces/", format="json"))["forces"]]
    seen: list[str] = []
    address: str | None = "/forces/"
    while address:
        shown = page(client, address)
        table = shown.split("<tbody>")[1].split("</tbody>")[0]
        seen += re.findall(r'data-label="Force"><span><a href="([^"]+)"', table)
        step = re.search(r'rel="next" href="([^"]+)"', shown)
        address = f"/forces/{step[1].replace('&amp;', '&')}" if step else None
    assert seen == [reverse("force", args=[number]) for number in wanted]


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({"kind": "private-military-company"}, "wagner-group"),
        ({"words": "vagner"}, "wagner-group"),
        ({"words": "فاغنر"}, "wagner-group"),
        ({"country": "ru", "side": "LNA"}, "wagner-group"),
        ({"known": "yes"}, "wagner-group"),
    ],
)
def test_filters_find_a_force_by_what_the_packs_know(client: Client, fields: dict[str, str], holds: str) -> None:
    """A force is found by its kind, an alias, its Arabic name, its country and side; a file has what the page has."""
    rows = list(csv.DictReader(io.StringIO(page(client, "/forces/", format="csv", **fields))))
    assert holds in {row["id"] for row in rows}
    assert reverse("force", args=[holds]) in page(client, "/forces/", **fields)
    everybody = json.loads(page(client, "/forces/", format="json"))["forces"]
    assert len(rows) < len(everybody)


@pytest.mark.parametrize("force", ["wagner-group", "syrian-fighters-via-turkey"])
def test_every_figure_of_a_force_is_drawn_and_opens(client: Client, force: str) -> None:
    """Each bound of a force's stocks, totals and ceilings, and of its flows by a claim of each origin, is a link."""
    shown = page(client, f"/forces/{force}/")
    rows = page(client, f"/forces/{force}/", format="csv")
    found = [one for one in ledger.findings(FindingFilter(force=force), limit=200) if one.measure != "none"]
    assert len(found) > 3
    for bound in (claims for one in found for claims in (one.min_claims, one.max_claims) if claims):
        assert any(f"/claims/{claim}/" in shown for claim in bound)
    for one in found:
        if one.measure != "flow":
            assert all(f"/claims/{claim}/" in rows for claim in (*one.min_claims, *one.max_claims))


def test_stocks_flows_and_totals_stand_in_panels_of_their_own(client: Client) -> None:
    """No figure of one measure is in the chart of another; a measure that nobody gives has no empty panel."""
    shown = page(client, "/forces/syrian-fighters-via-turkey/")
    found = ledger.findings(FindingFilter(force="syrian-fighters-via-turkey"), limit=200).rows
    claims = {measure: [one.min_claims for one in found if one.measure == measure] for measure in MEASURES}
    drawn = [measure for measure in ("stock", "total", "flow", "ceiling") if claims[measure]]
    assert len(drawn) == 3 and "No source gives a plan" in shown
    for measure, chart in zip(drawn, shown.split('<figure class="chart">')[1:], strict=False):
        for other in MEASURES:
            links = [f"/claims/{claim}/" for bound in claims[other] for claim in bound]
            assert other == measure or not any(link in chart.split("</figure>")[0] for link in links)


def test_a_force_begins_with_its_last_figure(client: Client) -> None:
    """The page's first figure is that of the finding last reported that counts who is there, and it opens."""
    found = ledger.findings(FindingFilter(force="wagner-group", type="presence", measure="stock"), limit=50)
    last = next(one for one in found if one.min is not None or one.max is not None)
    lead = page(client, "/forces/wagner-group/").split('class="lead-figure"')[1].split("</p>")[0]
    assert f'href="/findings/{last.id}/#bounds"' in lead and f"{last.max:,}" in lead


def test_a_force_that_nobody_counts_says_so_in_a_sentence(client: Client) -> None:
    """Where no source says how many are there the page says that, and has no empty chart."""
    shown = page(client, "/forces/rapid-support-forces/")
    assert "No source here says how many are there." in shown and "lead-figure" not in shown
    assert "No source gives a number present." not in shown


def test_a_figure_is_taken_away_with_its_sentence(client: Client) -> None:
    """Each row of the file has the claim's whole address, the outlet, the day, the page and the sentence."""
    rows = list(csv.DictReader(io.StringIO(page(client, "/forces/wagner-group/", format="csv"))))
    assert rows and all(row["claim"].startswith("http://testserver/claims/") and row["sentence"] for row in rows)
    for row in rows[:5]:
        line = ledger.claim_lines([row["claim"].rstrip("/").rpartition("/")[2]])[0]
        assert (row["outlet"], row["sentence"]) == (line.report.outlet or "", line.words)
        assert row["page"] == (line.report.url or "")


def test_what_was_known_by_a_day_is_a_form_away(client: Client) -> None:
    """A force's page asks for a day; the list that it opens has nothing that was first reported later."""
    assert 'name="until"' in page(client, "/forces/wagner-group/")
    rows = csv.DictReader(
        io.StringIO(page(client, "/findings/", force="wagner-group", until="2020-06-30", format="csv"))
    )
    assert all(row["first"] <= "2020-06-30" for row in rows if row["first"])


def test_countries_have_names(client: Client) -> None:
    """A country is named in the reader's language, not by two letters."""
    assert "<dd>Russia</dd>" in page(client, "/forces/wagner-group/")
    assert "<dd>روسيا</dd>" in page(client, "/ar/forces/wagner-group/")


def test_a_page_says_what_the_packs_know(client: Client) -> None:
    """Sponsors stand there with their dates, names in Arabic, and whether a page says so."""
    shown = page(client, "/forces/wagner-group/")
    assert 'href="/forces/russia/"' in shown and "2014 – 2023" in shown and "فاغنر" in shown
    assert "not looked up" in shown


def test_what_is_withdrawn_counts_for_its_source(client: Client) -> None:
    """After an editor rejects a claim, its source's row says that one was withdrawn, and the claim is shown as rejected."""
    line = next(
        line
        for line in ledger.claims(ClaimFilter(force="wagner-group"), limit=40)
        if line.claim.claim.attribution.kind == "named-body"
    )
    assert 'id="gone"' not in page(client, "/forces/wagner-group/")
    actions.reject_claim(line.id, by=EDITOR, why="invented for a test")
    shown = page(client, "/forces/wagner-group/")
    assert 'id="gone"' in shown and f'id="claim-{line.id}"' in shown.split('id="gone"')[1]


def test_a_force_that_nobody_knows_is_said_so(client: Client) -> None:
    """An unknown id gives the status 404 and names it."""
    response = client.get("/forces/nobody-at-all/")
    assert response.status_code == 404 and "nobody-at-all" in response.content.decode()


def test_no_page_has_anything_inline(client: Client) -> None:
    """No page of this part holds a style attribute, an inline script (data that nothing runs apart) or an address of another host to load from."""
    for address in ("/forces/", "/forces/wagner-group/", "/places/", "/commitments/", "/reports/", "/outlets/"):
        shown = page(client, address)
        assert " style=" not in shown and not re.search(r"<script(?! src=\"/| type=\"application/ld\+json\")", shown)
        assert not re.search(r'<(?:img|script|link)[^>]+(?:src|href)="(?:https?:)?//', shown)


def test_files_are_no_formulas(client: Client) -> None:
    """Every cell of the files begins with no sign that a spreadsheet takes for a formula, but for numbers below zero."""
    for address in ("/forces/", "/places/", "/commitments/", "/reports/", "/outlets/"):
        rows = list(csv.reader(io.StringIO(body(client.get(address, {"format": "csv"})))))
        assert len(rows) > 1
        risky = [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
        assert [cell for cell in risky if not re.fullmatch(r"-\d+(?:\.\d+)?", cell)] == []
