"""The fast reader: which part of an HTML page is its article, by where its paragraphs stand.

It gives up (None) where it is not sure; `precise_body` is asked then.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_DROPPED = [
    "script", "style", "noscript", "nav", "footer", "iframe", "svg", "button", "select", "textarea", "template",
    "object", "embed", "canvas", "dialog", "audio", "video", "input", "label", "amp-ad", "amp-social-share",
]  # fmt: skip
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|promo\w*|newsletter\w*|subscri\w*|signup|sign-up|share\w*|sharing|social"
    r"|sidebar|side-bar|comments?|disqus|footer|foot|nav\w*|menu|breadcrumbs?|pagination|pager|tags?|tag-list|taglist"
    r"|advert\w*|ads?|ad-\w+|sponsor\w*|outbrain|taboola|popular|trending|most-read|read-?more|more-\w+|widget\w*"
    r"|author-?(?:bio|box|info|card|desc\w*)?|bio|byline\w*|dateline|meta|metadata|post-meta|entry-meta|credits?|copyright"
    r"|cookie\w*|consent|modal|popup|overlay|hidden|print-only|visually-hidden|sr-only|screen-reader-text|correction-form"
    r"|disclaimer|teaser\w*|carousel|gallery|slideshow|toc|login|paywall|donat\w*|rating|poll|quiz|infobox|factbox"
    r"|article-footer|post-footer|jp-relatedposts|sharedaddy|reply|respond|wp-caption-text|alert|breaking)(?:$|[\s_-])",
    re.I,
)
_SURE_NOISE = re.compile(
    r"(?:^|[\s_-])(?:footer|cookies?|cli|gdpr|consent|comments?|disqus|related|recommended|newsletter|sidebar|modal|popup)"
    r"(?:$|[\s_-])",
    re.I,
)
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
))  # fmt: skip
LINKED_HEADING = "h2 a[href], h3 a[href], h4 a[href], h5 a[href], a[href] h2, a[href] h3, a[href] h4"
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MARKUP = re.compile(r"\A<\w+\s[^<>]*=[^<>]*(?:>|\Z)")  # markup written out as text: a tracker's, a widget's
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"  # not the joiners, which Persian is written with
_GOOD = 40  # characters: shorter paragraphs do not say where the article stands
_LEAST = 250  # characters of an article below which we are not sure
_COVER = 0.85  # share of the page's clean text that its article holds
_MOST = 0.4  # share of a page's text that what is named like furniture may hold and still be it
_ALWAYS = 0.85  # the same for names that nobody gives to the wrapper of an article


class Piece(NamedTuple):
    """A block of an article on its way to a report: "paragraph", "heading" or "caption", and its text."""

    kind: str
    text: str


class _Block(NamedTuple):
    """A block element (or its stretch between two line breaks) with the text that stands right in it."""

    node: LexborNode
    text: str
    linked: int

    @property
    def good(self) -> bool:
        return len(self.text) >= _GOOD and self.linked < 0.5 * len(self.text) and self.node.tag not in _HEADINGS


def squeeze(text: str) -> str:
    """Return a text with every run of white space as one space, none at its ends, and no invisible break marks."""
    for mark in _INVISIBLE:
        if mark in text:
            text = text.replace(mark, "")
    return " ".join(text.split())


def text_of(node: LexborNode) -> str:
    """Return the text of a node, its inner blocks parted by a space and its inline marks by nothing."""
    return " ".join(block.text for block in _blocks(node))


def read_body(tree: LexborHTMLParser) -> list[Piece] | None:
    """Return the article's pieces in order, or None where the page leaves a doubt. Changes the tree."""
    tree.strip_tags(_DROPPED)
    if tree.body is None:
        return None
    blocks = _blocks(tree.body)
    layout = _Layout(blocks)
    container = layout.container()
    if container is None:
        return None
    pieces = _pieces(blocks, container, layout)
    return pieces if _sure(pieces, container) else None


def _blocks(body: LexborNode) -> list[_Block]:
    """Gather the text nodes of a page by the block element they stand in, in the order of the page."""
    gathered: list[tuple[LexborNode, list[str], list[int]]] = []
    last = None
    for node in body.traverse(include_text=True):
        if node.tag == "br":
            last = None
            continue
        if node.tag != "-text":
            continue
        text = node.text_content or ""
        block, linked = _block_of(node)
        if block is None or (last != block.mem_id and not text.strip()):
            continue
        if last != block.mem_id:
            gathered.append((block, [], []))
            last = block.mem_id
        gathered[-1][1].append(text)
        gathered[-1][2].append(len(text) if linked else 0)
    return [_Block(node, squeeze("".join(parts)), sum(linked)) for node, parts, linked in gathered]


