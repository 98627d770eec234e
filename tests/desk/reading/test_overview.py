"""The front page: commitments on top, what is new, the map, and every number opens."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from musterroll import actions, ledger
from musterroll.desk.headings import heading
from musterroll.desk.reading import overview
from musterroll.records import Person


def front(client: Client, language: str = "") -> str:
    """Return the front page."""
    response = client.get(f"/{language}")
    assert response.status_code == 200
    return response.content.decode()


def test_commitments_stand_on_top_with_the_days_past(client: Client) -> None:
    """The first section has commitments with evidence, each with its days past the deadline, before any other."""
    shown = front(client)
    top = shown[shown.index('id="promised"') : shown.index('id="week"')]
    numbers = re.findall(r'href="/commitments/([^/]+)/"', top)
    assert numbers
    for number in dict.fromkeys(numbers):
        holding = ledger.holding(number)
        past = holding.days_past(date.today())
        assert holding.evidence and (past is None or f"{abs(past):,}" in top)


def test_every_figure_at_a_glance_opens(client: Client) -> None:
    """Each large number of the front page links to the sentences that it rests on."""
    shown = front(client)
    glance = re.findall(r'<p class="big"><a href="/findings/([0-9a-f]{24})/#bounds">', shown)
    assert glance and all(ledger.finding(number).measure == "stock" for number in glance)


def test_what_is_new_is_of_the_last_week_with_reports(client: Client) -> None:
    """New findings were first reported in the seven days up to the latest report."""
    found = overview.latest()
    assert found and found.until == ledger.latest_day()
    assert all(found.since <= str(one.first) <= found.until for one in found.new)
    assert found.reports == sum(1 for line in ledger.reports(limit=500) if line.day and line.day >= found.since)


def test_lines_that_say_the_same_stand_once(client: Client) -> None:
    """Among what is new no two lines have the same heading, month and figure."""
    found = overview.latest()
    assert found
    shown = [(heading(one), one.matter.period, one.min, one.max) for one in found.new]
    assert len(set(shown)) == len(shown)


def test_a_correction_shows_at_once(client: Client) -> None:
    """What an editor corrects stands on the front page with the next request, kept pages or not."""
    front(client)
    line = next(iter(ledger.claims(limit=1)))
    editor = Person("an editor", frozenset({"editor"}))
    actions.reject_claim(line.id, by=editor, why="not said (invented for a test)")
    shown = front(client)
    assert line.words[:40].replace("'", "&#39;") in shown
    assert f'href="/findings/"><bdi>{ledger.counts()["findings"]}</bdi>' in shown


def test_the_map_is_there_as_a_table(client: Client) -> None:
    """Places on the map stand in a table with links."""
    shown = front(client)
    assert 'class="place-map"' in shown and re.search(r'<td[^>]*><a href="/places/[^"]+"', shown)


def test_the_arabic_front_runs_from_right_to_left(client: Client) -> None:
    """In Arabic the page is right to left, and figures keep their own direction."""
    shown = front(client, "ar/")
    assert '<html lang="ar" dir="rtl">' in shown and "<bdi" in shown


def test_an_empty_ledger_has_a_front_page(tmp_path: Path) -> None:
    """A ledger without a report opens with a sentence that says so."""
    ledger.open_ledger(tmp_path / "empty.db", create=True)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    try:
        assert "no report yet" in front(Client())
        assert Client().get("/findings/").status_code == Client().get("/search/").status_code == 200
    finally:
        ledger.close_ledger()


def test_the_first_view_is_light(client: Client) -> None:
    """The front page and all of ours that it loads at once stay under 400 kB."""
    shown = client.get("/").content
    assert len(shown) < 250_000


@pytest.mark.parametrize("number", [0, 6, 181])
def test_days_before_a_day(number: int) -> None:
    """So many days back is the day that a calendar has."""
    assert (date(2022, 6, 21) - date.fromisoformat(overview.days_before("2022-06-21", number))).days == number
