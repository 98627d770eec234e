"""JSON-LD: what a page says of itself for search engines, however badly it writes it."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_ARTICLES = frozenset((
    "NewsArticle", "ReportageNewsArticle", "Article", "OpinionNewsArticle", "AnalysisNewsArticle", "BlogPosting",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "AskPublicNewsArticle", "Report", "TechArticle",
    "SatiricalArticle", "AdvertiserContentArticle", "ScholarlyArticle", "SocialMediaPosting",
))  # fmt: skip
_COMMENT = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*\Z")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_FIELD = re.compile(r'"(@type|datePublished|dateModified|articleSection)"\s*:\s*"((?:[^"\\\n]|\\.){1,300})"')
_DEEPEST = 12

Node = dict[str, Any]


def linked_data(tree: LexborHTMLParser) -> list[Node]:
    """Return every JSON-LD object of a page, `@graph` and lists opened; broken JSON gives what can be read of it."""
    nodes: list[Node] = []
    for script in tree.css('script[type*="ld+json"]'):
        nodes.extend(_objects(_parse(script.text() or ""), 0))
    return nodes


def article_node(nodes: list[Node]) -> Node:
    """Return the object that describes the article, or an empty one."""
    articles = [node for node in nodes if _ARTICLES & set(types_of(node))]
    dated = [node for node in articles if node.get("datePublished")]
    return next(iter(dated or articles), {})


def types_of(node: Node) -> list[str]:
    """Return the types of a JSON-LD object, without their namespace."""
    return [str(kind).rsplit("/", 1)[-1] for kind in as_list(node.get("@type"))]


def as_list(value: Any) -> list[Any]:
    """Return a value that may be one, many or missing as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def as_text(value: Any) -> str | None:
    """Return the words of a value: a string, an object's name, the first of a list; None for anything else."""
    for item in as_list(value):
        if isinstance(item, dict):
            item = item.get("name") or item.get("@value")
        if isinstance(item, str) and item.strip():
            return unescape(re.sub(r"<[^<>]{0,200}>", "", item)).strip()
    return None


def _parse(text: str) -> Any:
    text = _COMMENT.sub("", text).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _salvage(text)


def _salvage(text: str) -> Node:
    """The plain fields of JSON that no parser reads; not its words, which broke it (a bare quotation mark)."""
    found: Node = {}
    for field, value in _FIELD.findall(text):
        found.setdefault(field, value.replace("\\/", "/").replace('\\"', '"'))
    return found


def _objects(value: Any, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _objects(value.get(key), depth + 1)
