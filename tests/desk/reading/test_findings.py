"""Findings on the desk: the list, one finding, and what leads from a number to its sentence."""

import csv
import io
import json
import re

import pytest
from django.test import Client

from musterroll import ledger
from musterroll.ledger import FindingFilter
from musterroll.records import GRADES, MEASURES


def body(response: object) -> str:
    """Return a streamed answer as text."""
    return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]


def test_a_list_shows_each_finding_with_a_link_to_its_bounds(client: Client) -> None:
    """Each finding with a figure on the list links to the sentences that the figure rests on."""
    shown = client.get("/findings/", {"force": "wagner-group", "measure": "stock"}).content.decode()
    found = ledger.findings(FindingFilter(force="wagner-group", measure="stock"))
    assert len(found) > 2
    for finding in found:
        assert f"/findings/{finding.id}/#bounds" in shown


@pytest.mark.parametrize("fields", [{}, {"type": "presence"}, {"grade": "denied"}, {"until": "2020-12-31"}])
def test_files_hold_what_the_list_holds(client: Client, fields: dict[str, str]) -> None:
    """CSV and JSON of a list have exactly the findings that its filters ask for."""
    wanted = {finding.id for finding in ledger.findings(FindingFilter(**fields), limit=10_000)}
    rows = list(csv.DictReader(io.StringIO(body(client.get("/findings/", {**fields, "format": "csv"})))))
    forms = json.loads(body(client.get("/findings/", {**fields, "format": "json"})))["findings"]
    assert wanted and {row["id"] for row in rows} == {form["id"] for form in forms} == wanted


def test_the_pages_of_a_list_hold_every_finding_once(client: Client) -> None:
    """Following "next" from the first page shows every finding once and then ends."""
    seen: list[str] = []
    address: str | None = "/findings/"
    while address:
        shown = client.get(address).content.decode()
        seen += re.findall(r'<a href="/findings/([0-9a-f]{24})/">', shown)
        step = re.search(r'rel="next" href="([^"]+)"', shown)
        address = f"/findings/{step[1]}" if step else None
    assert len(seen) == len(set(seen)) == ledger.counts()["findings"]


def test_every_figure_of_a_finding_opens_to_its_sentence(client: Client) -> None:
    """The page of a finding shows the claims that its lowest and highest figures rest on, as quotations."""
    for finding in ledger.findings(FindingFilter(measure="stock"), limit=20):
        shown = client.get(f"/findings/{finding.id}/").content.decode()
        for claim in (*finding.min_claims, *finding.max_claims):
            assert f'id="claim-{claim}"' in shown


def test_what_is_not_there_is_said_so(client: Client) -> None:
    """An id that the ledger has not gives a page that says so, with the status 404."""
    for address in ("/findings/nothing/", "/claims/nothing/", "/chains/nothing/"):
        response = client.get(address)
        assert response.status_code == 404 and "nothing" in response.content.decode()


def test_a_claim_has_its_selectors(client: Client) -> None:
    """A claim's JSON quotes its sentence with a selector whose words stand in the report at its place."""
    line = next(iter(ledger.claims(limit=1)))
    form = client.get(f"/claims/{line.id}/", {"format": "json"}).json()
    quote, place = form["annotation"]["target"]["selector"]
    text = ledger.report(line.report.id).text
    assert text[place["start"] : place["end"]] == quote["exact"] == line.words


def test_every_claim_and_chain_has_a_page(client: Client) -> None:
    """Every claim of the ledger opens, and so does its chain."""
    for line in ledger.claims(limit=60):
        assert client.get(f"/claims/{line.id}/").status_code == 200
        assert client.get(f"/chains/{line.id}/").status_code == 200


def test_a_day_that_narrows_the_list_is_written_as_days_are(client: Client) -> None:
    """What the list is narrowed by has its day in words; what is no day stays as it was asked."""
    assert "<bdi>31 March 2021</bdi>" in client.get("/findings/", {"until": "2021-03-31"}).content.decode()
    assert client.get("/findings/", {"until": "2021-99-99"}).status_code in (200, 400)


def test_every_word_on_the_marks_is_explained(client: Client) -> None:
    """Below the list each measure and each grade stands with a sentence that says what it means."""
    shown = client.get("/findings/").content.decode().split("words-explained")[1].split("</details>")[0]
    for mark in (*MEASURES, *GRADES):
        assert mark == "none" or re.search(rf'class="mark {mark}"[^>]*>[^<]+</\w+></dt><dd>[^<]+\.</dd>', shown)
