"""Places on the desk: the map's pins, the list in view, and one place with its forces."""

import csv
import io
import json

import pytest
from django.test import Client
from django.urls import reverse

from musterroll import ledger
from musterroll.desk.reading.places import box_of, lies_in
from musterroll.ledger import FindingFilter, PlaceLine
from musterroll.records import Pin
from tests.desk.reading.pages import page

LIBYA = "geonames:2215636"


def test_the_map_the_list_and_the_files_hold_the_same_places(client: Client) -> None:
    """Pins, rows, CSV and JSON are the places that standing claims are linked to."""
    wanted = {line.id for line in ledger.places()}
    pins = json.loads(page(client, "/map-data.geojson"))
    rows = list(csv.DictReader(io.StringIO(page(client, "/places/", format="csv"))))
    forms = json.loads(page(client, "/places/", format="json"))["places"]
    shown = page(client, "/places/")
    assert (
        {one["id"] for one in pins["features"]} == {row["id"] for row in rows} == {one["id"] for one in forms} == wanted
    )
    for number in wanted:
        assert f'href="{reverse("place", args=[number])}"' in shown


def test_a_list_in_view_holds_what_lies_in_it(client: Client) -> None:
    """The box of the map in view keeps the places whose point lies in it, and no other."""
    wanted = {line.id for line in ledger.places() if line.pin and 9 <= line.pin.lon <= 25 and 29 <= line.pin.lat <= 34}
    forms = json.loads(page(client, "/places/", format="json", bbox="9,29,25,34"))["places"]
    assert {one["id"] for one in forms} == wanted and len(wanted) > 2
    assert LIBYA not in wanted


@pytest.mark.parametrize("text", ["", "1,2,3", "a,b,c,d", "1,9,2,3", "nan"])
def test_what_is_no_box_asks_nothing(client: Client, text: str) -> None:
    """A box that is none is left out: the whole list is shown."""
    assert box_of(text) is None
    assert len(json.loads(page(client, "/places/", format="json", bbox=text))["places"]) == len(ledger.places())


def test_a_box_may_cross_the_date_line() -> None:
    """A view whose west lies east of its east holds what lies on both sides of the date line."""
    island = PlaceLine("x", "An island", Pin(-17.0, 179.5, "FJ", 1), 1)
    assert lies_in(island, (170.0, -30.0, -170.0, 0.0)) and not lies_in(island, (-170.0, -30.0, 170.0, 0.0))


def test_a_place_shows_the_forces_that_findings_have_there(client: Client) -> None:
    """Each force of a finding at the place is in its table, and every stock opens to its sentence."""
    shown = page(client, f"/places/{LIBYA}/")
    found = ledger.findings(FindingFilter(place=LIBYA), limit=150)
    assert len(found) > 20
    for finding in found:
        if finding.force:
            assert f'href="{reverse("force", args=[finding.force.id])}"' in shown
        if finding.measure == "stock" and finding.min_claims:
            assert any(f"/claims/{claim}/" in shown for claim in finding.min_claims)


def test_every_place_says_how_exactly_it_is_known(client: Client) -> None:
    """A place's page, of whatever precision, opens and has its precision in words."""
    for line in ledger.places()[::3]:
        assert 'id="precision"' in page(client, reverse("place", args=[line.id]))


def test_a_place_that_nobody_knows_is_said_so(client: Client) -> None:
    """An unknown id gives the status 404."""
    assert client.get("/places/nowhere/").status_code == 404
