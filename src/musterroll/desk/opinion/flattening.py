"""HTML from anywhere, made small before it is cleaned: known tags alone, each closed, none deep.

A parser that follows the standard takes minutes over a megabyte of nested tags. This goes through it once, whatever it
holds, and keeps no promise but this: what it gives is balanced and shallow. What is safe is decided by who cleans it.
"""

import re
from collections.abc import Iterator
from html import escape, unescape

TAGS = {
    "p", "br", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "a", "sup", "sub", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
AS = {
    "h1": "h2", "h5": "h4", "h6": "h4", "b": "strong", "i": "em", "div": "p", "section": "p", "article": "p",
    "main": "p", "pre": "p", "figure": "p", "figcaption": "p", "address": "p", "dt": "p", "dd": "p",
}  # fmt: skip
DROPPED = {
    "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title", "select",
    "textarea", "button", "audio", "video", "canvas", "xmp", "noembed", "noframes", "plaintext", "nav",
}  # fmt: skip
VOID = {"br", "hr"}
BLOCKS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "table", "thead", "tbody", "tr", "th", "td"}
SIBLINGS = {"li": ("li",), "tr": ("tr", "td", "th"), "td": ("td", "th"), "th": ("td", "th")}
FENCES = {"ul", "ol", "table", "blockquote"}
DEEPEST = 24
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))", re.I)


def flattened(html: str) -> str:
    """Return HTML with the same words, in known tags alone, balanced and at most DEEPEST deep."""
    made = Flat()
    for closing, name, rest in tokens(html):
        if not name:
            made.out.append(rest)
        elif closing:
            made.close(AS.get(name, name))
        else:
            made.open(AS.get(name, name), rest)
    return made.whole()


def tokens(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield ("", "", words), ("", name, attributes) and ("/", name, "") in order, each letter looked at once."""
    lowered, at = html.lower() if len(html.lower()) == len(html) else html, 0
    while (start := html.find("<", at)) >= 0:
        yield "", "", html[at:start].replace(">", "&gt;")
        if (at := passed_over(html, start)) != start:
            if at < 0:
                return
            continue
        found = TAG.match(html, start)
        if not found:
            yield "", "", "&lt;"
            at = start + 1
            continue
        if (end := html.find(">", start)) < 0:
            break
        name, at = found[2].lower(), end + 1
        yield found[1], name, html[found.end() : end]
        if not found[1] and name in DROPPED:
            at = lowered.find(f"</{name}", at)
            if at < 0:
                return
    yield "", "", html[at:].replace("<", "&lt;").replace(">", "&gt;")


def passed_over(html: str, start: int) -> int:
    """Return where a comment or a declaration that begins at `start` ends: `start` for none, -1 where it never does."""
    if html.startswith("<!--", start):
        end = html.find("-->", start)
        return end + 3 if end >= 0 else -1
    if html.startswith(("<!", "<?"), start):
        end = html.find(">", start)
        return end + 1 if end >= 0 else -1
    return start


class Flat:
    """What is written, and the tags that are open."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.opened: list[str] = []

    def open(self, name: str, attributes: str) -> None:
        """Open a known tag; one too deep or unknown leaves its words alone."""
        if name not in TAGS:
            return
        if name in BLOCKS:
            self.close("p")
        for other in SIBLINGS.get(name, ()):
            self.close(other, within=FENCES)
        if name in VOID:
            self.out.append(f"<{name}>")
        elif len(self.opened) < DEEPEST:
            self.opened.append(name)
            self.out.append(f"<a{reference(attributes)}>" if name == "a" else f"<{name}>")

    def close(self, name: str, within: frozenset[str] | set[str] = frozenset()) -> None:
        """Close a tag with all that is open in it; nothing where it is not open, or open beyond a fence only."""
        for place in range(len(self.opened) - 1, -1, -1):
            if self.opened[place] == name:
                self.out.extend(f"</{one}>" for one in reversed(self.opened[place:]))
                del self.opened[place:]
                return
            if self.opened[place] in within:
                return

    def whole(self) -> str:
        """Return everything, with every tag closed."""
        self.out.extend(f"</{one}>" for one in reversed(self.opened))
        self.opened.clear()
        return "".join(self.out)


def reference(attributes: str) -> str:
    """Return the attribute that a link keeps."""
    found = HREF.search(attributes)
    value = next((group for group in found.groups() if group is not None), "") if found else ""
    return f' href="{escape(unescape(value))}"' if value else ""
