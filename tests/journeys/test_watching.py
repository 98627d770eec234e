"""The watch itself: it sees what the journeys say never happens."""

from playwright.sync_api import Browser, Route

from tests.journeys.conftest import PHONE, new_context
from tests.journeys.kinds import Kind
from tests.journeys.serving import Desk
from tests.journeys.test_every_page import TOO_WIDE, count_bytes, graves
from tests.journeys.watching import Watch

BAD = "<!doctype html><script>throw new Error('thrown')</script><img src='https://elsewhere.example/spy.png'>"


def test_what_reaches_elsewhere_or_fails_is_seen(browser: Browser, desk: Desk) -> None:
    """A picture from elsewhere, an error of a script and a breach of the content policy are each noted."""
    context = new_context(browser, desk)
    watch = Watch(desk.home).over(context)
    page = context.new_page()
    strict = {"Content-Security-Policy": "default-src 'none'"}

    def loose(route: Route) -> None:
        route.fulfill(body=BAD, content_type="text/html")

    def barred(route: Route) -> None:
        route.fulfill(body=BAD, content_type="text/html", headers=strict)

    page.route("**/loose", loose)
    page.route("**/barred", barred)
    page.route("https://elsewhere.example/**", lambda route: route.abort())
    page.goto("/loose")
    assert watch.elsewhere == ["https://elsewhere.example/spy.png"]
    assert any("thrown" in words for words in watch.complaints)
    page.goto("/barred")
    assert any("Content Security Policy" in words for words in watch.complaints)
    context.close()


def test_what_shuts_people_out_is_seen(browser: Browser, desk: Desk) -> None:
    """A field without a label, grey words on grey, a table too wide for a phone and a heavy page are each noted."""
    context = new_context(browser, desk, viewport=PHONE)
    page = context.new_page()
    carried = count_bytes(page)
    poor = "<html lang=en><title>t</title><main><input><p style='color:#aaa;background:#999'>grey</p><table width=900><tr><td>x"
    page.route("**/poor", lambda route: route.fulfill(body=poor + " " * 500_000, content_type="text/html"))
    page.goto("/poor")
    found = " ".join(graves(page, Kind("poor", "en")))
    assert "label" in found and "color-contrast" in found
    assert page.evaluate(TOO_WIDE)
    assert sum(carried) > 400_000
    context.close()
