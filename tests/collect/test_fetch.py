"""One polite fetch, against a server on this machine."""

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from musterroll.collect import Limits, collect_pages
from musterroll.records import Page, Refusal

QUICK = Limits(page_bytes=50_000, connect_seconds=2, read_seconds=0.5, fetch_seconds=1.5, pause_seconds=0)
Answer = Callable[[BaseHTTPRequestHandler], None]


def send(status: int = 200, body: bytes = b"<p>Hello.", **headers: str) -> Answer:
    """Return an answer with these headers (underscores stand for hyphens)."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {
            "Content-Type": "text/html; charset=utf-8",
            **{k.replace("_", "-"): v for k, v in headers.items()},
        }.items():
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def moved(place: str, status: int = 302) -> Answer:
    return send(status, b"", Location=place)


def never(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1.2)


def drip(handler: BaseHTTPRequestHandler) -> None:
    send(200, b"<p>")(handler)
    with suppress(OSError):
        for _ in range(40):
            handler.wfile.write(b"x")
            time.sleep(0.1)


def drip_head(handler: BaseHTTPRequestHandler) -> None:
    with suppress(OSError):
        for letter in b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n" * 2:
            handler.wfile.write(bytes([letter]))
            time.sleep(0.1)


def endless(handler: BaseHTTPRequestHandler) -> None:
    send(200, b"")(handler)
    with suppress(OSError):
        for _ in range(2000):
            handler.wfile.write(b"x" * 10_000)


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\xff not http at all\r\n\r\n")


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    send(200, b"<p>cut", Content_Length="5000")(handler)
    handler.connection.shutdown(socket.SHUT_RDWR)


class Site:
    """A small site on 127.0.0.1 whose paths answer as a test says, and which remembers what was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                with suppress(OSError):
                    site.pages.get(self.path, send(404))(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def fetch(self, path: str, limits: Limits = QUICK, allow_private: bool = True) -> Page | Refusal:
        [found] = collect_pages([self.url + path], limits=limits, allow_private=allow_private)
        return found


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


def test_a_page_is_fetched_with_what_is_known_of_it(site: Site) -> None:
    """The page has its bytes, form, charset, address and the hour of the fetch; the agent names the project."""
    site.pages["/a?b=ü"] = site.pages["/a?b=%C3%BC"] = send(
        body=b"<p>Caf\xe9", Content_Type="Text/HTML; Charset=ISO-8859-1"
    )
    page = site.fetch("/a?b=ü#part")
    assert isinstance(page, Page)
    assert (page.body, page.media_type, page.charset) == (b"<p>Caf\xe9", "html", "iso-8859-1")
    assert page.url == site.url + "/a?b=ü" and page.name == site.url + "/a?b=ü#part"
    assert page.fetched is not None and page.fetched.endswith("+00:00")
    assert site.asked[-1][1]["User-Agent"].startswith("musterroll/")


def test_this_machine_is_private_unless_allowed(site: Site) -> None:
    """A loopback address is refused without the flag, and the server is never asked."""
    refused = site.fetch("/a", allow_private=False)
    assert isinstance(refused, Refusal) and refused.code == "private-address"
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every redirect is checked again, not only the first address."""
    import musterroll.collect.addresses as addresses

    public = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda a: str(a) == "127.0.0.1" or public(a))
    site.pages["/a"] = moved("http://169.254.169.254/latest/meta-data/")
    refused = site.fetch("/a", allow_private=False)
    assert isinstance(refused, Refusal) and refused.code == "private-address"


def test_redirects_are_followed_and_the_last_address_kept(site: Site) -> None:
    """Relative and absolute redirects lead to the page, whose url is the last address."""
    site.pages.update({"/a": moved("/b", 301), "/b": moved(site.url + "/c?d=e#f", 307), "/c?d=e": send()})
    page = site.fetch("/a")
    assert isinstance(page, Page) and page.url == site.url + "/c?d=e" and page.name == site.url + "/a"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (send(404), "http-status"),
        (send(500), "http-status"),
        (send(204, b""), "http-status"),
        (send(302), "http-status"),
        (moved("ftp://x/"), "bad-address"),
        (moved("http://[::1"), "bad-address"),
        (send(Content_Type="application/pdf"), "not-text"),
        (send(Content_Type="image/png"), "not-text"),
        (send(Content_Type="application/json"), "not-text"),
        (send(body=b""), "empty-page"),
        (send(body=b"x" * 50_001), "too-large"),
        (send(body=b"x", Content_Length="60000000"), "too-large"),
        (send(body=gzip.compress(b"\0" * 9_000_000), Content_Encoding="gzip"), "too-large"),
        (send(body=b"no gzip", Content_Encoding="gzip"), "unreachable"),
        (endless, "too-large"),
        (never, "timed-out"),
        (drip, "timed-out"),
        (drip_head, "timed-out"),
        (nonsense, "unreachable"),
        (hang_up, "unreachable"),
    ],
)
def test_what_is_no_page_is_refused_by_name(site: Site, answer: Answer, code: str) -> None:
    """Each way in which a fetch can fail has its code and one line of words, within the time allowed."""
    site.pages["/a"] = answer
    started = time.monotonic()
    refused = site.fetch("/a")
    assert isinstance(refused, Refusal), refused
    assert refused.code == code
    assert refused.reason and "\n" not in refused.reason
    assert time.monotonic() - started < 10


def test_redirects_in_a_circle_and_in_a_long_row_end(site: Site) -> None:
    """A circle is found out, and six redirects are one too many."""
    site.pages.update({"/a": moved("/b"), "/b": moved("/a")})
    site.pages.update({f"/r{i}": moved(f"/r{i + 1}") for i in range(9)})
    site.pages.update({f"/s{i}": moved(f"/s{i + 1}") for i in range(5)} | {"/s5": send()})
    found = [site.fetch(path) for path in ("/a", "/r0", "/s0")]
    assert [f.code if isinstance(f, Refusal) else "page" for f in found] == [
        "too-many-redirects",
        "too-many-redirects",
        "page",
    ]


def test_robots_are_asked_first_and_obeyed(site: Site) -> None:
    """A path that robots.txt disallows is not fetched; another is; the rules for us go before those for all."""
    site.pages["/robots.txt"] = send(
        body=b"User-agent: *\nDisallow: /\n\nUser-agent: musterroll\nDisallow: /private\n", Content_Type="text/plain"
    )
    site.pages.update({"/private/a": send(), "/open": send(), "/sly": moved("/private/a")})
    found = [site.fetch(path) for path in ("/private/a", "/open", "/sly")]
    assert [f.code if isinstance(f, Refusal) else "page" for f in found] == ["disallowed", "page", "disallowed"]
    assert "/private/a" not in [path for path, _ in site.asked]


@pytest.mark.parametrize(("status", "code"), [(404, "page"), (403, "page"), (503, "disallowed"), (429, "disallowed")])
def test_a_site_without_robots_allows_and_one_in_trouble_does_not(site: Site, status: int, code: str) -> None:
    """No robots.txt allows all; one that the server fails to give asks for patience (RFC 9309)."""
    site.pages.update({"/robots.txt": send(status), "/a": send()})
    found = site.fetch("/a")
    assert (found.code if isinstance(found, Refusal) else "page") == code


def test_a_closed_port_is_unreachable(site: Site) -> None:
    """A refused connection is named and tells nothing of the machine's inside."""
    with socket.socket() as spare:
        spare.bind(("127.0.0.1", 0))
        port = spare.getsockname()[1]
    [refused] = collect_pages([f"http://127.0.0.1:{port}/"], limits=QUICK, allow_private=True)
    assert isinstance(refused, Refusal) and refused.code == "unreachable"


def test_compressed_pages_are_unpacked(site: Site) -> None:
    """A page sent as gzip comes out as its bytes."""
    site.pages["/a"] = send(body=gzip.compress(b"<p>Hello."), Content_Encoding="gzip")
    page = site.fetch("/a")
    assert isinstance(page, Page) and page.body == b"<p>Hello."


def test_plain_text_is_taken(site: Site) -> None:
    """text/plain gives a page of text."""
    site.pages["/a"] = send(body=b"Words.", Content_Type="text/plain")
    page = site.fetch("/a")
    assert isinstance(page, Page) and page.media_type == "text"


@pytest.fixture
def secure_site(tmp_path: Path) -> Iterator[tuple[Site, Path]]:
    """A site behind TLS under the name localhost, and the certificate to trust."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl here to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    order = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        key,
        "-out",
        certificate,
        "-days",
        "2",
    ]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*order, *names], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site = Site()
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.url = f"https://localhost:{site.server.server_port}"
    yield site, certificate
    site.server.shutdown()
    site.server.server_close()


def test_a_certificate_is_checked_against_the_name(
    secure_site: tuple[Site, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checked address is connected to and the certificate must be the name's and trusted."""
    site, certificate = secure_site
    site.pages["/a"] = send()
    untrusted = site.fetch("/a")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    trusted = site.fetch("/a")
    site.url = site.url.replace("localhost", "127.0.0.1")
    misnamed = site.fetch("/a")
    assert isinstance(untrusted, Refusal) and untrusted.code == "unreachable"
    assert isinstance(trusted, Page) and trusted.body == b"<p>Hello."
    assert isinstance(misnamed, Refusal) and misnamed.code == "unreachable"


def test_a_site_is_asked_for_its_robots_once_and_pages_with_a_pause(site: Site) -> None:
    """Two pages of one site in a run cost one robots.txt and one pause."""
    site.pages.update({"/a": send(), "/b": send()})
    started = time.monotonic()
    limits = Limits(pause_seconds=0.3)
    found = list(collect_pages([site.url + "/a", site.url + "/b"], limits=limits, allow_private=True))
    assert all(isinstance(page, Page) for page in found)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/b"]
    assert time.monotonic() - started >= 0.3


def test_the_next_checked_address_is_tried_where_the_first_is_closed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name with several addresses is reached by the one that answers."""
    port = site.server.server_port
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("127.0.0.2", "127.0.0.1")]
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *a, **k: entries if host == "two.example" else real(host, *a, **k)
    )
    site.url = f"http://two.example:{port}"
    site.pages["/a"] = send()
    page = site.fetch("/a")
    assert isinstance(page, Page) and page.url == f"http://two.example:{port}/a"


def test_a_redirect_in_raw_utf_8_is_followed(site: Site) -> None:
    """A Location of bytes beyond ASCII is read as UTF-8."""
    site.pages.update({"/a": moved("/caf\u00c3\u00a9"), "/caf%C3%A9": send()})
    assert isinstance(site.fetch("/a"), Page)
