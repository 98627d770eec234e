"""Public pages are kept until the ledger changes or the day ends, and never for anybody who may be known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from musterroll import actions, ledger
from musterroll.desk import kept_pages
from musterroll.desk.kept_pages import KeptPage, Shelf
from musterroll.records import Person

EDITOR = Person("an editor", frozenset({"editor"}))
GZIP = {"HTTP_ACCEPT_ENCODING": "gzip"}


@pytest.fixture
def paths(opened: Path) -> Iterator[dict[str, str]]:
    """Addresses of one page of several kinds."""
    finding, claim = ledger.findings(limit=1).rows[0], ledger.claims(limit=1).rows[0]
    yield {
        "overview": "/",
        "findings": "/findings/",
        "finding": f"/findings/{finding.id}/",
        "claim": f"/claims/{claim.id}/",
        "report": f"/reports/{claim.report.id}/",
        "map data": "/map-data.geojson",
        "api": "/api/v1/findings",
        "corrections": "/corrections/",
    }


def queries(client: Client, path: str) -> int:
    """Return how many queries a page takes."""
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return len(asked)


def test_a_kept_page_is_the_page(paths: dict[str, str]) -> None:
    """The second answer is the first, body and headers; all that it asks of the ledger is its edition."""
    client = Client()
    for path in paths.values():
        first, second = client.get(path), client.get(path)
        assert (second.content, dict(second.items())) == (first.content, dict(first.items())), path
        assert queries(client, path) == 1
        assert Client().get(path).content == first.content


def test_a_change_is_seen_at_once(paths: dict[str, str]) -> None:
    """After a retraction no page is given as it was kept: the report says so in the next answer."""
    client, report = Client(), paths["report"]
    before = {path: client.get(path).content for path in paths.values()}
    number = report.split("/")[2]
    actions.retract_report(number, by=EDITOR, why="it was invented")
    after = client.get(report).content
    assert after != before[report]
    assert all(queries(client, path) > 1 for path in paths.values() if path != report)


def test_a_day_ends_what_is_kept(paths: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Days past a deadline are counted anew at midnight."""
    client = Client()
    client.get("/")

    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Tomorrow":
            return cls(2100, 1, 1, tzinfo=UTC)

    assert queries(client, "/") == 1
    monkeypatch.setattr(kept_pages, "datetime", Tomorrow)
    assert queries(client, "/") > 1


