"""One polite fetch: robots.txt asked, bounded in time, size and redirects, only to addresses that were checked."""

import socket
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from http.client import HTTPException
from importlib.metadata import version
from threading import Timer
from time import monotonic, sleep
from urllib.parse import quote, urljoin

from protego import Protego
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, DecodeError, HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as UrllibTimeout
from urllib3.response import BaseHTTPResponse

from musterroll.collect.addresses import Target, resolve
from musterroll.collect.limits import Limits
from musterroll.records import Page
from musterroll.records.errors import (
    BadAddress,
    Disallowed,
    EmptyPage,
    HttpStatus,
    NotText,
    PageError,
    TimedOut,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)

AGENT = "musterroll"
_USER_AGENT = f"{AGENT}/{version('musterroll')} (news register; one page at a time; obeys robots.txt)"
_KINDS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "text"}
_MOVED = frozenset((301, 302, 303, 307, 308))
_CHUNK = 1 << 16


@dataclass
class Sites:
    """What a run remembers of the sites that it fetched from: their robots.txt, and when each was last asked."""

    robots: dict[str, Protego | None] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def wait(self, origin: str, pause: float) -> None:
        """Wait until a site may be asked again."""
        sleep(max(0.0, self.asked.get(origin, -pause) + pause - monotonic()))
        self.asked[origin] = monotonic()


def fetch_page(url: str, limits: Limits, *, allow_private: bool = False, sites: Sites | None = None) -> Page:
    """Return the page at an http(s) URL; its `url` is the address after redirects, `name` the one asked for.

    Raises a FetchError (BadAddress, PrivateAddress, Disallowed, TooManyRedirects, TimedOut, HttpStatus, Unreachable),
    TooLarge, NotText or EmptyPage.
    """
    target = resolve(url.partition("#")[0], allow_private=allow_private)
    sites = sites or Sites()
    sites.wait(target.origin, limits.pause_seconds)
    return _Fetch(limits, allow_private, sites).page(target, url)


