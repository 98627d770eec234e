"""What holds of every kind of page, in both languages: each is opened once as on a desk and once as on a phone."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import NoReverseMatch
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import PHONE, new_context
from tests.journeys.furnishing import Furnished
from tests.journeys.kinds import EDITORS, KINDS, PUBLIC, Kind, views
from tests.journeys.serving import Desk
from tests.journeys.watching import Watch

FIRST_VIEW = 400_000
HEADERS = Path(__file__).parents[1] / "golden/headers.json"
CHANGING = {"Date", "Content-Length", "Server", "Connection", "Set-Cookie", "ETag", "Last-Modified", "Expires"}
GRAVE = ("serious", "critical")
WITHOUT_A_PAGE = frozenset(
    {
        "intake-sum", "map-data", "feed", "feed-about", "sitemap", "sitemap-page", "robots", "security-txt",
        "datapackage", "export-places", "export-columns", "export",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Visit:
    """What one kind of page was found to be: seen on a desk, then on a phone."""

    status: int
    headers: dict[str, str]
    carried: int
    direction: str
    language: str
    headings: int
    other: str
    grave: tuple[str, ...]
    overflow: tuple[str, ...]
    elsewhere: tuple[str, ...]
    complaints: tuple[str, ...]


def absent(why: str) -> Visit:
    """Return what is seen of a page that the desk does not have."""
    return Visit(0, {}, 1, "", "", 0, "", (), (), (), (why[:100],))


Visitor = Callable[[Kind], Visit]


@pytest.fixture(scope="module")
def visit(browser: Browser, desk: Desk, furnished: Furnished, logged_in: object) -> Iterator[Visitor]:
    """Open a kind of page, each kind once: a reader's pages in one browser, the editors' in another."""
    contexts = {False: new_context(browser, desk), True: new_context(browser, desk, storage_state=logged_in)}

    @cache
    def visited(kind: Kind) -> Visit:
        watch = Watch(desk.home)
        page = contexts[kind.for_editors].new_page()
        watch.over(page)
        try:
            return seen_of(page, kind, kind.path(furnished.shown), watch)
        except NoReverseMatch as error:
            return absent(str(error))
        finally:
            page.close()

    yield visited
    for context in contexts.values():
        context.close()


def seen_of(page: Page, kind: Kind, path: str, watch: Watch) -> Visit:
    """Open a page as for the first time, as on a desk and then as on a phone."""
    carried = count_bytes(page)
    answer = page.goto(path)
    assert answer is not None
    if page.locator("[data-map], .map").count():
        page.wait_for_load_state("networkidle")
    first_view = sum(carried)
    said = page.evaluate(SAID)
    grave = graves(page, kind)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    wide = tuple(page.evaluate(TOO_WIDE))
    return Visit(
        answer.status, answer.headers, first_view, *said, grave, wide, tuple(watch.elsewhere), tuple(watch.complaints)
    )


SAID = """() => [
  document.dir, document.documentElement.lang, document.querySelectorAll("h1").length,
  document.querySelector("footer a[hreflang]").getAttribute("href"),
]"""
TOO_WIDE = """() => {
  const root = document.documentElement, edge = root.clientWidth;
  if (root.scrollWidth <= edge) return [];
  const out = [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && (box.right > edge + 1 || box.left < -1);
  });
  return [`${root.scrollWidth} > ${edge}`, ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
}"""


def count_bytes(page: Page) -> list[int]:
    """Count what the network carries for a page, with nothing kept from before; headers and compression included."""
    carried: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.on("Network.loadingFinished", lambda event: carried.append(int(event["encodedDataLength"])))
    return carried


def graves(page: Page, kind: Kind) -> tuple[str, ...]:
    """Return what axe finds serious or critical, each with the first places where it is.

    Colours are looked at in one language: they are the same in the other, and the looking takes most of the time.
    """
    rules = {} if kind.language == "en" else {"rules": {"color-contrast": {"enabled": False}}}
    found: list[dict[str, Any]] = (
        Axe().run(page, options={"resultTypes": ["violations"], **rules}).response["violations"]
    )
    return tuple(
        f"{one['id']} ({one['impact']}): " + " | ".join(node["html"][:140] for node in one["nodes"][:4])
        for one in found
        if one["impact"] in GRAVE
    )


def wrong_in(visit: Visitor, wrong: Callable[[Visit], object]) -> dict[str, object]:
    """Return what is wrong with which kinds of page."""
    found = {str(kind): wrong(visit(kind)) for kind in KINDS}
    return {name: said for name, said in found.items() if said}


def test_every_page_is_there(visit: Visitor) -> None:
    """Each kind of page answers 200 in both languages."""
    assert wrong_in(visit, lambda seen: seen.status != 200 and (seen.status, seen.complaints)) == {}


def test_every_page_says_what_it_is(visit: Visitor) -> None:
    """Each has one heading, and says its language and which way it runs."""
    told = {str(kind): (visit(kind).language, visit(kind).direction, visit(kind).headings) for kind in KINDS}
    due = {str(kind): (kind.language, "rtl" if kind.language == "ar" else "ltr", 1) for kind in KINDS}
    assert told == due


def test_every_page_leads_to_itself_in_the_other_language(visit: Visitor, furnished: Furnished) -> None:
    """The language's link at the foot of a page leads to the same page, with all that the address asks for."""
    told = {str(kind): visit(kind).other for kind in KINDS}
    assert told == {str(kind): kind.in_the_other().path(furnished.shown) for kind in KINDS}


