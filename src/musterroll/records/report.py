"""A report: the article on a page."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from musterroll.records.identity import content_id


class Span(NamedTuple):
    """A half-open range of code points in a report's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Block:
    """A stretch of a report's text: a "standfirst", a "caption", a "heading" or a "paragraph"."""

    kind: str
    span: Span


@dataclass(frozen=True)
class Moment:
    """When a report was published or changed, and how that is known.

    `instant` is ISO 8601 with its offset where the page states one, else None; `day` is the publisher's local day
    (YYYY-MM-DD); `basis` says where it was read: "stated" (the record itself), "json-ld", "meta", "time", "dateline",
    "url", "text", or "inferred" (a guess by htmldate).
    """

    day: str
    basis: str
    instant: str | None = None


@dataclass(frozen=True)
class Report:
    """The article on a page.

    `text` holds everything that is read, joined by blank lines: standfirst, captions and paragraphs; `blocks` and
    `sentences` index into it by code points. The title is apart, and so are photo credits and the page's standing text.
    Unknown values are None or empty, never guesses.
    """

    page: str
    extractor: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    language: str
    title: str | None = None
    byline: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    dateline: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    url: str | None = None
    outlet: str | None = None
    section: str | None = None
    opinion: bool = False
    credits: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    given_id: str | None = None

    @cached_property
    def id(self) -> str:
        """The report's id: what its record called it, else a hash of page id and extractor version."""
        return self.given_id or content_id([self.page, self.extractor])

    def block_texts(self, kind: str) -> tuple[str, ...]:
        """Return the texts of all blocks of one kind, in order."""
        return tuple(block.span.of(self.text) for block in self.blocks if block.kind == kind)

    @property
    def standfirst(self) -> str | None:
        """The standfirst, if the page has one."""
        return next(iter(self.block_texts("standfirst")), None)
