"""The server believes nobody on where the desk stands, and answers names and methods that are none in plain words."""

import logging
from pathlib import Path

import pytest
from django.core.handlers.wsgi import WSGIRequest, get_script_name
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import override_settings
from django.urls import resolve

from musterroll.desk.environment import in_language
from musterroll.desk.headers import SecurityHeaders
from musterroll.desk.intake.caps import address_of
from musterroll.desk.serving import BELIEVED, Desk


def test_nobody_says_where_the_desk_stands() -> None:
    """A path or a scheme that a request from this machine names counts for nothing: every link would follow it."""
    made = Desk({"bind": "127.0.0.1:1", **BELIEVED}).cfg
    assert not any(made.forwarded_allow_ips) and not any(made.forwarder_headers)
    environ = RequestFactory().get("/findings/", SCRIPT_NAME="//evil.example").environ
    assert get_script_name(environ) == "" and WSGIRequest(environ).path == "/findings/"


def test_an_address_is_believed_of_our_own_proxy_alone() -> None:
    """Who asks names no other address for themselves: without a proxy no header counts, with one its own word, the last."""
    said = RequestFactory().get("/", REMOTE_ADDR="203.0.113.5", HTTP_X_FORWARDED_FOR="1.1.1.1, 198.51.100.7")
    assert address_of(said) == "203.0.113.5"
    with override_settings(BEHIND_PROXY=True):
        assert address_of(said) == "198.51.100.7"


def test_the_servers_log_names_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's own lines about broken requests hold neither the internet address of who asked nor a secret."""
    told = logging.getLogger("gunicorn.error")
    monkeypatch.setattr(told, "filters", [])
    assert Desk({"bind": "127.0.0.1:1", **BELIEVED}).load() is not None
    record = told.makeRecord(
        "gunicorn.error", logging.WARNING, "", 0, "Invalid request from ip=%s: %s",
        ("203.0.113.77", "/cases/C-2026-000001/aSecret/"), None,
    )  # fmt: skip
    assert told.filter(record)
    assert "203.0.113.77" not in record.getMessage() and "aSecret" not in record.getMessage()


def test_a_name_that_is_not_ours_is_refused_in_words(reader: Client) -> None:
    """Another host's name answers 400 in plain words, on every kind of address, and never with a fault."""
    for path in ("/", "/findings/", "/api/v1/findings", "/corrections/new/", "/nowhere/"):
        answer = reader.get(path, HTTP_HOST="evil.example")
        assert answer.status_code == 400, path
        assert b"evil.example" not in answer.content, path
    assert b"MUSTERROLL_HOSTS" in reader.get("/", HTTP_HOST="evil.example").content


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(reader: Client, method: str) -> None:
    """What is neither GET, HEAD nor POST is answered 405 with what may be asked, and gets no page."""
    for path in ("/", "/findings/?format=csv", "/corrections/new/", "/editors/", "/accounts/login/", "/robots.txt"):
        answer = reader.generic(method, path)
        assert (answer.status_code, answer.content) == (405, b""), path
        assert answer.headers["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_asking_for_methods_gets_no_page(reader: Client) -> None:
    """OPTIONS is answered without a body and without a word for other sites."""
    answer = reader.options("/findings/")
    assert (answer.status_code, answer.content) == (204, b"") and "POST" in answer.headers["Allow"]
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_head_has_the_headers_of_get_and_no_body(book: Path) -> None:
    """HEAD says how long the page would be and begins no file."""
    page = Client().get("/findings/")
    head = Client().head("/findings/")
    assert head.headers["Content-Length"] == page.headers["Content-Length"] == str(len(page.content))
    assert head.headers["ETag"] == page.headers["ETag"]
    file = Client().head("/exports/claims.csv")
    assert file.status_code == 200 and b"".join(file) == b""  # type: ignore[call-overload]


def test_an_address_where_nothing_is_says_so(reader: Client) -> None:
    """A page of our own, in the language of the address, that leads back and to no other site."""
    english, arabic = reader.get("/nowhere/"), reader.get("/ar//evil.example/")
    assert (english.status_code, arabic.status_code) == (404, 404)
    assert b'href="/findings/"' in english.content and b'dir="rtl"' in arabic.content
    assert b'href="//' not in arabic.content


@pytest.mark.parametrize("path", ["/ar//evil.example/", "//evil.example/", "/ar/\\evil.example/", "/ar///evil.example"])
def test_the_other_language_is_on_this_site(path: str) -> None:
    """Whatever the address, the link to the other language begins with one slash."""
    request = RequestFactory().get("/")
    request.path = path
    for code in ("en", "ar"):
        assert in_language(request, code)[:2] not in ("//", "/\\")


def test_the_cookie_of_a_form_ends_with_the_browser(reader: Client) -> None:
    """Reading needs no cookie; a form's is for this site and no script, and nobody is known by it later."""
    assert not reader.get("/").cookies and not reader.get("/findings/").cookies
    cookie = reader.get("/corrections/new/").cookies["csrftoken"]
    assert (cookie["max-age"], cookie["expires"], cookie["samesite"], cookie["httponly"]) == ("", "", "Strict", True)


def test_the_policy_allows_this_site_alone(reader: Client) -> None:
    """Nothing is allowed but what this site gives itself; the drawn secret of a second factor is the one exception."""
    said = reader.get("/").headers["Content-Security-Policy"]
    allowed = {word for directive in said.split("; ") for word in directive.split(" ")[1:]}
    assert allowed == {"'none'", "'self'"} and said.startswith("default-src 'none'")
    request = RequestFactory().get("/accounts/2fa/totp/activate/")
    request.resolver_match = resolve(request.path)
    other = SecurityHeaders(lambda _: HttpResponse())(request).headers["Content-Security-Policy"]
    assert other.replace(" data:", "") == said and "img-src 'self' data:" in other
