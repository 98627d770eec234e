"""A reader finds a number, and goes from it to the sentence it rests on, the chain behind that, and the report."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Opener
from tests.journeys.furnishing import Furnished


def test_from_the_front_page_to_the_report(someone: Opener) -> None:
    """Overview → a figure → its sentence → its chain → the report → the page it stands on, by links alone."""
    page = someone()
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Findings").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Findings")
    figure = page.locator("main a[href*='/findings/'][href$='#bounds']").first
    number = figure.inner_text()
    figure.click()
    expect(page.locator(".lead-figure")).to_contain_text(number)
    quote = page.locator("figure.quote", has=page.get_by_role("link", name="chain", exact=True)).first
    expect(quote).to_be_visible()
    sentence = quote.locator("blockquote").inner_text()
    quote.get_by_role("link", name="chain", exact=True).click()
    expect(page).to_have_url(re.compile("/chains/"))
    expect(page.locator("figure.quote blockquote", has_text=sentence).first).to_be_visible()
    page.locator("main ol a[href*='/reports/']").last.click()
    expect(page).to_have_url(re.compile("/reports/"))
    expect(page.locator("main")).to_contain_text(sentence[:60])
    assert page.locator("main a[rel~=external]").count() > 0


def test_every_figure_of_a_finding_opens(someone: Opener, furnished: Furnished) -> None:
    """Each bound of the finding that most reports tell leads to sentences, and each sentence to claim and chain."""
    page = someone()
    page.goto(f"/findings/{furnished.shown['finding'][0]}/")
    page.locator(".lead-figure a").first.click()
    assert page.url.endswith("#bounds")
    for quote in quotes(page):
        assert quote["claim"].startswith("/claims/") and quote["chain"].startswith("/chains/")
    page.locator("figure.quote").first.get_by_role("link", name="claim", exact=True).click()
    expect(page.locator("figure.quote mark").first).to_be_visible()


def test_a_search_leads_to_it_too(someone: Opener) -> None:
    """Words in the search box lead to claims whose sentences have them; the address holds the whole question."""
    page = someone()
    page.goto("/")
    page.get_by_role("searchbox", name="Search the ledger").fill("mercenaries")
    page.get_by_role("searchbox", name="Search the ledger").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?.*q=mercenaries"))
    expect(page.locator("main blockquote").first).to_contain_text(re.compile("mercenar", re.IGNORECASE))


def test_what_is_not_there_says_so(someone: Opener) -> None:
    """A finding that the ledger does not have gives a page with the way back, and no fault."""
    page = someone(refusals={404})
    answer = page.goto("/findings/000000000000000000000000/")
    assert answer is not None and answer.status == 404
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def quotes(page: Page) -> list[dict[str, str]]:
    """Return where the links of each quotation lead."""
    return page.locator("figure.quote:visible").evaluate_all(  # type: ignore[no-any-return]
        """(all) => all.map((one) => {
          const found = (start) => [...one.querySelectorAll("a")].map((a) => a.getAttribute("href"))
            .find((href) => href.includes(start)) || "";
          return {claim: found("/claims/"), chain: found("/chains/")};
        })"""
    )
