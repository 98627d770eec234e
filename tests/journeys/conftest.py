"""A desk that really runs, on a copy of a ledger of the sample reports on Libya, and browsers that are watched."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.furnishing import PASSWORD, Furnished, furnish
from tests.journeys.serving import Desk
from tests.journeys.watching import Watch
from tests.libya import libya_ledger

NO_BROWSER = "no chromium here: the journeys need Debian's package `chromium`, or MUSTERROLL_CHROMIUM"
OPTIONS = ["--no-sandbox", "--disable-dev-shm-usage"]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
Opener = Callable[..., Page]
_address = itertools.count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all that lies here."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journeys)


@pytest.fixture(scope="package")
def chromium() -> str:
    """Where the browser is; without one the journeys are skipped, and say so."""
    program = os.environ.get("MUSTERROLL_CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip(NO_BROWSER)
    return program


@pytest.fixture(scope="package")
def furnished(chromium: str, tmp_path_factory: pytest.TempPathFactory, root: Path) -> Furnished:
    """A ledger of the sample reports with editors, cases and an opinion: something to see on every page."""
    path = tmp_path_factory.mktemp("journeys") / "ledger.db"
    return furnish(Path(shutil.copy(libya_ledger(tmp_path_factory, root), path)))


@pytest.fixture(scope="package")
def desk(furnished: Furnished) -> Iterator[Desk]:
    """The desk, served; at the end it must not have failed once."""
    serving = Desk(furnished.path)
    yield serving
    log = serving.stop()
    assert [words for words in ("Traceback", "SIGABRT", "Internal Server Error") if words in log] == [], log


@pytest.fixture(scope="package")
def browser(chromium: str, desk: Desk) -> Iterator[Browser]:
    """The browser. It opens after the ledger is furnished and closes with the last journey: while it is open, its loop
    keeps this process from asking a database."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def watches() -> Iterator[list[Watch]]:
    """All watches of a test; at the end nothing was reached off the desk, and no browser complained."""
    kept: list[Watch] = []
    yield kept
    assert [address for watch in kept for address in watch.elsewhere] == []
    assert [words for watch in kept for words in watch.complaints] == []


@pytest.fixture
def someone(browser: Browser, desk: Desk, watches: list[Watch]) -> Iterator[Opener]:
    """Open the browser of somebody new, watched: `someone(refusals={404}, viewport=PHONE, …)` gives its page."""
    opened: list[BrowserContext] = []

    def opener(refusals: set[int] | None = None, **options: object) -> Page:
        context = new_context(browser, desk, **options)
        opened.append(context)
        watches.append(Watch(desk.home, refusals=refusals or set()).over(context))
        return context.new_page()

    yield opener
    for context in opened:
        context.close()


@pytest.fixture(scope="package")
def logged_in(browser: Browser, desk: Desk) -> object:
    """What a browser keeps in which an editor has logged in, with a form and a password."""
    context = new_context(browser, desk)
    log_in(context.new_page(), "editor", PASSWORD)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def editor(someone: Opener, logged_in: object) -> Page:
    """An editor's page."""
    return someone(storage_state=logged_in)


def new_context(browser: Browser, desk: Desk, **options: object) -> BrowserContext:
    """Return a browser without memory, at an internet address that nobody else here has."""
    number = next(_address)
    headers = {"X-Forwarded-For": f"10.1.{number // 250}.{number % 250 + 1}"}
    settings = {"base_url": desk.home, "viewport": DESKTOP, "extra_http_headers": headers} | options
    context = browser.new_context(**settings)  # type: ignore[arg-type]
    context.set_default_timeout(20_000)
    return context


def log_in(page: Page, name: str, password: str) -> None:
    """Log in by the form."""
    page.goto("/accounts/login/?next=/editors/")
    page.locator("input[name=login]").fill(name)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/editors/")
