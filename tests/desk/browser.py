"""A desk that is served, and a real browser in front of it."""

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application


class Quiet(WSGIRequestHandler):
    """Answers without a line for each request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def served(book: Path) -> Iterator[str]:
    """Serve the open ledger on this machine; its address."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Debian's browser. Its driver runs a loop in this thread, where tests ask the ledger: Django is told to let them."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Reader:
    """A page of the browser, what it complained of, and what it asked other hosts for."""

    page: Any
    base: str
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def go(self, path: str) -> Any:
        """Open a path."""
        return self.page.goto(self.base + path)

    @property
    def words(self) -> str:
        """What stands on the page."""
        return str(self.page.locator("main").inner_text())


def reader_in(chromium: Any, base: str, **options: Any) -> Reader:
    """Open a fresh browser window; everything that it complains of is noted."""
    page = chromium.new_context(**options).new_page()
    reader = Reader(page, base)
    page.on("console", lambda said: reader.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: reader.complaints.append(str(error)))
    page.on(
        "request", lambda asked: None if asked.url.startswith((base, "data:")) else reader.elsewhere.append(asked.url)
    )
    return reader