def test_who_has_a_page_is_told_that_nothing_is_new(paths: dict[str, str]) -> None:
    """With the validator of the answer before, 304 and no body comes; after a change of the page, the page."""
    client, path = Client(), paths["report"]
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert "Content-Security-Policy" in again.headers
    actions.retract_report(path.split("/")[2], by=EDITOR, why="it was invented")
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_a_kept_page_is_packed_for_who_takes_it_so(paths: dict[str, str]) -> None:
    """Who takes gzip gets it, who does not gets the same page plain, and caches between are told."""
    import gzip

    client = Client()
    for _ in range(2):
        packed, plain = client.get(paths["finding"], **GZIP), client.get(paths["finding"])
        assert packed.headers["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain.headers
        assert gzip.decompress(packed.content) == plain.content
        assert len(packed.content) < len(plain.content) / 2
        assert "Accept-Encoding" in packed.headers["Vary"] and "Accept-Encoding" in plain.headers["Vary"]


def test_languages_and_queries_are_pages_of_their_own(paths: dict[str, str]) -> None:
    """What was kept for one address is not given for another."""
    client = Client()
    english, arabic = client.get("/findings/").content, client.get("/ar/findings/").content
    assert b'dir="rtl"' in arabic and b'dir="rtl"' not in english
    assert client.get("/findings/?type=presence").content != english
    assert client.get("/findings/", HTTP_HOST="localhost").headers["ETag"]


def test_nothing_is_kept_for_who_is_logged_in(paths: dict[str, str]) -> None:
    """An editor's page is made for the editor, stored by nobody, and never shown to a reader."""
    User.objects.create_user("ann", password="a-very-long-word-for-tests")
    editor, reader = Client(), Client()
    editor.force_login(User.objects.get(username="ann"), backend="django.contrib.auth.backends.ModelBackend")
    reader.get(paths["report"])
    assert queries(editor, paths["report"]) > 1
    assert editor.get(paths["report"]).headers["Cache-Control"] == "no-store"
    assert reader.get(paths["report"]).headers["Cache-Control"] == "no-cache"


def test_forms_are_never_kept(paths: dict[str, str]) -> None:
    """Each reader's form has a token of its own."""
    path = f"/corrections/new/?about=report:{paths['report'].split('/')[2]}"
    first, second = Client().get(path), Client().get(path)
    assert first.cookies["csrftoken"].value != second.cookies["csrftoken"].value
    assert first.headers["Cache-Control"] == "no-store"


A_PAGE = KeptPage((("ETag", "x"),), b"0" * 60, b"1" * 40)


def test_the_shelf_has_an_end() -> None:
    """What was asked for longest ago goes first."""
    shelf = Shelf(most=2 * A_PAGE.size + 50)
    shelf.take("one", ("a",))
    for name in "ab":
        shelf.put("one", (name,), A_PAGE)
    assert shelf.take("one", ("a",)) is A_PAGE
    shelf.put("one", ("c",), A_PAGE)
    assert [shelf.take("one", (name,)) for name in "abc"] == [A_PAGE, None, A_PAGE]
    assert shelf.size == 2 * (A_PAGE.size + 1)


def test_small_pages_at_long_addresses_do_not_fill_the_memory() -> None:
    """What is kept is weighed with its address, so ten thousand made-up addresses take no more than one may."""
    shelf = Shelf(most=1_000_000)
    shelf.take("one", ("",))
    for number in range(10_000):
        shelf.put("one", (f"/robots.txt?{number:04000d}",), A_PAGE)
    assert len(shelf.pages) < 200 and shelf.size <= 1_000_000
    assert sum(len(address) for (address,) in shelf.pages) < 1_000_000


SAID: tuple[dict[str, str], ...] = (
    {"HTTP_X_FORWARDED_HOST": "evil.example"},
    {"HTTP_X_FORWARDED_PROTO": "https"},
    {"HTTP_X_FORWARDED_PREFIX": "/evil"},
    {"HTTP_X_ORIGINAL_URL": "/evil/"},
    {"HTTP_X_HTTP_METHOD_OVERRIDE": "DELETE"},
    {"HTTP_ACCEPT_LANGUAGE": "ar"},
    {"HTTP_ACCEPT": "application/json"},
    {"HTTP_RANGE": "bytes=0-9"},
    {"REQUEST_METHOD": "HEAD"},
)


def test_nobody_changes_what_others_are_given(paths: dict[str, str]) -> None:
    """What one reader says of themselves, of the way here or of the method is in no page that another gets."""
    for path in (paths["finding"], paths["map data"], paths["api"]):
        clean = Client().get(f"{path}?asked=0").content
        for number, said in enumerate(SAID, start=1):
            Client().get(f"{path}?asked={number}", **said)
            kept = Client().get(f"{path}?asked={number}")
            assert kept.status_code == 200
            assert kept.content.replace(b"asked=%d" % number, b"asked=0") == clean, (path, said)


def test_two_queries_are_never_one_page(paths: dict[str, str]) -> None:
    """A query in bytes and the same written out in letters of another encoding are kept apart."""
    ask = RequestFactory().get
    raw = ask("/search/", QUERY_STRING="q=\u00c3\u00a9")
    written = ask("/search/", QUERY_STRING="q=%C3%83%C2%A9")
    assert raw.get_full_path() == written.get_full_path() and raw.GET["q"] != written.GET["q"]
    assert kept_pages.key_of(raw) != kept_pages.key_of(written)


def test_a_page_that_was_begun_before_a_change_is_not_kept() -> None:
    """It may hold what does not hold any more."""
    shelf = Shelf()
    shelf.take("one", ("a",))
    shelf.take("two", ("a",))
    shelf.put("one", ("a",), replace(A_PAGE, body=b"old"))
    assert shelf.take("two", ("a",)) is None and shelf.size == 0