class _Fetch:
    """A fetch with its deadline."""

    def __init__(self, limits: Limits, allow_private: bool, sites: Sites) -> None:
        self._limits = limits
        self._allow_private = allow_private
        self._deadline = monotonic() + limits.fetch_seconds
        self._robots = sites.robots

    def page(self, target: Target, name: str) -> Page:
        """Return the page at a target or at the end of its redirects."""
        seen = {target.url}
        for _ in range(self._limits.redirects + 1):
            self._ask_robots(target)
            with self._answer(target) as answer:
                if answer.status not in _MOVED:
                    return self._accept(answer, target, name)
                target = self._resolve(_moved_to(answer, target))
            if target.url in seen:
                raise TooManyRedirects(f"the redirects go in a circle, back to {target.url}")
            seen.add(target.url)
        raise TooManyRedirects(f"more than {self._limits.redirects} redirects")

    def _resolve(self, url: str) -> Target:
        return resolve(url, allow_private=self._allow_private)

    def _left(self) -> float:
        left = self._deadline - monotonic()
        if left <= 0:
            raise TimedOut(f"no whole answer within {self._limits.fetch_seconds:g} seconds")
        return left

    @contextmanager
    def _answer(self, target: Target) -> Iterator[BaseHTTPResponse]:
        """Ask the checked address for a page; the name goes into the Host header and the certificate's check."""
        headers = {"Host": target.netloc, "User-Agent": _USER_AGENT, "Accept": ", ".join(_KINDS),
                   "Accept-Encoding": "gzip, deflate", "Connection": "close"}  # fmt: skip
        with (
            self._mapped(target),
            closing(self._connected(target)) as connection,
            _hung_up_after(self._left(), connection.sock),
        ):
            connection.timeout = min(self._limits.read_seconds, self._left())
            connection.request("GET", _quoted(target.path), headers=headers, preload_content=False)
            yield connection.getresponse()
            self._left()

    def _connected(self, target: Target) -> HTTPConnection:
        """Connect to the first of the checked addresses that takes a connection."""
        for address in target.addresses[:-1]:
            with suppress(NewConnectionError, ConnectTimeoutError):
                return self._connect(target, address)
        return self._connect(target, target.addresses[-1])

    def _connect(self, target: Target, address: str) -> HTTPConnection:
        seconds = min(self._limits.connect_seconds, self._left())
        connection = HTTPConnection(address, target.port, timeout=seconds)
        if target.scheme == "https":
            connection = HTTPSConnection(
                address, target.port, timeout=seconds, server_hostname=target.host, assert_hostname=target.host,
                cert_reqs="CERT_REQUIRED",
            )  # fmt: skip
        connection.connect()
        return connection

    @contextmanager
    def _mapped(self, target: Target) -> Iterator[None]:
        """Turn what the network raises into our own errors."""
        try:
            yield
        except PageError:
            raise
        except NewConnectionError as error:  # a kind of timeout to urllib3, and none to us
            raise Unreachable(f"{target.host} takes no connection") from error
        except (UrllibTimeout, TimeoutError) as error:
            raise TimedOut(f"{target.host} did not answer in time") from error
        except (DecodeError, zlib.error) as error:
            raise Unreachable(f"{target.host} sent compression that is broken") from error
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            self._left()
            raise Unreachable(f"the connection to {target.host} failed: {type(error).__name__}") from error

    def _accept(self, answer: BaseHTTPResponse, target: Target, name: str) -> Page:
        if answer.status != 200:
            raise HttpStatus(f"the server answered {answer.status}")
        kind, charset = _content_type(answer.headers.get("Content-Type"))
        if kind not in _KINDS:
            raise NotText(f"the server sends {kind}")
        body = self._body(answer, self._limits.page_bytes)
        if not body:
            raise EmptyPage("the server sent no bytes")
        fetched = datetime.now(UTC).isoformat(timespec="seconds")
        return Page(body, name, _KINDS[kind], url=target.url, charset=charset, fetched=fetched)

    def _body(self, answer: BaseHTTPResponse, limit: int) -> bytes:
        stated = answer.headers.get("Content-Length", "")
        if stated.isdigit() and int(stated) > limit:
            raise TooLarge(f"{int(stated):,} bytes; the limit is {limit:,}")
        body = bytearray()
        for chunk in answer.stream(_CHUNK, decode_content=True):
            body += chunk
            if len(body) > limit:
                raise TooLarge(f"more than {limit:,} bytes")
            self._left()
        self._left()  # an answer cut at the deadline looks like one that has ended
        return bytes(body)

    def _ask_robots(self, target: Target) -> None:
        if target.origin not in self._robots:
            self._robots[target.origin] = self._read_robots(target)
        rules = self._robots[target.origin]
        if rules is not None and not rules.can_fetch(target.url, AGENT):
            raise Disallowed(f"robots.txt of {target.host} asks not to fetch it")

    def _read_robots(self, target: Target) -> Protego | None:
        """The site's rules; None (all allowed) where it has none. One that fails to answer asks for patience."""
        for _ in range(self._limits.redirects + 1):
            robots = self._resolve(urljoin(target.url, "/robots.txt") if target.path != "/robots.txt" else target.url)
            with self._answer(robots) as answer:
                if answer.status in _MOVED:
                    target = self._resolve(_moved_to(answer, robots))
                    continue
                if answer.status >= 500 or answer.status == 429:
                    raise Disallowed(f"robots.txt of {target.host} cannot be had now ({answer.status})")
                if answer.status != 200:
                    return None
                return Protego.parse(_start(answer, self._limits.robots_bytes).decode("utf-8", errors="replace"))
        return None


def _start(answer: BaseHTTPResponse, limit: int) -> bytes:
    """The first bytes of an answer: of a robots.txt longer than the limit the rest is not read (RFC 9309)."""
    return answer.read(limit, decode_content=True)


@contextmanager
def _hung_up_after(seconds: float, connected: socket.socket) -> Iterator[None]:
    """Cut a connection at the deadline: a server that drips never trips the wait for one read."""
    watch = Timer(seconds, _hang_up, [connected])
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _hang_up(connected: socket.socket) -> None:
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _moved_to(answer: BaseHTTPResponse, target: Target) -> str:
    place = answer.headers.get("Location")
    if not place:
        raise HttpStatus(f"the server answered {answer.status} without saying where to go")
    with suppress(UnicodeError):
        place = place.encode("latin-1").decode("utf-8")  # headers are read as Latin-1; most servers mean UTF-8
    try:
        return urljoin(target.url, place.strip()).partition("#")[0]
    except ValueError as error:
        raise BadAddress("the server redirects to what is no URL") from error


def _quoted(path: str) -> str:
    return quote(path, safe="/%?&=+:;,@!$'()*~#[]-._")


def _content_type(header: str | None) -> tuple[str, str | None]:
    """The media type and charset that a server states; no header is taken for HTML, as browsers do."""
    message = Message()
    message["Content-Type"] = header or "text/html"
    return message.get_content_type(), message.get_content_charset()
