"""What a file is, by its bytes; its name is believed only between plain text and Markdown."""

import codecs
import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from musterroll.records import UploadRefused

ZIP = b"PK\x03\x04"
FOREIGN = (
    (b"%PDF", _("This is a PDF. Save the text as .docx, .html, .md or .txt.")),
    (b"\xd0\xcf\x11\xe0", _("This is an old Word file, or one with a password. Save it as .docx without a password.")),
    (b"{\\rtf", _("This is a rich text file (RTF). Save it as .docx, .html, .md or .txt.")),
    (b"\x89PNG", _("This is a picture. Only text is taken.")),
    (b"\xff\xd8\xff", _("This is a picture. Only text is taken.")),
    (b"GIF8", _("This is a picture. Only text is taken.")),
    (b"\x1f\x8b", _("This is an archive. Send the text itself.")),
    (b"7z\xbc\xaf", _("This is an archive. Send the text itself.")),
    (b"Rar!", _("This is an archive. Send the text itself.")),
    (b"\x7fELF", _("This is a program. Only text is taken.")),
    (b"MZ", _("This is a program. Only text is taken.")),
)
NOT_READ = _("This file is no text in UTF-8. Save it as UTF-8, or send a .docx.")
# Possessive throughout: a file of nothing but comments has one way to be read, and not a number of ways without end.
HTML = re.compile(
    r"\A\ufeff?\s*+(?:<\?xml[^>]{0,200}+>\s*+)?+(?:<!--(?:(?!-->).){0,5000}+-->\s*+)*+<(?:!doctype\s+html|html|head|body|article|div|p|h[1-6])\b",
    re.I | re.S,
)
TAGS = re.compile(
    r"</(?:p|div|h[1-6]|ul|ol|li|a|script|svg|span|blockquote|table|iframe)\s*>|<(?:br|img|p|script)\b", re.I
)
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
ENCODINGS = ("windows-1252", "windows-1256", "iso-8859-1", "iso-8859-6", "iso-8859-15", "windows-1251")
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")


@dataclass(frozen=True)
class Sniffed:
    """A file's kind ("docx", "html", "markdown" or "plain") and, where it is text, its text."""

    kind: str
    text: str = ""


def sniffed(body: bytes, name: str) -> Sniffed:
    """Return what a file is. Raises UploadRefused, with what to do instead, where it is nothing that is taken."""
    if not body.strip():
        raise UploadRefused(_("This file is empty."))
    if body.startswith(ZIP):
        return Sniffed("docx")
    for beginning, why in FOREIGN:
        if body.startswith(beginning):
            raise UploadRefused(why)
    text = decoded(body)
    if HTML.search(text) or TAGS.search(text[:20_000]):
        return Sniffed("html", text)
    markdown = name.lower().rpartition(".")[2] in ("md", "markdown")
    return Sniffed("markdown" if markdown else "plain", text)


def decoded(body: bytes) -> str:
    """Return bytes as text: UTF-8, UTF-16 with its mark, or what an HTML page states. Nothing is guessed."""
    for attempt in (by_mark, as_utf_8, as_stated):
        text = attempt(body)
        if text is not None and not UNREADABLE.search(text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UploadRefused(NOT_READ)


def by_mark(body: bytes) -> str | None:
    """Return text that begins with the mark of UTF-16."""
    marked = body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return tried(body, "utf-16") if marked else None


def as_utf_8(body: bytes) -> str | None:
    """Return text in UTF-8, with or without its mark."""
    return tried(body, "utf-8-sig")


def as_stated(body: bytes) -> str | None:
    """Return an HTML page in the encoding that it states, if that is one of a few."""
    stated = DECLARED.search(body[:4_000])
    name = stated[1].decode("ascii").lower() if stated else ""
    return tried(body, name) if name in ENCODINGS else None


def tried(body: bytes, encoding: str) -> str | None:
    """Return bytes in an encoding, None where they are not in it."""
    try:
        return body.decode(encoding)
    except UnicodeError:
        return None