def _block_of(node: LexborNode) -> tuple[LexborNode | None, bool]:
    linked = False
    block = node.parent
    while block is not None and block.tag in _INLINE:
        linked = linked or block.tag == "a"
        block = block.parent
    return block, linked


class _Layout:
    """Where the text of a page stands: how much each of its nodes holds, and which of them are furniture."""

    def __init__(self, blocks: list[_Block]) -> None:
        self._good = [block for block in blocks if block.good]
        self._paths: dict[int, tuple[int, ...]] = {}
        self._held = self._weigh(self._good)
        self._count = Counter(key for block in self._good for key in self._holders(block))
        self._total = sum(len(block.text) for block in self._good)
        self._noise: dict[int, bool] = {}

    def _weigh(self, blocks: list[_Block]) -> dict[int, int]:
        held: dict[int, int] = {}
        for block in blocks:
            size = len(block.text)
            for key in self._holders(block):
                held[key] = held.get(key, 0) + size
        return held

    def _holders(self, block: _Block) -> tuple[int, ...]:
        """The nodes that hold a block, from the inside out (a paragraph's own element is none)."""
        node = block.node if block.node.tag != "p" else block.node.parent
        if node is None:
            return ()
        if node.mem_id not in self._paths:
            self._paths[node.mem_id] = tuple(_upwards(node))
        return self._paths[node.mem_id]

    def noisy(self, node: LexborNode | None) -> bool:
        """Whether a node or one of its ancestors is named as furniture, and does not hold most of the page."""
        path: list[int] = []
        verdict = False
        while node is not None and node.tag not in ("body", "html"):
            known = self._noise.get(node.mem_id)
            if known is not None:
                verdict = known
                break
            path.append(node.mem_id)
            limit = _noise_limit(node) or (_MOST if self._is_teaser(node) else 0.0)
            if limit and self._held.get(node.mem_id, 0) <= limit * self._total:
                verdict = True
                break
            node = node.parent
        self._noise.update(dict.fromkeys(path, verdict))
        return verdict

    def _is_teaser(self, node: LexborNode) -> bool:
        """Whether a node is one link, or one paragraph under a heading that links elsewhere."""
        if node.tag == "a":
            return "href" in node.attributes
        return self._count.get(node.mem_id) == 1 and node.tag != "p" and node.css_first(LINKED_HEADING) is not None

    def container(self) -> LexborNode | None:
        """The deepest node that holds nearly all of the text that is no furniture; None for too little of it."""
        clean = [block for block in self._good if not self.noisy(block.node)]
        total = sum(len(block.text) for block in clean)
        if total < _LEAST:
            return None
        held = self._weigh(clean)
        node: LexborNode | None = max(clean, key=lambda block: len(block.text)).node
        while node is not None and held.get(node.mem_id, 0) < _COVER * total:
            node = node.parent
        return node


def _upwards(node: LexborNode | None) -> Iterator[int]:
    while node is not None:
        yield node.mem_id
        node = node.parent


def _noise_limit(node: LexborNode) -> float:
    """The share of a page's text up to which a node counts as furniture, by its name; 0 for one of no such name."""
    if node.tag == "aside":
        return _ALWAYS
    attributes = node.attributes
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if name == " ":
        return 0.0
    return _ALWAYS if _SURE_NOISE.search(name) else _MOST if _NOISE.search(name) or "hidden" in attributes else 0.0


def _pieces(blocks: list[_Block], container: LexborNode, layout: _Layout) -> list[Piece]:
    pieces = []
    for block in blocks:
        tag = block.node.tag or ""
        if not block.text or not _inside(block.node, container) or layout.noisy(block.node):
            continue
        if block.linked > (0.9 if tag == "p" else 0.5) * len(block.text) or _MARKUP.match(block.text):
            continue
        kind = "heading" if tag in _HEADINGS else "caption" if _in_caption(block.node) else "paragraph"
        pieces.append(Piece(kind, block.text))
    return pieces


def _inside(node: LexborNode | None, container: LexborNode) -> bool:
    while node is not None:
        if node.mem_id == container.mem_id:
            return True
        node = node.parent
    return False


def _in_caption(node: LexborNode | None) -> bool:
    steps = 0
    while node is not None and steps < 4:
        if node.tag in ("figcaption", "figure", "blockquote", "table"):
            return node.tag in ("figcaption", "figure")
        node, steps = node.parent, steps + 1
    return False


def _sure(pieces: list[Piece], container: LexborNode) -> bool:
    size = sum(len(p.text) for p in pieces)
    several = len(container.css("h1")) > 2 or len(container.css("article")) > 3
    return not several and size >= max(_LEAST, 0.6 * len(squeeze(container.text())))
