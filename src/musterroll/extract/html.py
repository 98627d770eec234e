"""HTML pages: the tree once, its facts, its body, and what is kept apart."""

import re
from dataclasses import replace
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from musterroll.extract.assembly import SortedPieces, dateline_of, sort_pieces
from musterroll.extract.body import Piece, read_body, squeeze, text_of
from musterroll.extract.days import day_line, moment_of
from musterroll.extract.inferred_day import inferred_day
from musterroll.extract.metadata import Facts, read_facts
from musterroll.extract.precise_body import read_body_precisely
from musterroll.extract.refusals import refuse_what_is_no_report
from musterroll.records import Moment
from musterroll.records.errors import NoArticle, Unreadable

_MANY_TAGS = 40_000
_DEEPEST = 2_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li",
))  # fmt: skip
_NESTING = re.compile(
    r"</?(?!(?:p|h[1-6]|title|meta|link|script|style|br|time|head|body|html)[\s/>])[a-zA-Z][^<>]*>", re.I
)
_STANDFIRST = ", ".join((
    "[class*=standfirst]", "[class*=subheadline]", "[class*=sub-headline]", "[class*=article-subtitle]", "h2.subtitle",
    "p.subtitle", "[class*=article__dek]", ".dek", "[itemprop=alternativeHeadline]", "p.article-summary",
    "[class*=article__summary]", "[class*=article-lead]", "p.lead-text", "[data-testid=standfirst]",
))  # fmt: skip
_MANY = 60  # captions: a gallery has more, and is no report
_TOLD_ELSEWHERE = 0.3  # share of the body in a page's JSON-LD below which what the page prints is not its article
_CAPTIONS = "figcaption, .wp-caption-text, .caption, .image-caption, .photo-caption"


def read_html(html: str, url: str | None, today: date) -> tuple[Facts, SortedPieces]:
    """Return what an HTML page says of its article and the article's pieces, sorted.

    Raises NoArticle or LoginWall where there is no article, Unreadable where the parser gives up.
    """
    html = _unnested(html)
    tree = _parsed(html)
    if tree.body is None:
        raise NoArticle("the page has no body")
    facts = read_facts(tree, url, today)
    standfirst = _standfirst(tree, facts)
    captions = _captions(tree)
    pieces = read_body(tree)
    if pieces is None:
        pieces = read_body_precisely(html) or _short_body(tree)
    if sum(len(piece.text) for piece in pieces) < len(facts.body or "") * _TOLD_ELSEWHERE:
        pieces = [Piece("paragraph", text) for line in (facts.body or "").splitlines() if (text := squeeze(line))]
    facts, pieces = _dated(facts, pieces, today)
    kept = sort_pieces(_arranged(standfirst, captions, pieces), facts.title)
    refuse_what_is_no_report(kept, facts, tree)
    return (facts if facts.published else replace(facts, published=_told_otherwise(kept, html, today))), kept


def _parsed(html: str) -> LexborHTMLParser:
    try:
        return LexborHTMLParser(html)
    except SelectolaxError as error:
        raise Unreadable("the HTML parser gives up on the page") from error


def _unnested(html: str) -> str:
    """Take the nesting tags out of a page nested thousands deep: no reader gets through it in time."""
    if html.count("<") < _MANY_TAGS:
        return html
    depth = deepest = 0
    for closing, tag in _TAG.findall(html):
        if tag.lower() not in _VOID:
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return _NESTING.sub("\n", html) if deepest > _DEEPEST else html


def _dated(facts: Facts, pieces: list[Piece], today: date) -> tuple[Facts, list[Piece]]:
    """Take lines that only state a day off the head of an article, for a page that states it nowhere else."""
    head = [(piece, day_line(piece.text, today)) for piece in pieces[:4]]
    day = next((moment for _, moment in head if moment), None)
    rest = [piece for piece, moment in head if moment is None]
    return replace(facts, published=facts.published or day), [*rest, *pieces[4:]]


def _standfirst(tree: LexborHTMLParser, facts: Facts) -> str | None:
    for node in tree.css(_STANDFIRST)[:4]:
        text = text_of(node)
        if 25 <= len(text) <= 500 and text != facts.title:
            return text
    return _described(tree, facts)


def _described(tree: LexborHTMLParser, facts: Facts) -> str | None:
    """The page's description, where it is printed as a heading or line of its own under the title."""
    head = tree.css_first("h1")
    if head is None or not facts.description:
        return None
    node: LexborNode | None = head
    for _ in range(3):
        node = node.next if node is not None else None
        while node is not None and not node.is_element_node:
            node = node.next
        if (
            node is not None
            and node.tag in ("h2", "h3", "p", "div")
            and squeeze(node.text()) == squeeze(facts.description)
        ):
            return squeeze(node.text())
    return None


def _captions(tree: LexborHTMLParser) -> list[str]:
    """The captions of the article's own figures (not those of teasers, which link elsewhere)."""
    found: dict[str, None] = {}
    for node in tree.css(_CAPTIONS)[:_MANY]:
        text = text_of(node)
        link = node.css_first("a[href]")
        linked = link is not None and link.text(strip=True) == text
        if text and len(text) <= 600 and not linked and not _in_furniture(node):
            found[text] = None
    return list(found)


def _in_furniture(node: LexborNode | None) -> bool:
    while node is not None:
        if node.tag in ("aside", "nav", "footer", "li"):
            return True
        node = node.parent
    return False


def _arranged(standfirst: str | None, captions: list[str], pieces: list[Piece]) -> list[Piece]:
    """Standfirst, captions and paragraphs in that order, nothing twice."""
    first = [Piece("standfirst", standfirst)] if standfirst else []
    apart = [*captions, standfirst or ""]
    rest = [p for p in pieces if p.kind != "caption" and not any(p.text in text for text in apart)]
    return [*first, *(Piece("caption", text) for text in captions), *rest]


def _short_body(tree: LexborHTMLParser) -> list[Piece]:
    """The paragraphs of a page too small for either reader."""
    body = tree.body
    nodes = body.css("article p, main p") or body.css("p") if body is not None else []
    texts = (squeeze(node.text()) for node in nodes)
    return [Piece("paragraph", text) for text in texts if len(text) >= 20]


def _told_otherwise(kept: SortedPieces, html: str, today: date) -> Moment | None:
    """The day of a dateline with its year, else what htmldate infers from the markup."""
    place, _ = dateline_of(kept.body)
    return (moment_of(place, "dateline", today) if place else None) or inferred_day(html, today)
