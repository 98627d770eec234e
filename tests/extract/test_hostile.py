"""The extractor on hostile input: a report whose spans hold, or a named error; never a crash, never a hang."""

import json
import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musterroll.extract import extract_report
from musterroll.records import Page
from musterroll.records.errors import NoArticle, PageError
from tests.extract.spans import assert_spans_hold

TODAY = date(2021, 6, 30)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.sampled_from(
    [
        "The garrison at Qasr Tamira received fuel.",
        "By Amira Haddou",
        "(Reuters) -",
        "TRIPOLI, June 9 (AFP) —",
        "[Photo: X]",
        "You might also like",
        "2021-06-09",
        "“Go,” he said.",
        "\u202eقافلتان\u202c",
        "\x00",
        "\ufeff",
        "U.S.",
        "…",
        "\u2028",
        "\x85",
        "Read more",
        "a" * 500,
        "Lt. Gen.",
        "[1]",
        "No. 3",
        "\ud83d\ude00",
        "&#0;",
        "&#xD800;",
        "&nbsp;",
        "\u00a0",
    ]
)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='related'>",
        "</div>",
        "<article>",
        "<h1>",
        "</h1>",
        "<br>",
        "<li>",
        "<figcaption>",
        "<table><td>",
        "<script type='application/ld+json'>",
        "</script>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<time datetime='0001-01-01'>",
        "<b",
        "<a href=x>",
        "<meta property='article:published_time' content='9999-99-99T99:99:99+99:99'>",
        "<title>",
        "<svg>",
        "<template>",
        "<base href='//['>",
        "<link rel=canonical href='http://[::1'>",
        "<meta name=author content='A B, C D'>",
        "</body>",
        "<frameset>",
        "<textarea>",
    ]
)
SOUP = st.lists(WORDS | TAGS | st.text(max_size=20), max_size=60).map(" ".join)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["2021-06-09", "NewsArticle"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@graph",
                    "headline",
                    "author",
                    "name",
                    "datePublished",
                    "publisher",
                    "articleSection",
                    "description",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


def check(page: Page) -> None:
    try:
        report = extract_report(page, today=TODAY)
    except PageError as refused:
        assert str(refused)
        return
    assert_spans_hold(report)
    if report.published is not None:
        assert "1990-01-01" <= report.published.day <= "2021-07-01"


@QUICK
@given(
    body=st.binary(max_size=400),
    kind=st.sampled_from(["html", "text"]),
    charset=st.sampled_from([None, "utf-8", "utf-16", "x", "hex"]),
)
def test_any_bytes_give_a_report_or_a_page_error(body: bytes, kind: str, charset: str | None) -> None:
    """Arbitrary bytes never raise anything but a PageError, and every report's spans hold."""
    check(Page(body, "x", kind, charset=charset))


@QUICK
@given(soup=SOUP, kind=st.sampled_from(["html", "text"]), encoding=st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_any_soup_of_tags_and_news_gives_a_report_or_a_page_error(soup: str, kind: str, encoding: str) -> None:
    """Broken markup, furniture and odd characters in any order are read or refused by name."""
    check(Page(soup.encode(encoding, errors="surrogatepass"), "x.html", kind, url="https://example.org/2021/06/09/x"))


@QUICK
@given(soup=SOUP)
def test_any_markdown_gives_a_report_or_a_page_error(soup: str) -> None:
    """Markdown of any kind is read or refused by name."""
    check(
        Page(
            ("# A title of words\n\n" + soup.replace(" ", "\n")).encode("utf-8", errors="surrogatepass"), "x.md", "text"
        )
    )


@QUICK
@given(data=JSON)
def test_any_linked_data_is_survived(data: object) -> None:
    """JSON-LD of any shape leaves the article readable."""
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    body = (
        "<article><h1>A title</h1>"
        + "<p>The garrison received two convoys of fuel on Monday, it said.</p>" * 6
        + "</article>"
    )
    check(Page(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "x", "html"))


@QUICK
@given(text=st.text(max_size=300))
def test_a_record_is_kept_verbatim(text: str) -> None:
    """A record's text stays character for character what it was, lone surrogates included."""
    page = Page(text.encode("utf-8", errors="surrogatepass"), "r:1", "record")
    if text.strip():
        report = extract_report(page, today=TODAY)
        assert report.text == text
        assert_spans_hold(report)
    else:
        with pytest.raises(PageError):
            extract_report(page, today=TODAY)


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table><tr><td", "ul><li", "font", "x-y"])
def test_fifty_thousand_nested_tags_are_no_harm(tag: str) -> None:
    """A page nested 50,000 deep is read, or refused, within seconds."""
    started = time.monotonic()
    soup = f"<{tag}>" * 50_000 + "<p>The garrison received two convoys of fuel on Monday, the command said.</p>" * 5
    check(Page(soup.encode(), "x", "html"))
    assert time.monotonic() - started < 15


def test_a_page_of_megabytes_is_read_in_seconds() -> None:
    """Size alone does not stop the extractor."""
    started = time.monotonic()
    soup = "<p>The garrison received two convoys of fuel on Monday, the command said in a statement.</p>\n" * 20_000
    check(Page(soup.encode(), "x", "html"))
    check(Page(soup.replace("<p>", "").replace("</p>", "").encode() * 2, "x", "text"))
    assert time.monotonic() - started < 30


def test_one_endless_line_is_read_in_seconds() -> None:
    """No pattern takes time that grows with the square of a line."""
    started = time.monotonic()
    for piece in (
        "a ",
        "A. ",
        "(",
        "[Photo: ",
        "A/",
        "- ",
        ", ",
        "2021-",
        "January 1, ",
        "“",
        "U.S. ",
        "<",
        "&",
        "\t\n ",
        "By A B, ",
        "*",
        "![",
        "# ",
    ):
        for kind in ("html", "text", "record"):
            check(Page(("Title of a page\n\n" + piece * (120_000 // len(piece))).encode(), "x.md", kind))
    assert time.monotonic() - started < 60


def test_a_stylesheet_is_no_article() -> None:
    """Text without a sentence under HTML's name is refused."""
    with pytest.raises(NoArticle):
        extract_report(Page(b"<style>body { color: red }</style><div>menu</div>", "x", "html"))
