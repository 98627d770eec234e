"""The desk on a phone: a narrow screen and a finger. That no page is too wide is seen in `test_every_page`."""

import re

from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, Opener
from tests.journeys.correcting import fill_in, send
from tests.journeys.furnishing import Furnished

FINGER = 24  # pixels: what WCAG 2.2 asks of a target at least


def test_every_part_is_reached(someone: Opener) -> None:
    """Each item of the navigation can be tapped, also those that one has to push into view."""
    page = someone(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("/")
    names = page.get_by_role("navigation", name="Main").get_by_role("link").all_inner_texts()
    assert len(names) == 9
    for name in names:
        link = page.get_by_role("navigation", name="Main").get_by_role("link", name=name)
        link.tap()
        expect(page.get_by_role("navigation", name="Main").get_by_role("link", name=name)).to_have_attribute(
            "aria-current", "page"
        )
        box = page.get_by_role("navigation", name="Main").get_by_role("link", name=name).bounding_box()
        assert box and box["height"] >= FINGER and 0 <= box["x"] < PHONE["width"], (name, box)


def test_a_number_is_found_and_its_chain_opened(someone: Opener, furnished: Furnished) -> None:
    """Search, finding, sentence and chain fit a phone, and so do tables: each cell says what it is."""
    page = someone(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("/")
    page.get_by_role("searchbox", name="Search the ledger").fill("Wagner")
    page.get_by_role("search").get_by_role("button").tap()
    expect(page).to_have_url(re.compile("q=Wagner"))
    page.goto(f"/findings/{furnished.shown['finding'][0]}/")
    page.locator("figure.quote:visible").first.get_by_role("link", name="chain", exact=True).tap()
    expect(page).to_have_url(re.compile("/chains/"))
    page.goto(f"/claims/{furnished.shown['claim'][0]}/")
    labels = page.locator("table.stack td").evaluate_all("(all) => all.map((one) => one.dataset.label || '')")
    assert labels and all(labels)


def test_a_correction_is_sent(someone: Opener, furnished: Furnished) -> None:
    """The form can be filled in and sent."""
    page = someone(viewport=PHONE, has_touch=True, is_mobile=True)
    fill_in(page, f"/claims/{furnished.shown['claim'][0]}/")
    assert send(page).number
