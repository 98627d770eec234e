"""An op-ed from its author's desk to its page, with changes asked once; and what is never done with it."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Opener
from tests.journeys.correcting import UNHURRIED, Sent
from tests.journeys.serving import Desk

TITLE = "Count the guns, not the rumours (invented)"
FIRST = "I say that 77,777 Wagner Group fighters are in Libya.\n\nNobody *counted* them."
SECOND = "I say that nobody counted the fighters.\n\nThat is **all** that can be said."
ASKED = "Where does the figure come from? Name it or leave it out."


def test_from_submission_to_publication(someone: Opener, editor: Page, desk: Desk) -> None:
    """Sent without an account, changed once at the editors' wish, accepted and published under Opinion as a view."""
    author = someone()
    sent = hand_in(author)
    take(editor, sent.number)
    judge(editor, "Ask for changes", ASKED)
    answer(author, sent)
    editor.goto(f"/editors/submissions/{sent.number}/")
    expect(editor.locator("main .manuscript").first).to_contain_text("nobody counted the fighters")
    judge(editor, "Accept", "")
    editor.get_by_role("button", name="Publish it").click()
    reader = someone()
    published(reader)
    stays_out_of_the_ledger(reader)
    assert TITLE in desk.get("/feeds/opinions.atom")[2]


def hand_in(page: Page) -> Sent:
    """From any page's foot to the form; fill it in, look at it, send it."""
    page.goto("/")
    page.get_by_role("contentinfo").get_by_role("link", name="Submit an op-ed or a report").click()
    expect(page.get_by_role("heading", name=re.compile("whistle-blowers"))).to_be_visible()
    page.get_by_role("link", name="Send an op-ed").click()
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("The text").fill(FIRST)
    page.get_by_label("Byline: the name it appears under").fill("An invented author")
    page.get_by_label("Declaration of interest").fill("none")
    page.get_by_label(re.compile("I wrote this text")).check()
    page.wait_for_timeout(UNHURRIED)
    page.get_by_role("button", name="Look at it first").click()
    expect(page.locator(".manuscript em", has_text="counted")).to_be_visible()
    expect(page.get_by_role("heading", name="As it would appear: not sent yet")).to_be_visible()
    expect(page.get_by_label("The text")).to_have_value(FIRST)
    page.get_by_role("button", name="Send it to the editors").click()
    expect(page.get_by_role("heading", name="Your text was received")).to_be_visible(timeout=30_000)
    link = page.locator(".secret a").get_attribute("href") or ""
    return Sent(page.locator(".notice.done strong bdi").inner_text(), link)


def take(page: Page, number: str) -> None:
    """As an editor: find it in the queue and take it into review."""
    page.goto("/editors/submissions/")
    page.get_by_role("link", name=number).click()
    page.get_by_role("button", name="Take it").click()
    expect(page.get_by_role("button", name="Put it back")).to_be_visible()


def judge(page: Page, button: str, words: str) -> None:
    """As an editor: press a button of the review, with words."""
    page.get_by_label("Words", exact=True).fill(words)
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()


def answer(page: Page, sent: Sent) -> None:
    """As the author: read by the secret link what is asked, and send a new version."""
    page.goto(sent.link)
    expect(page.locator("main")).to_contain_text(ASKED)
    page.get_by_label("The text", exact=True).fill(SECOND)
    page.get_by_label("What you changed").fill("The figure is gone.")
    page.wait_for_timeout(UNHURRIED)
    page.get_by_role("button", name="Send the new version").click()
    expect(page.locator("ol.thread")).to_contain_text("The author sent a new version")


def published(page: Page) -> None:
    """Its page has the words as they are at last, whose view it is, and a way to correct it."""
    page.goto("/opinions/")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.locator("article strong", has_text="all")).to_be_visible()
    expect(page.locator("article")).to_contain_text("The views in this text are its author’s")
    expect(page.locator("article")).not_to_contain_text("77,777")
    expect(page.get_by_role("link", name="Submit a correction").first).to_be_visible()


def stays_out_of_the_ledger(page: Page) -> None:
    """No search of the ledger finds a word of it."""
    page.goto("/search/?q=nobody+counted+the+fighters")
    expect(page.locator("main blockquote")).to_have_count(0)


def test_a_file_is_read_and_never_given_back(someone: Opener, tmp_path: Path) -> None:
    """An HTML file with scripts and pictures from elsewhere becomes words: nothing of it runs, nothing is fetched."""
    file = tmp_path / "view.html"
    file.write_text(
        "<h1>My view</h1><script>document.title = 'run'</script><p onclick='x()'>Plain words.</p>"
        "<img src='https://elsewhere.example/spy.png' onerror=\"document.title = 'run'\">",
        encoding="utf-8",
    )
    page = someone()
    page.goto("/submit/opinion/")
    page.get_by_label("Title").fill("From a file (invented)")
    page.get_by_label("or a file").set_input_files(file)
    page.wait_for_timeout(UNHURRIED)
    page.get_by_role("button", name="Look at it first").click()
    expect(page.locator(".manuscript")).to_contain_text("Plain words.")
    assert page.title() != "run"
    expect(page.locator(".manuscript img, .manuscript script")).to_have_count(0)