def test_no_page_reaches_elsewhere(visit: Visitor) -> None:
    """No request of any page leaves the desk's origin."""
    assert wrong_in(visit, lambda seen: seen.elsewhere) == {}


def test_no_page_complains(visit: Visitor) -> None:
    """No console has an error, a warning or a breach of the content policy."""
    assert wrong_in(visit, lambda seen: seen.complaints) == {}


def test_no_page_shuts_people_out(visit: Visitor) -> None:
    """axe finds nothing serious or critical."""
    assert wrong_in(visit, lambda seen: seen.grave) == {}


def test_no_page_scrolls_sideways_on_a_phone(visit: Visitor) -> None:
    """At 390 pixels everything fits into the width; what is too wide names itself."""
    assert wrong_in(visit, lambda seen: seen.overflow) == {}


def test_first_views_are_light(visit: Visitor) -> None:
    """A first view, with nothing kept from before, carries less than 400 kB."""
    assert wrong_in(visit, lambda seen: not 0 < seen.carried < FIRST_VIEW and seen.carried) == {}


def test_headers_are_those_written_down(visit: Visitor) -> None:
    """Each kind of page has exactly the headers of tests/golden/headers.json (to renew it: delete it, run twice)."""
    found = {kind.view: steady(visit(kind).headers) for kind in KINDS if kind.language == "en"}
    if not HEADERS.exists():
        HEADERS.write_text(json.dumps(shared_apart(found), indent=1, sort_keys=True) + "\n", encoding="utf-8")
        pytest.fail(f"{HEADERS} was not there and is written anew: read it before you keep it")
    assert shared_apart(found) == json.loads(HEADERS.read_text(encoding="utf-8"))


def test_no_view_is_forgotten() -> None:
    """Every view that has a name is opened here, or is known to be no page; nothing is listed that is gone."""
    known = {*PUBLIC, *EDITORS, *WITHOUT_A_PAGE}
    assert {name for name in views() if not foreign(name)} <= known
    assert known <= views()


def steady(headers: dict[str, str]) -> dict[str, str]:
    """Return the headers that do not change from one answer to the next."""
    changing = {name.lower() for name in CHANGING}
    return {name: value for name, value in sorted(headers.items()) if name not in changing}


def shared_apart(found: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Write what all pages have once, under "every page", and then what each has beside."""
    everywhere = dict(set.intersection(*(set(one.items()) for one in found.values())))
    beside = {view: {k: v for k, v in one.items() if (k, v) not in everywhere.items()} for view, one in found.items()}
    return {"every page": everywhere, **beside}


def foreign(name: str) -> bool:
    """Say whether a view is of the accounts' package: its pages are listed one by one where we use them."""
    return name.startswith(("account_", "mfa_", "socialaccount_"))
