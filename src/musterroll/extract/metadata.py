"""What an HTML page says of its article: title, outlet, dates, section, authors and address."""

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from musterroll.extract.body import squeeze
from musterroll.extract.days import day_in_url, moment_of, publishers_day
from musterroll.extract.linked_data import Node, article_node, as_list, as_text, linked_data, types_of
from musterroll.records import Moment
from musterroll.reference import agency_named, outlet_at

_PUBLISHED = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "date.published",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publishdate", "publish-date", "publish_date",
    "published_time", "published", "pubdate", "article.published", "dc.date.issued", "dcterms.created",
    "dcterms.issued", "dc.date.created", "dc.date", "date.release", "originalpublicationdate", "article_date_original",
    "bt:pubdate", "ptime", "rnews:datepublished", "article.created", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "last-modified", "lastmod",
    "dcterms.modified", "article.updated", "modified_time", "dc.date.modified",
)  # fmt: skip
_AUTHORS = ("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author")
_BYLINES = (
    "[rel=author]", "[itemprop=author] [itemprop=name]", "[itemprop=author]", ".byline-name", ".author-name",
    ".byline__name", ".byline", "[class*=byline]", ".author",
)  # fmt: skip
_OPINION = re.compile(
    r"\b(?:opinions?|op-?eds?|editorials?|columns?|columnists?|commentary|comment|viewpoints?|commentisfree|perspectives?)\b",
    re.I,
)
_OPINION_PATH = re.compile(
    r"/(?:opinions?|op-?eds?|editorials?|columns?|columnists?|commentary|comment|commentisfree|viewpoints?)(?:/|\Z)",
    re.I,
)
_OPINION_TITLE = re.compile(r"\A(?:opinion|op-ed|editorial|comment|commentary|viewpoint)\s*[:|]", re.I)
_SUFFIX = re.compile(r"\s+[|–—\-»·:]\s+")


@dataclass(frozen=True)
class Facts:
    """What a page says of its article; None or empty for what it does not say. `body` is JSON-LD's, if free."""

    title: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    url: str | None = None
    outlet: str | None = None
    section: str | None = None
    opinion: bool = False
    types: tuple[str, ...] = ()
    form: str | None = None
    body: str | None = None


def read_facts(tree: LexborHTMLParser, url: str | None, today: date) -> Facts:
    """Return what a page's JSON-LD, meta tags, `<time>` and address say, in that order. Reads the unchanged tree."""
    nodes = linked_data(tree)
    node = article_node(nodes)
    metas = _metas(tree)
    own = _own_address(tree, metas, url)
    outlet = _outlet(nodes, node, metas, own)
    section = _section(node, metas)
    title = _title(tree, node, metas, outlet)
    return Facts(
        title=title,
        description=as_text(node.get("description")) or _first(metas, ("og:description", "description")),
        authors=_authors(tree, node, metas),
        published=_published(tree, node, metas, own or url, today),
        modified=_modified(node, metas, today),
        url=own,
        outlet=outlet,
        section=section,
        opinion=_is_opinion(node, section, own or url or "", title or ""),
        types=tuple(kind for n in nodes for kind in types_of(n)),
        form=_first(metas, ("og:type",)),
        body=_stated_body(node),
    )


