"""What several journeys do with a correction: the reader sends it, the editor decides it."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

WRONG, RIGHT, WHY = "The report gives another figure.", "It is 4,321.", "The sentence says so."

UNHURRIED = 3_100  # milliseconds: what is sent faster than anybody types is refused


@dataclass(frozen=True)
class Sent:
    """A correction that was sent: its number and its secret link."""

    number: str
    link: str


def fill_in(page: Page, about: str) -> None:
    """Open the form from the page of the thing, by its own link, and say what is wrong."""
    page.goto(about)
    page.locator("main").get_by_role("link", name="Submit a correction").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Submit a correction")
    page.get_by_label("What is wrong", exact=True).fill(WRONG)
    page.get_by_label("What is right").fill(RIGHT)
    page.wait_for_timeout(UNHURRIED)


def send(page: Page) -> Sent:
    """Send the form; return what the receipt says."""
    page.get_by_role("button", name="Send the correction").click()
    expect(page.get_by_role("heading", name="Your correction was received")).to_be_visible(timeout=30_000)
    link = page.locator(".secret a").get_attribute("href") or ""
    return Sent(page.locator(".notice.done strong bdi").inner_text(), link)


def mend(page: Page, number: str, figure: int) -> None:
    """As an editor: take the case, say what becomes of the claim's figures, look at the preview, and accept."""
    page.goto(f"/editors/cases/{number}/")
    page.get_by_role("button", name="Take it").click()
    expect(page.get_by_role("button", name="Put it back")).to_be_visible()
    page.locator("#s-mend").check()
    page.locator("input[name=claim]").first.check()
    page.locator("#f-min").fill(str(figure))
    page.locator("#f-max").fill(str(figure))
    page.get_by_label("The reason: the reader sees it").fill(WHY)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("status")).to_contain_text("nothing is changed yet")
    expect(page.get_by_role("status")).to_contain_text(f"{figure:,}")
    page.get_by_role("button", name="Accept and carry out").click()
    expect(page.get_by_role("heading", name="What was decided")).to_be_visible()
