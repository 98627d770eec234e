"""Records: reports that come as text already; every character is kept where it stands."""

import re
from datetime import date

from musterroll.extract.datelines import read_dateline
from musterroll.extract.days import moment_of
from musterroll.extract.language import language_of
from musterroll.extract.sentences import split_sentences
from musterroll.records import Block, Page, Report, Span
from musterroll.records.errors import EmptyPage
from musterroll.reference import outlet_at

_STRETCH = re.compile(r"[^\n\r]+")


def read_record(page: Page, today: date, extractor: str) -> Report:
    """Return the report of one JSONL record, its text verbatim; a lone surrogate stays what it was.

    Raises EmptyPage where the text is nothing but white space.
    """
    text = page.body.decode("utf-8", errors="surrogatepass")
    blocks = _paragraphs(text)
    if not blocks:
        raise EmptyPage("the record's text is empty")
    published = page.stated("published")
    dateline = read_dateline(blocks[0].span.of(text))
    return Report(
        page=page.id,
        extractor=extractor,
        text=text,
        blocks=blocks,
        sentences=split_sentences(text, blocks),
        language=language_of(text.encode("utf-8", errors="replace").decode("utf-8")),
        title=page.stated("title"),
        agency=(dateline.agency,) if dateline and dateline.agency else (),
        dateline=dateline.place if dateline else None,
        published=moment_of(published, "stated", today) if published else None,
        url=page.url,
        outlet=_outlet(page.url),
        given_id=page.stated("id"),
    )


def _paragraphs(text: str) -> tuple[Block, ...]:
    blocks = []
    for line in _STRETCH.finditer(text):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        end = line.start() + len(line[0].rstrip())
        if start < end:
            blocks.append(Block("paragraph", Span(start, end)))
    return tuple(blocks)


def _outlet(url: str | None) -> str | None:
    host = re.match(r"https?://([^/:?#]+)", url or "")
    known = outlet_at(host[1]) if host else None
    return known.name if known else None
