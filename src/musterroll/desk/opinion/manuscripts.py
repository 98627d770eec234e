"""Manuscripts: what was typed or uploaded, as safe HTML and as plain text. The upload itself is not kept."""

import re
from html import escape

from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from musterroll.desk.opinion.docx import html_of
from musterroll.desk.opinion.safe_html import cleaned, plain_of
from musterroll.desk.opinion.sniffing import sniffed
from musterroll.records import Manuscript, UploadRefused

MOST_BYTES, MOST_LETTERS = 1_000_000, 100_000
MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["code", "image", "html_block", "html_inline"])


def of_typed(title: str, typed: str) -> Manuscript:
    """Return typed text as a manuscript; it may be written in Markdown. Raises UploadRefused."""
    return made(title, MARKDOWN.render(measured(typed.replace("\r\n", "\n").replace("\r", "\n"))), "typed")


def of_upload(title: str, body: bytes, name: str) -> Manuscript:
    """Return an uploaded file as a manuscript; `name` is only a hint. Raises UploadRefused."""
    if len(body) > MOST_BYTES:
        raise UploadRefused(too_large())
    what = sniffed(body, name)
    if what.kind == "docx":
        return made(title, html_of(body), "docx")
    if what.kind == "html":
        return made(title, what.text, "html")
    text = measured(what.text)
    return made(title, MARKDOWN.render(text) if what.kind == "markdown" else paragraphs(text), what.kind)


def paragraphs(text: str) -> str:
    """Return plain text as HTML: a blank line parts paragraphs, the end of a line stays one."""
    parts = (part.strip("\n") for part in re.split(r"\n[ \t]*\n", text))
    return "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in parts if part.strip())


def made(title: str, html: str, made_from: str) -> Manuscript:
    """Return a manuscript of HTML that is not clean yet. Raises UploadRefused where no words, or too many, are left."""
    clean = cleaned(html)
    text = plain_of(clean)
    if not text:
        raise UploadRefused(_("No words were found in it."))
    measured(text)
    return Manuscript(title.strip(), clean, text, made_from)


def measured(text: str) -> str:
    """Return text that is not too long; raises UploadRefused."""
    if len(text) > MOST_LETTERS:
        raise UploadRefused(_("This is longer than 100,000 letters. Send a part, or put the rest behind a link."))
    return text


def too_large() -> str:
    """Return what is said to a file that is too large."""
    return _("This file is larger than one megabyte. Pictures are not taken: save the text alone.")
