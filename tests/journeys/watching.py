"""What a browser does beside what it is asked to: what it reaches for elsewhere, and what it complains of."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Request

UNREACHED = "Failed to load resource"


@dataclass
class Watch:
    """What was seen of one browser: requests off the desk, complaints of the console (blocked by policy, errors)."""

    home: str
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    refusals: set[int] = field(default_factory=set)

    def over(self, watched: BrowserContext | Page) -> "Watch":
        """Begin to watch a browser, or one page of it."""
        watched.on("request", self._asked)
        watched.on("console", self._said)
        if isinstance(watched, Page):
            watched.on("pageerror", self._failed)
        else:
            watched.on("weberror", lambda event: self._failed(event.error))
        return self

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.home}/", "data:", "blob:", "about:")):
            self.elsewhere.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not self._expected(message.text):
            self.complaints.append(f"{message.type} at {message.location.get('url')}: {message.text}")

    def _expected(self, words: str) -> bool:
        return words.startswith(UNREACHED) and any(f" {status} " in words for status in self.refusals)

    def _failed(self, error: Error) -> None:
        self.complaints.append(f"exception: {error}")
