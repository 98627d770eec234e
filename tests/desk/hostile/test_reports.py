"""Reports are written by anybody: whatever stands in one, no page, feed or file runs it, follows it or is turned by it."""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.test import Client

from musterroll import ledger, pipeline
from musterroll.desk.elsewhere import TURNING, straightened, web_address
from musterroll.ledger import ClaimFilter, ReportRead
from musterroll.pipeline.forms import safe_cell
from musterroll.records import (
    Attribution,
    Block,
    Claim,
    DayInterval,
    Link,
    LinkedClaim,
    Moment,
    Part,
    Quantity,
    Report,
    Span,
)
from tests.desk.case_fixtures import XSS, editor_of
from tests.ledger.invented import a_reading

MORE = (
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "=HYPERLINK(\"https://evil.example\";\"x\")",
    "+1+cmd|' /C calc'!A0",
    "  =1+1",
    "\uff1d1+1",
    "\tx' onmouseover='alert(1)",
    "\u2066\u202dmurof\u2069\u2028\u2029",
    "a\x00b\x1f\ufffe",
    "%0d%0aSet-Cookie: x=1",
)  # fmt: skip
ADDRESSES = (
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example",
)
RUNS = {"script", "iframe", "object", "embed", "base", "form", "meta", "link", "style"}


def hostile(number: int, attack: str) -> ReportRead:
    """Return a report in whose every field an attack stands, with a claim of who, where and on whose word."""
    words = f"The {attack} has {300 + number} fighters at {attack}, {attack} said."
    who, where, voice = (Span(start, start + len(attack)) for start in places_of(words, attack))
    trigger = words.index(" has ") + 1
    page = a_reading(number).page
    report = Report(
        page.id, "x1", words, (Block("paragraph", Span(0, len(words))),), (Span(0, len(words)),), "en", title=attack,
        published=Moment("2021-03-05", "meta"), url=ADDRESSES[number % len(ADDRESSES)], outlet=attack,
        byline=(attack,), agency=(attack,), dateline=attack, section=attack,
    )  # fmt: skip
    claim = Claim(
        report.id, "presence", Span(trigger, trigger + 3), 0, (Part("force", who), Part("place", where)), "positive",
        "actual", Attribution("named-person", voice), "r1", Quantity(300 + number, 300 + number), time=None, score=0.5,
    )  # fmt: skip
    links = (
        Link("force", who, attack, "actor", "unknown", "no pack knows the words"),
        Link("place", where, attack, "place", "unknown", "no gazetteer knows the words"),
        Link("source", voice, attack, "actor", "unknown", "no pack knows the words"),
    )
    return ReportRead(page, report, (claim,), (LinkedClaim(claim, links, DayInterval(None, "2021-03-05"), 3, 3),))


def places_of(words: str, part: str) -> tuple[int, int, int]:
    """Return where a part stands in a sentence that has it three times."""
    first = words.index(part)
    second = words.index(part, first + len(part))
    return first, second, words.index(part, second + len(part))