def _stated_body(node: Node) -> str | None:
    """The article as JSON-LD tells it, for pages that only a browser fills; not where it is for subscribers."""
    free = str(node.get("isAccessibleForFree", "true")).lower() not in ("false", "no")
    body = node.get("articleBody")
    return unescape(re.sub(r"<[^<>]{0,500}>", " ", body)) if free and isinstance(body, str) else None


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        content = squeeze(attributes.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (attributes.get(key) or "").strip().casefold()
            if name and content:
                metas.setdefault(name, content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((unescape(metas[name]) for name in names if metas.get(name)), None)


def _own_address(tree: LexborHTMLParser, metas: dict[str, str], url: str | None) -> str | None:
    link = tree.css_first("link[rel=canonical]")
    stated = (link.attributes.get("href") if link else None) or metas.get("og:url")
    try:
        address = urljoin(url or "", (stated or "").strip()) if stated else None
        parts = urlsplit(address or "")
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not parts.netloc or (url and parts.path in ("", "/")):
        return url
    return address


def _outlet(nodes: list[Node], node: Node, metas: dict[str, str], url: str | None) -> str | None:
    named = _first(metas, ("og:site_name",)) or as_text(node.get("publisher"))
    if not named:
        websites = (n for n in nodes if {"WebSite", "NewsMediaOrganization"} & set(types_of(n)))
        named = next((name for n in websites if (name := as_text(n.get("name")))), None)
    named = re.split(r"\s+[|•·]\s+", named or "")[0].strip()
    if named and len(named) <= 60 and not named.startswith(("http", "@")):
        return named
    known = outlet_at(urlsplit(url).hostname or "") if url else None
    return known.name if known else None


def _section(node: Node, metas: dict[str, str]) -> str | None:
    stated = as_text(node.get("articleSection")) or _first(metas, ("article:section", "parsely-section", "section"))
    return stated if stated and len(stated) <= 60 and not stated.startswith("http") else None


def _is_opinion(node: Node, section: str | None, url: str, title: str) -> bool:
    if "OpinionNewsArticle" in types_of(node) or _OPINION_TITLE.match(title):
        return True
    return bool(_OPINION.search(section or "")) or bool(_OPINION_PATH.search(urlsplit(url).path))


def _title(tree: LexborHTMLParser, node: Node, metas: dict[str, str], outlet: str | None) -> str | None:
    heads = [squeeze(head.text()) for head in tree.css("h1")]
    stated = as_text(node.get("headline")) or _first(metas, ("og:title", "twitter:title"))
    written = tree.css_first("title")
    whole = squeeze(unescape(stated or (written.text() if written else "")))
    printed = next((head for head in heads if head and (whole.startswith(head) or head == whole)), None)
    if printed and len(printed) >= 10:
        return printed
    if stated:
        return _without_site(whole, outlet) or None
    return (heads[0] if len(heads) == 1 and heads[0] else _without_site(whole, outlet)) or None


def _without_site(title: str, outlet: str | None) -> str:
    """Take the site's name off a title: the last part after a bar or dash, if it is the outlet's or short."""
    parts = _SUFFIX.split(title)
    if len(parts) < 2:
        return title
    tail = parts[-1].casefold()
    if outlet and (tail in outlet.casefold() or outlet.casefold() in tail):
        return title[: title.rindex(parts[-1])].rstrip(" |–—-»·:")
    bars = re.search(r"\s+[|»]\s+[^|»]{2,40}\Z", title)
    return title[: bars.start()] if bars else title


def _authors(tree: LexborHTMLParser, node: Node, metas: dict[str, str]) -> tuple[str, ...]:
    stated = [name for item in as_list(node.get("author")) for name in _author_names(item)]
    named = [metas[name] for name in _AUTHORS if metas.get(name) and not metas[name].startswith("http")][:1]
    return tuple(stated or named or _printed_authors(tree))


def _author_names(item: object) -> list[str]:
    if isinstance(item, dict):
        names = [name for name in as_list(item.get("name")) if isinstance(name, str)]
        return [name for name in names if "Person" in types_of(item) or not types_of(item) or agency_named(name)]
    return [item] if isinstance(item, str) and not item.startswith("http") else []


def _printed_authors(tree: LexborHTMLParser) -> list[str]:
    for selector in _BYLINES:
        names = [squeeze(found.text(separator=" ")) for found in tree.css(selector)[:4]]
        names = [name for name in names if 1 < len(name) <= 120]
        if names:
            return names
    return []


def _published(
    tree: LexborHTMLParser, node: Node, metas: dict[str, str], url: str | None, today: date
) -> Moment | None:
    stated = [
        _moment(as_text(node.get("datePublished")) or as_text(node.get("dateCreated")), "json-ld", today),
        *(_moment(metas[name], "meta", today) for name in _PUBLISHED if name in metas),
        *_times(tree, today),
        day_in_url(url, today) if url else None,
    ]
    known = [moment for moment in stated if moment is not None]
    return publishers_day(known[0], known[1:]) if known else None


def _moment(text: str | None, basis: str, today: date) -> Moment | None:
    return moment_of(text, basis, today) if text else None


def _times(tree: LexborHTMLParser, today: date) -> list[Moment | None]:
    """The `<time>` that says it is the publication, or the first on the page where no other day is near it."""
    marked = tree.css("time[itemprop=datePublished], time[pubdate], [itemprop=datePublished][datetime]")
    nodes = marked or tree.css("article time[datetime], main time[datetime]") or tree.css("time[datetime]")
    return [_moment(found.attributes.get("datetime") or found.text(), "time", today) for found in nodes[:1]]


def _modified(node: Node, metas: dict[str, str], today: date) -> Moment | None:
    stated = _moment(as_text(node.get("dateModified")), "json-ld", today)
    found = (_moment(metas[name], "meta", today) for name in _MODIFIED if name in metas)
    return stated or next((moment for moment in found if moment is not None), None)
