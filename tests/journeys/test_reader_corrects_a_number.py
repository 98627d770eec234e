"""A reader says that a number is wrong; an editor mends it; finding, log, feed and export show what it was and is."""

import csv
import io
import json

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Opener
from tests.journeys.correcting import RIGHT, WHY, fill_in, mend, send
from tests.journeys.furnishing import Furnished
from tests.journeys.serving import Desk

FIGURE = 4_321


def test_from_the_form_to_the_feed(someone: Opener, editor: Page, desk: Desk, furnished: Furnished) -> None:
    """Sent without an account, followed by the secret link, decided by an editor, shown everywhere before → after."""
    claim = furnished.shown["counted"][0]
    reader = someone()
    fill_in(reader, f"/claims/{claim}/")
    sent = send(reader)
    expect(reader.locator("main")).to_contain_text("To be decided by")
    editor.goto("/editors/")
    expect(editor.get_by_role("table", name="Cases")).to_contain_text(sent.number)
    mend(editor, sent.number, FIGURE)
    follower = someone()
    follower.goto(sent.link)
    expect(follower.locator("main")).to_contain_text("Exactly what was mended")
    expect(follower.locator("main")).to_contain_text(WHY)
    finding = follower.locator(".change a[href*='/findings/']").first
    expect(follower.locator(".change ins", has_text=f"{FIGURE:,}").first).to_be_visible()
    finding.click()
    expect(follower.locator("main")).to_contain_text(f"{FIGURE:,}")
    expect(follower.locator("main ins", has_text=f"{FIGURE:,}").first).to_be_attached()
    log_shows(follower, sent.number)
    leaves_the_desk(desk, sent.number)


def log_shows(page: Page, number: str) -> None:
    """The public log has the case with what was wrong, what is right, and before → after."""
    page.goto("/corrections/")
    entry = page.locator("article.entry", has_text=number)
    expect(entry).to_contain_text(RIGHT)
    expect(entry.locator("ins", has_text=f"{FIGURE:,}").first).to_be_attached()
    entry.get_by_role("link", name=number).click()
    expect(page.locator("del").first).to_be_visible()


def leaves_the_desk(desk: Desk, number: str) -> None:
    """The feed, the log's files and the export have it too."""
    status, headers, feed = desk.get("/feeds/corrections.atom")
    assert (status, headers["Content-Type"].partition(";")[0]) == (200, "application/atom+xml")
    assert number in feed and RIGHT in feed
    rows = list(csv.DictReader(io.StringIO(desk.get("/corrections/?format=csv")[2])))
    assert any(number in row.values() for row in rows)
    entries = json.loads(desk.get("/corrections/?format=json")[2])["corrections"]
    entry = next(one for one in entries if one["case"] == number)
    assert {"min": str(FIGURE), "max": str(FIGURE)} in [one["fields"] for one in entry["mended"]]
    assert number in desk.get("/exports/corrections.csv")[2]


def test_an_error_keeps_every_word(someone: Opener, furnished: Furnished) -> None:
    """A form that cannot be sent comes back with all that was typed, says what is amiss and where, and can be sent."""
    page = someone(refusals={400})
    fill_in(page, f"/claims/{furnished.shown['claim'][0]}/")
    page.get_by_label("Evidence: a link").fill("no address")
    page.get_by_role("button", name="Send the correction").click()
    expect(page.get_by_role("alert")).to_contain_text("This is no web address")
    expect(page.get_by_label("What is right")).to_have_value(RIGHT)
    expect(page.get_by_label("Evidence: a link")).to_have_value("no address")
    page.get_by_label("Evidence: a link").fill("https://example.org/evidence")
    send(page)


def test_a_guessed_link_opens_nothing(someone: Opener, furnished: Furnished) -> None:
    """A case's number with another secret shows nothing of the case."""
    number, _secret = furnished.shown["case"]
    page = someone(refusals={404})
    answer = page.goto(f"/cases/{number}/not-the-secret/")
    assert answer is not None and answer.status == 404
    expect(page.locator("body")).not_to_contain_text("It says one, not two.")
