"""An editor retracts a report and restores it: what leaned on it changes and is marked, and comes back."""

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Opener
from tests.journeys.furnishing import Furnished
from tests.journeys.serving import Desk

WHY = "The outlet has withdrawn it."
BACK = "The outlet stands by it after all."


def test_a_report_is_retracted_and_restored(someone: Opener, editor: Page, desk: Desk, furnished: Furnished) -> None:
    """Preview, retract: report, finding, log and feed say so, before → after; restore: the finding is as it was."""
    report, finding = furnished.shown["retractable"]
    reader = someone(refusals={404, 410})
    reader.goto(f"/findings/{finding}/")
    figure = reader.locator(".lead-figure").inner_text()
    act(editor, report, WHY, "Retract it")
    reader.goto(f"/reports/{report}/")
    expect(reader.locator("main .notice").first).to_contain_text(WHY)
    reader.goto(f"/findings/{finding}/")
    expect(reader.locator("main")).to_contain_text(WHY)
    expect(reader.locator("main")).to_contain_text("retracted")
    expect(reader.locator("main .struck, main del").first).to_be_visible()
    reader.goto("/corrections/")
    expect(reader.locator("article.entry", has_text=WHY).first).to_be_visible()
    assert WHY in desk.get("/feeds/corrections.atom")[2]
    act(editor, report, BACK, "Restore it")
    reader.goto(f"/findings/{finding}/")
    expect(reader.locator(".lead-figure")).to_have_text(figure)
    expect(reader.locator("main .lead-figure.struck")).to_have_count(0)
    expect(reader.locator("main")).to_contain_text(BACK)
    reader.goto(f"/reports/{report}/")
    expect(reader.locator("main")).not_to_contain_text("This report is retracted")


def act(page: Page, report: str, why: str, button: str) -> None:
    """As an editor: give the reason, look at what it would change, and do it."""
    page.goto(f"/editors/reports/{report}/")
    page.get_by_label("The reason").fill(why)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("status")).to_contain_text("nothing is changed yet")
    expect(page.get_by_role("status").locator("a[href*='/findings/']").first).to_be_visible()
    expect(page.get_by_label("The reason")).to_have_value(why)
    page.get_by_role("button", name=button).click()
    expect(page.locator("article.entry", has_text=why).first).to_be_visible()


def test_readers_may_not_judge(someone: Opener, furnished: Furnished) -> None:
    """Without an account the editors' pages lead to the login, whatever one asks for."""
    page = someone()
    for path in ("/editors/", f"/editors/reports/{furnished.shown['report'][0]}/", "/editors/audit/"):
        page.goto(path)
        assert "/accounts/login/" in page.url
