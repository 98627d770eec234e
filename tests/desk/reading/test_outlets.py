"""Outlets and sources on the desk: what they published, whose wires they carry, what changed in their copies."""

import csv
import io
import json

import pytest
from django.test import Client
from django.urls import reverse

from musterroll import actions, ledger
from musterroll.records import Person
from tests.desk.reading.pages import page

EDITOR = Person("an editor", frozenset({"editor"}))


def test_every_report_belongs_to_an_outlet_of_the_list(client: Client) -> None:
    """The reports of all outlets together are those that stand."""
    forms = json.loads(page(client, "/outlets/", format="json"))["outlets"]
    assert sum(form["reports"] for form in forms) == sum(1 for line in ledger.reports(limit=1000))


@pytest.mark.parametrize("name", ["libya-review", "Libya Review", "libyareview.com"])
def test_an_outlet_opens_by_its_id_name_and_host(client: Client, name: str) -> None:
    """One outlet stands at its pack's id, its name and its host, with its owner's interest from the pack."""
    shown = page(client, reverse("outlet", args=[name]))
    assert "LNA-leaning" in shown and "<h1><bdi>Libya Review</bdi></h1>" in shown


def test_the_outlet_and_the_sources_of_every_claim_open(client: Client) -> None:
    """The outlet of each report and each origin of a chain has a page."""
    for line in ledger.reports(limit=12):
        if line.outlet:
            assert line.id in page(client, reverse("outlet", args=[line.outlet]))
    for origin in ledger.origins(12):
        assert client.get(reverse("outlet", args=[origin.name])).status_code == 200


def test_an_outlet_has_what_it_published_and_no_more(client: Client) -> None:
    """Its file holds its reports; first and repeated claims are all of them."""
    rows = list(csv.DictReader(io.StringIO(page(client, "/outlets/libya-review/", format="csv"))))
    assert rows and {row["outlet"] for row in rows} == {"Libya Review"}
    habits = json.loads(page(client, "/outlets/libya-review/", format="json"))["habits"]
    assert habits["first"] + habits["repeated"] == sum(int(row["claims"]) for row in rows)


def test_changes_are_laid_to_who_made_them(client: Client) -> None:
    """Each change on an outlet's page was made by a report of its own."""
    own = {line.id for line in ledger.published(("libyareview.com",), ())}
    habits = json.loads(page(client, "/outlets/libya-review/", format="json"))["habits"]
    assert habits["changes"] and {change["report"] for _, change in habits["changes"]} <= own


def test_a_source_that_publishes_nothing_shows_its_word(client: Client) -> None:
    """A monitor's page shows the claims on its word."""
    shown = page(client, "/outlets/sohr/")
    said = ledger.on_the_word_of("sohr", "Syrian Observatory for Human Rights", 5)
    assert said and all(f'id="claim-{line.id}"' in shown for line in said)


def test_corrections_on_its_reports_are_shown(client: Client) -> None:
    """After a retraction the outlet's page says what was retracted and why."""
    report = next(iter(ledger.published(("libyareview.com",), ()))).id
    actions.retract_report(report, by=EDITOR, why="invented: it was a hoax")
    assert "invented: it was a hoax" in page(client, "/outlets/libya-review/").split('id="corrections"')[1]


def test_an_outlet_that_is_not_there_is_said_so(client: Client) -> None:
    """An unknown name gives the status 404."""
    assert client.get("/outlets/nobody/").status_code == 404