@pytest.fixture(scope="module")
def once(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented ledger with a report for each attack."""
    path = Path(shutil.copy(made_once, tmp_path_factory.mktemp("hostile") / "ledger.db"))
    ledger.open_ledger(path)
    for number, attack in enumerate((*XSS, *MORE), start=50):
        read = hostile(number, attack)
        ledger.add_reading(read.page, read.report, read.claims, read.linked)
    pipeline.rederive()
    ledger.close_ledger()
    return path


@pytest.fixture
def reader(once: Path, tmp_path: Path) -> Iterator[Client]:
    """A reader of that ledger."""
    ledger.open_ledger(Path(shutil.copy(once, tmp_path / "ledger.db")))
    cache.clear()
    yield Client()
    ledger.close_ledger()


class Tags(HTMLParser):
    """Gathers the tags of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.met.append((tag, {name: value or "" for name, value in attrs}))


def tags_of(page: str) -> list[tuple[str, dict[str, str]]]:
    """Return the tags of a page."""
    parser = Tags()
    parser.feed(page)
    return parser.met


def ours(page: str) -> list[tuple[str, str]]:
    """Return what a page has of tags that can run, load or lead away, with where they lead."""
    return sorted((tag, said.get("src") or said.get("href") or "") for tag, said in tags_of(page) if tag in RUNS)


def addresses_within() -> Iterator[str]:
    """Yield the address of a page of each kind, about each of the hostile reports."""
    yield from ("/", "/findings/", "/forces/", "/places/", "/reports/", "/outlets/", "/search/?q=fighters", "/feeds/")
    yield from ("/ar/", "/ar/reports/", "/search/?q=alert&kind=reports", "/commitments/")
    for line in ledger.claims(ClaimFilter(type="presence"), limit=100):
        if line.report.outlet != "The Post":
            yield from (f"/claims/{line.id}/", f"/chains/{line.id}/", f"/reports/{line.report.id}/")
    for finding in ledger.findings(limit=100):
        yield f"/findings/{finding.id}/"


def test_nothing_of_a_report_is_part_of_a_page(reader: Client) -> None:
    """No tag that runs or loads is on a page but those of the template; no attribute runs; no link leaves the web."""
    shell = set(ours(reader.get("/nowhere/").content.decode()))
    for address in addresses_within():
        answer = reader.get(address)
        page = answer.content.decode()
        assert answer.status_code == 200, address
        for tag, leads in ours(page):
            assert (tag, leads) in shell or leads.startswith("/") or (tag, leads) in (("script", ""), ("form", "")), (
                address, tag, leads,
            )  # fmt: skip
        for tag, said in tags_of(page):
            assert not any(name.startswith("on") or name in ("style", "srcdoc") for name in said), (address, tag)
            for name in ("href", "src", "action", "cite", "formaction"):
                led = said.get(name, "/")
                assert re.match(r"(?:/(?!/)|\?|#|https?://[a-z])", led) or led == "", (address, tag, led)


def test_data_in_a_page_is_data(reader: Client) -> None:
    """Every block of structured data is JSON of ours, with a report's words inside it and no script beside it."""
    for address in addresses_within():
        page = reader.get(address).content.decode()
        blocks = re.findall(r"<script([^>]*)>(.*?)</script>", page, re.S)
        for said, words in blocks:
            assert words == "" if "src=" in said else json.loads(words)["@context"] == "https://schema.org"
        assert not any("javascript:" in str(json.loads(words).get("url")) for said, words in blocks if words)


def test_no_name_turns_a_page_round(reader: Client) -> None:
    """Marks that turn the direction of writing are on no page and in no feed; the files and the ledger keep them."""
    for address in (*addresses_within(), "/feeds/findings.atom", "/feeds/findings.rss", "/feeds/findings.json"):
        page = reader.get(address).content.decode()
        assert not set(page) & set(TURNING), address
    assert "\u202e" in b"".join(reader.get("/exports/claims.jsonl")).decode()  # type: ignore[call-overload]


def test_feeds_and_maps_of_the_site_stay_well_formed(reader: Client) -> None:
    """Every XML and JSON that leaves the desk can be read, whatever stands in the reports."""
    for name in ("findings", "corrections"):
        for form in ("atom", "rss"):
            ElementTree.fromstring(reader.get(f"/feeds/{name}.{form}").content)
        json.loads(reader.get(f"/feeds/{name}.json").content)
    for name in ("findings", "reports", "forces", "places"):
        ElementTree.fromstring(reader.get(f"/sitemap/{name}.xml").content)
    for name in ("findings", "claims", "reports", "actors"):
        assert json.loads(reader.get(f"/api/v1/{name}").content)["data"]


@pytest.mark.parametrize(
    "address",
    ["/findings/?format=csv", "/reports/?format=csv", "/search/?q=fighters&format=csv", "/forces/?format=csv",
     "/outlets/?format=csv", "/exports/claims.csv", "/exports/findings.csv"],
)  # fmt: skip
def test_no_cell_of_a_file_is_a_formula(reader: Client, address: str) -> None:
    """Each cell begins as text, in a spreadsheet of any language, and every row has the columns of the head."""
    text = b"".join(reader.get(address)).decode()  # type: ignore[call-overload]
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) > len(MORE) and {len(row) for row in rows} == {len(rows[0])}
    assert not any(cell.lstrip().startswith(tuple("=+-@\uff1d\uff0b\uff0d\uff20")) for row in rows for cell in row)


def test_who_reads_whole_texts_is_safe_too(reader: Client) -> None:
    """The whole text of a hostile report, shown to people with a role, is words."""
    person = editor_of("reader-of-full-text".split("-")[0])
    shell = set(ours(person.get("/nowhere/").content.decode()))
    for line in ledger.reports(limit=100):
        page = person.get(f"/reports/{line.id}/").content.decode()
        assert all(one in shell or one[1].startswith("/") or one == ("script", "") for one in ours(page)), line.id


@pytest.mark.parametrize(
    "address",
    [*ADDRESSES, "", None, "java\tscript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "file:///etc/passwd", "http:x",
     "https:///x", "http://[", "\x01http://a.example", "http:\\\\evil.example", "ftp://a.example/x"],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(address: str | None) -> None:
    """What a browser would run, read from its disk or resolve against our own site is no link."""
    assert web_address(address) is None
    assert web_address("https://post.example/a?b=ü#c") == "https://post.example/a?b=ü#c"


def test_what_was_typed_stays_typed() -> None:
    """In a field of a form every mark that somebody typed comes back; elsewhere it is left out."""
    field = '<textarea name="wrong">a\u202eb</textarea><input value="\u2066c">'
    assert straightened(f"<p>a\u202eb</p>{field}<p>\u2069</p>") == f"<p>ab</p>{field}<p></p>"


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\uff1d1", "\uff20x"]
)
def test_a_formula_is_marked_as_text(cell: str) -> None:
    """Signs that begin a formula count behind blanks and in full width too."""
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize(("value", "cell"), [(-5.25, "-5.25"), (-3, "-3"), (None, ""), ("a=b", "a=b"), ("1-2", "1-2")])
def test_what_is_no_formula_stays_as_it_is(value: object, cell: str) -> None:
    """A longitude west of Greenwich is a number and no formula; nor is a sign inside a word."""
    assert safe_cell(value) == cell
