"""A correction in a real browser: with scripts and without, on a phone, in Arabic, to the editor and into the log."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from musterroll import ledger
from musterroll.ledger import CaseFilter
from tests.desk.browser import Reader, reader_in
from tests.desk.case_fixtures import a_line

PHONE = {"viewport": {"width": 360, "height": 740}}


def send(reader: Reader, claim: str, words: str, language: str = "") -> str:
    """Send a correction as a person would; return the case's number."""
    reader.go(f"{language}/corrections/new/?about=claim:{claim}")
    reader.page.fill("[name=wrong]", words)
    reader.page.click("form[data-sum] button")
    reader.page.wait_for_url("**/cases/**")
    return str(reader.page.url.split("/cases/")[1].split("/")[0])


def fits(reader: Reader) -> bool:
    """Say whether a page needs no scrolling to the side."""
    script = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    return bool(reader.page.evaluate(script))


@pytest.mark.parametrize(("scripts", "queue"), [(True, "open"), (False, "strict")])
def test_a_form_can_be_sent_with_scripts_and_without(chromium: Any, served: str, scripts: bool, queue: str) -> None:
    """Both ways a correction arrives, nothing is asked of another host, and the browser has no complaint."""
    reader = reader_in(chromium, served, java_script_enabled=scripts)
    number = send(reader, a_line().id, "It is wrong.")
    assert "Your correction was received" in reader.words and number in reader.words
    assert [file.case.queue for file in ledger.cases(CaseFilter())] == [queue]
    assert reader.complaints == [] and reader.elsewhere == []


def test_from_the_form_to_the_log(chromium: Any, served: str, editor: Client) -> None:
    """A reader sends, an editor previews and accepts in the browser, and reader and log see what was mended."""
    line = a_line()
    reader, desk = reader_in(chromium, served), reader_in(chromium, served)
    number = send(reader, line.id, "The report says seven.")
    desk.page.context.add_cookies([{"name": "sessionid", "value": editor.cookies["sessionid"].value, "url": served}])
    desk.go("/editors/")
    desk.page.click(f"text={number}")
    desk.page.click("text=Take it")
    desk.page.check("#s-mend")
    desk.page.fill("#f-min", "7")
    desk.page.fill("#f-max", "7")
    desk.page.fill("#f-right", "It is seven.")
    desk.page.fill("#f-why", "The report says so.")
    desk.page.click("text=Preview")
    assert "nothing is changed yet" in desk.words and ledger.judgements() == ()
    desk.page.click("text=Accept and carry out")
    desk.page.wait_for_selector("text=What was decided")
    assert desk.complaints == []
    reader.page.reload()
    assert "It is seven." in reader.words and "Exactly what was mended" in reader.words
    reader.go("/corrections/")
    assert number in reader.words and reader.page.locator("del").count() > 0


@pytest.mark.parametrize("language", ["", "/ar"])
def test_every_page_fits_a_phone_and_holds_for_everybody(
    chromium: Any, served: str, editor: Client, language: str
) -> None:
    """On a phone, in English and in Arabic, no page scrolls to the side; axe, which minds no language, finds nothing serious."""
    line = a_line()
    reader = reader_in(chromium, served, bypass_csp=True, **PHONE)
    number = send(reader, line.id, "word " * 60 + "x" * 300, language)
    reader.page.context.add_cookies([{"name": "sessionid", "value": editor.cookies["sessionid"].value, "url": served}])
    case = reader.page.url.removeprefix(served).removeprefix(language)
    editor.post(f"/editors/cases/{number}/", {"act": "hold", "note": "y" * 200})
    pages = ["/corrections/", f"/corrections/new/?about=claim:{line.id}", f"/corrections/log/{number}/", case]
    pages += ["/editors/", f"/editors/cases/{number}/", f"/editors/claims/{line.id}/", "/editors/audit/"]
    for path in pages:
        assert reader.go(language + path).status == 200
        assert fits(reader), path
        assert reader.page.evaluate("document.dir") == ("rtl" if language else "ltr")
        found = [] if language else Axe().run(reader.page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == [], path
