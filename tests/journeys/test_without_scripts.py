"""The desk without JavaScript: every journey's essential step works all the same."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Opener
from tests.journeys.correcting import UNHURRIED, fill_in, mend, send
from tests.journeys.furnishing import PASSWORD, Furnished
from tests.journeys.serving import Desk


def test_a_number_is_found(someone: Opener, furnished: Furnished) -> None:
    """Search, filters, finding, sentence, chain and report are links and forms."""
    page = someone(java_script_enabled=False)
    page.goto("/findings/")
    page.get_by_label("Counted as").select_option("stock")
    page.get_by_role("main").get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("measure=stock"))
    page.goto(f"/findings/{furnished.shown['finding'][0]}/")
    page.locator("figure.quote:visible").first.get_by_role("link", name="chain", exact=True).click()
    page.locator("main ol a[href*='/reports/']").last.click()
    expect(page).to_have_url(re.compile("/reports/"))


def test_the_map_is_drawn_and_listed(someone: Opener) -> None:
    """Places stand on a map that the server has drawn, and in a list."""
    page = someone(java_script_enabled=False)
    page.goto("/places/")
    expect(page.locator("main svg").first).to_be_visible()
    assert page.locator("main a[href^='/places/']").count() > 5


def test_a_correction_waits_in_the_strict_queue(someone: Opener, editor: Page, furnished: Furnished) -> None:
    """Without the sum that a script does, the correction is taken, kept apart, and decided as every other."""
    page = someone(java_script_enabled=False)
    fill_in(page, f"/claims/{furnished.shown['counted without scripts'][0]}/")
    sent = send(page)
    expect(page.locator(".notice.done")).to_contain_text("a queue of its own")
    editor.goto("/editors/?tab=open")
    expect(editor.locator("main")).not_to_contain_text(sent.number)
    editor.goto("/editors/?tab=strict")
    expect(editor.locator("main")).to_contain_text(sent.number)
    mend(editor, sent.number, 1_234)
    page.goto(sent.link)
    expect(page.locator("main")).to_contain_text("Exactly what was mended")


def test_an_editor_works(someone: Opener, furnished: Furnished) -> None:
    """Logging in, judging a claim and logging out need no script."""
    page = someone(java_script_enabled=False)
    log_in(page, "editor", PASSWORD)
    claim = furnished.shown["claim"][0]
    page.goto(f"/editors/claims/{claim}/")
    page.get_by_label("The reason").fill("Read without scripts.")
    page.get_by_role("button", name="Confirm: it says so").click()
    expect(page.locator("article.entry", has_text="Read without scripts.")).to_be_visible()


def test_an_account_is_opened(someone: Opener, desk: Desk) -> None:
    """An administrator adds an account on the command line; its owner sets a password by the link, and logs in."""
    link = desk.ask("editors", "add", "Newcomer", "--role", "reviewer", "--by", "Root").strip()
    page = someone(java_script_enabled=False)
    page.goto("/" + link.partition("://")[2].partition("/")[2])
    password = "nobody-guesses-this-1"
    page.locator("input[name=password1]").fill(password)
    page.locator("input[name=password2]").fill(password)
    page.locator("input[name=password2]").press("Enter")
    page.wait_for_load_state()
    log_in(page, "Newcomer", password)
    expect(page.locator(".editors-bar")).to_contain_text("Newcomer")


def test_an_op_ed_is_sent(someone: Opener) -> None:
    """An op-ed can be sent; it says that it waits apart."""
    page = someone(java_script_enabled=False)
    page.goto("/submit/opinion/")
    page.get_by_label("Title").fill("Sent without scripts (invented)")
    page.get_by_label("The text").fill("Words.")
    page.get_by_label("Byline: the name it appears under").fill("An invented author")
    page.get_by_label("Declaration of interest").fill("none")
    page.get_by_label(re.compile("I wrote this text")).check()
    page.wait_for_timeout(UNHURRIED)
    page.get_by_role("button", name="Send it to the editors").click()
    expect(page.locator(".notice.done")).to_contain_text("a queue of its own")


def log_in(page: Page, name: str, password: str) -> None:
    """Log in by the form."""
    page.goto("/accounts/login/?next=/editors/")
    page.locator("input[name=login]").fill(name)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/editors/")
