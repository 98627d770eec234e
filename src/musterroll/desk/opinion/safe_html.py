"""Third-party HTML: only words, their order and their emphasis are kept, and links to the web."""

import re
from html.parser import HTMLParser

import nh3
from markupsafe import Markup

from musterroll.desk.opinion.flattening import TAGS, flattened

BLOCKS = {"p", "h2", "h3", "h4", "li", "blockquote", "tr", "ul", "ol", "table", "hr"}
EMPTY = re.compile(r"<p>\s*</p>")
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow noopener noreferrer ugc",
    strip_comments=True,
)


def cleaned(html: str) -> str:
    """Return HTML of which nothing can run, load or look like a part of our page."""
    return EMPTY.sub("", CLEANER.clean(flattened(html))).strip()


def shown(html: str) -> Markup:
    """Return a manuscript's HTML for a page; it is cleaned again, whatever the ledger holds."""
    return Markup(cleaned(html))


def plain_of(html: str) -> str:
    """Return clean HTML as plain text: a paragraph, a heading, a line of a list or a row of a table is a line."""
    parser = Plain()
    parser.feed(html)
    parser.close()
    return parser.text


class Plain(HTMLParser):
    """Gathers the words of blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]

    @property
    def text(self) -> str:
        """The lines that have words, a blank line between two."""
        made = (" ".join("".join(line).split()) for line in self.lines)
        return "\n\n".join(line for line in made if line)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a line with a block."""
        if tag in BLOCKS:
            self.lines.append([])
        elif tag in ("br", "td", "th"):
            self.lines[-1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a line with a block."""
        if tag in BLOCKS:
            self.lines.append([])

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.lines[-1].append(data)
