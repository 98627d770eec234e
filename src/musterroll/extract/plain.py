"""Plain text and saved pages: lines sorted into title, standfirst, captions, paragraphs and furniture."""

import re
from dataclasses import replace
from datetime import date

from musterroll.extract.assembly import SortedPieces, sort_pieces
from musterroll.extract.body import Piece, squeeze
from musterroll.extract.captions import is_caption_line
from musterroll.extract.days import day_line, moment_of
from musterroll.extract.metadata import Facts
from musterroll.extract.names import agency_credit
from musterroll.extract.standing import standing_kind

_END = re.compile(r"[.!?…:;,。؟۔।][\"'”’»)\]]*\Z")
_STOP = re.compile(r"[.!?…؟۔।][\"'”’»)\]]*\Z")
_TITLE = 200
_WRAP = range(45, 101)


def read_plain(text: str, today: date, *, markdown: bool) -> tuple[Facts, SortedPieces]:
    """Return what a saved page says of its article and the article's pieces, sorted.

    A title is a short first line without closing punctuation before other lines; a text without one keeps every
    sentence as paragraphs.
    """
    facts = Facts()
    if markdown:
        facts, text = _front_matter(text, facts, today)
        text = _plain_markdown(text)
    pieces = _lines(text)
    facts, pieces = _take_title(facts, pieces)
    facts, pieces = _take_head(facts, pieces, today)
    return facts, sort_pieces(_captioned(pieces), facts.title)


def _lines(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    for stretch in re.split(r"\n[ \t\f\v]*\n+|\u2029", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line for line in (squeeze(line) for line in stretch.split("\n")) if line]
        for line in [" ".join(lines)] if _wrapped(lines) else lines:
            heading = line.startswith("#") and line.lstrip("#").strip()
            pieces.append(Piece("heading", heading) if heading else Piece("paragraph", line))
    return pieces


def _wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph wrapped by hand: all but the last of about one length, few ending a sentence."""
    body = lines[:-1]
    if len(body) < 2 and not (body and lines[1][:1].islower()):
        return False
    even = all(len(line) in _WRAP for line in body)
    return even and sum(bool(_STOP.search(line)) for line in body) <= len(body) / 2


def _take_title(facts: Facts, pieces: list[Piece]) -> tuple[Facts, list[Piece]]:
    if facts.title or len(pieces) < 2:
        return facts, pieces
    first = pieces[0]
    if first.kind == "heading" or _is_title(first.text):
        return replace(facts, title=first.text), pieces[1:]
    return facts, pieces


def _is_title(line: str) -> bool:
    if not 8 <= len(line) <= _TITLE or _END.search(line) or len(line.split()) < 2:
        return False
    return standing_kind(line) is None and agency_credit(line) is None and not line.startswith(("- ", "* ", "• "))


def _take_head(facts: Facts, pieces: list[Piece], today: date) -> tuple[Facts, list[Piece]]:
    """Take the lines between title and body: a standfirst without its stop, the day, the byline."""
    head: list[Piece] = []
    rest = list(pieces)
    while facts.title and rest and len(rest) > 1 and len(head) < 6:
        line = rest[0].text
        day = day_line(line, today)
        if day is not None:
            facts = replace(facts, published=facts.published or day)
        elif re.match(r"by\s+\S", line, re.I) and len(line) <= 120 and not _END.search(line):
            facts = replace(facts, authors=(*facts.authors, line))
        elif is_caption_line(line) and not any(p.kind == "standfirst" for p in head[1:]):
            head.append(Piece("caption", line))
        elif not head and _is_standfirst(line, rest[1].text):
            head.append(Piece("standfirst", line))
        else:
            break
        rest.pop(0)
    return facts, [*head, *rest]


def _is_standfirst(line: str, following: str) -> bool:
    return (
        40 <= len(line) <= 400 and not _END.search(line) and bool(_END.search(following) or is_caption_line(following))
    )


def _captioned(pieces: list[Piece]) -> list[Piece]:
    return [Piece("caption", p.text) if p.kind == "paragraph" and is_caption_line(p.text) else p for p in pieces]


def _front_matter(text: str, facts: Facts, today: date) -> tuple[Facts, str]:
    found = re.match(r"\A\ufeff?---[ \t]*\n(.{0,4000}?)\n---[ \t]*\n", text.replace("\r\n", "\n"), re.S)
    if not found:
        return facts, text
    fields = dict(re.findall(r"^(\w+)[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", found[1], re.M))
    author = fields.get("author")
    facts = replace(
        facts,
        title=fields.get("title") or None,
        published=moment_of(fields.get("date", ""), "stated", today),
        authors=(author,) if author else (),
        url=fields.get("url") or fields.get("source") or None,
    )
    return facts, text.replace("\r\n", "\n")[found.end() :]


def _plain_markdown(text: str) -> str:
    """Take markdown's marks off: pictures become their captions, links their words."""
    text = re.sub(r"!\[([^\[\]\n]{0,400})\]\([^()\n\"]{0,600}(?:\"([^\"\n]{0,400})\")?\)", lambda m: m[2] or m[1], text)
    text = re.sub(r"\[([^\[\]\n]{1,400})\]\([^()\n]{0,600}\)", r"\1", text)
    text = re.sub(r"^(?:>\s?|[*+-]\s+|\d{1,2}[.)]\s+)", "", text, flags=re.M)
    text = re.sub(r"^(.{3,200})\n(?:={3,}|-{3,})[ \t]*$", r"# \1", text, flags=re.M)
    text = re.sub(r"^(?:[*_-][ \t]*){3,}$|`{3}.*$", "", text, flags=re.M)
    text = re.sub(r"^#{1,6}[ \t]*(.+?)[ \t#]*$", r"\n# \1\n", text, flags=re.M)
    return re.sub(r"(?<!\w)(\*\*|__|\*|_|`)(?=[^\s*_`])([^\n*_`]{1,500})(?<=\S)\1(?!\w)", r"\2", text)
