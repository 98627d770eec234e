"""A page in, its report out."""

import re
from datetime import UTC, date, datetime

from musterroll.extract.assembly import SortedPieces, dateline_of, lay_out
from musterroll.extract.days import moment_of
from musterroll.extract.decoding import decode_page
from musterroll.extract.html import read_html
from musterroll.extract.language import language_of
from musterroll.extract.metadata import Facts
from musterroll.extract.names import read_byline
from musterroll.extract.plain import read_plain
from musterroll.extract.record import read_record
from musterroll.extract.sentences import split_sentences
from musterroll.records import Moment, Page, Report
from musterroll.records.errors import EmptyPage, NoArticle

EXTRACTOR = "1"
_LOOKS_HTML = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ANY_TAG = re.compile(r"<(?:p|div|html|body|head|article|span|br|h[1-6]|a|script|meta|table)\b[^<>]*>", re.I)
_OWN_VIEWS = re.compile(r"(?:views|opinions) expressed in this (?:article|piece|column|op-ed|commentary|essay)", re.I)
_MARKDOWN = re.compile(r"\A\ufeff?\s*(?:---[ \t]*\r?\n|#{1,3} \S)")


def extract_report(page: Page, *, today: date | None = None) -> Report:
    """Return the report on a page: HTML, plain text or markdown, or one record of JSONL.

    `today` (UTC, by default the clock's) bounds the dates that are believed: later than tomorrow is unknown.
    Offsets in the report are code points of its text. Raises a PageError (EmptyPage, NotText, Unreadable,
    NoArticle, LoginWall) where the page is no report.
    """
    today = today or datetime.now(UTC).date()
    if page.media_type == "record":
        return read_record(page, today, EXTRACTOR)
    text = decode_page(page)
    facts, kept = _read(text, page, today)
    return _report(page, facts, kept, today)


def _read(text: str, page: Page, today: date) -> tuple[Facts, SortedPieces]:
    if _LOOKS_HTML.match(text) or (page.media_type == "html" and _ANY_TAG.search(text)):
        return read_html(text, page.url, today)
    markdown = page.name.lower().endswith((".md", ".markdown")) or bool(_MARKDOWN.match(text))
    facts, kept = read_plain(text, today, markdown=markdown)
    if not kept.body:
        raise (NoArticle if kept.standing or facts.title else EmptyPage)("no paragraph of an article was found")
    return facts, kept


def _report(page: Page, facts: Facts, kept: SortedPieces, today: date) -> Report:
    text, blocks = lay_out(kept.body)
    byline = read_byline([*facts.authors, *kept.signed[:1]], facts.outlet)
    place, wire = dateline_of(kept.body)
    return Report(
        page=page.id,
        extractor=EXTRACTOR,
        text=text,
        blocks=blocks,
        sentences=split_sentences(text, blocks),
        language=language_of(text),
        title=facts.title,
        byline=byline.persons,
        agency=tuple(dict.fromkeys([*([wire] if wire else []), *byline.agencies, *kept.agencies])),
        dateline=place,
        published=facts.published or _filed(place, today),
        modified=facts.modified,
        url=facts.url or page.url,
        outlet=facts.outlet,
        section=facts.section,
        opinion=facts.opinion or any(_OWN_VIEWS.search(text) for text in kept.standing),
        credits=tuple(dict.fromkeys(kept.credits)),
        standing=tuple(kept.standing),
    )


def _filed(dateline: str | None, today: date) -> Moment | None:
    """The day of a dateline that states its year ("TRIPOLI, 9 June 2021")."""
    return moment_of(dateline, "dateline", today) if dateline else None
