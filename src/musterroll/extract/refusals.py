"""Why a page is no report: an index, a login wall, a page that only a browser could fill."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from musterroll.extract.assembly import SortedPieces
from musterroll.extract.body import LINKED_HEADING, squeeze
from musterroll.extract.metadata import Facts
from musterroll.records.errors import LoginWall, NoArticle

_WALL = re.compile(
    r"subscribe (?:now )?to (?:continue|keep|read)|(?:log|sign) ?in to (?:continue|keep|read|view|access)"
    r"|already (?:a subscriber|have an account|registered)|create (?:a|your) (?:free )?account to"
    r"|register (?:for free )?to (?:continue|keep|read)|to (?:continue|keep) reading"
    r"|(?:article|content|story) is (?:for|only available to|reserved for|exclusive to)"
    r" (?:our )?(?:subscribers|members)"
    r"|for subscribers only|subscribers? only|you(?:'|’)?(?:ve| have) reached (?:your|the) (?:free )?(?:article )?limit"
    r"|réservé aux abonnés|pour lire la suite|este contenido es exclusivo",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?…。؟۔।]|[.!?]”")
_LISTS = "the page lists other pages and has no article of its own"
_GOES_ON = 260  # characters of a paragraph that is no teaser
_CARD = 600  # characters of a teaser with its heading
_MANY = 200  # cards and paragraphs that are compared: on a longer page the first ones tell
_ENOUGH = 200  # characters of paragraphs that make an article without a doubt


def refuse_what_is_no_report(kept: SortedPieces, facts: Facts, tree: LexborHTMLParser) -> None:
    """Raise LoginWall or NoArticle, with the reason in words, where the pieces found make no article."""
    told = [piece.text for piece in kept.body if piece.kind == "paragraph"]
    size = sum(len(text) for text in told)
    if size >= _ENOUGH and _claims_article(facts) and any(_SENTENCE_END.search(text) for text in told):
        return
    visible = squeeze(tree.body.text(separator=" ")) if tree.body is not None else ""
    if size < _ENOUGH and ("subscription" in kept.kinds or _WALL.search(visible)):
        raise LoginWall("the page asks for a login or a subscription in place of its article")
    listing = not _claims_article(facts) and _lists_others(told, visible, tree)
    if listing and (size < _ENOUGH or max(map(len, told)) < _GOES_ON):
        raise NoArticle(_LISTS)
    if not any(_SENTENCE_END.search(text) for text in told):
        raise NoArticle(_LISTS if listing else _reason(visible, tree))


def _claims_article(facts: Facts) -> bool:
    if facts.published is not None and facts.published.basis in ("json-ld", "meta"):
        return True
    return facts.form == "article" or any(kind.endswith(("Article", "Posting")) for kind in facts.types)


def _lists_others(told: list[str], visible: str, tree: LexborHTMLParser) -> bool:
    """Whether a page lists others: most of its words are links, or its paragraphs stand under linked headings."""
    if not told:
        return False
    if sum(len(link.text(strip=True)) for link in tree.css("a[href]")) > 0.6 * len(visible):
        return True
    teasers = " ".join(_around(heading) for heading in tree.css(LINKED_HEADING)[:_MANY])
    some = told[:_MANY]
    return sum(len(text) for text in some if text in teasers) > 0.6 * sum(map(len, some))


def _around(heading: LexborNode) -> str:
    """The text of the card that a linked heading heads."""
    card, text = heading.parent, squeeze(heading.text())
    for _ in range(3):
        wider = squeeze(card.text(separator=" ")) if card is not None else ""
        if card is None or len(wider) > _CARD:
            break
        card, text = card.parent, wider
    return text


def _reason(visible: str, tree: LexborHTMLParser) -> str:
    if tree.css_first('meta[http-equiv="refresh" i]') is not None and len(visible) < 400:
        return "the page only sends the browser on to another address"
    if tree.css_first("a[href]") is None and len(visible) < 200:
        return "the page holds no text of its own (it may need a browser to fill it)"
    return "no paragraph of an article was found on the page"
