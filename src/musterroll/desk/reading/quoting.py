"""Quotations: the sentence of a claim, cut where its parts begin and end, so that each can be marked."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from musterroll.desk.elsewhere import web_address
from musterroll.ledger import ClaimLine
from musterroll.records import Span

ENDINGS = 3  # letters that a word may lose or win against the one that was searched: "fighter", "fighters"
FRAGMENT_WORDS = 8  # at the start and the end of a sentence: enough to find it on its page


@dataclass(frozen=True)
class Piece:
    """Some characters of a sentence; `role` is a part's role, "trigger", "source", "cue", "relay" or None."""

    text: str
    role: str | None = None


def pieces_of(line: ClaimLine) -> tuple[Piece, ...]:
    """Return a claim's sentence in pieces, in order; where spans overlap, the first and longest is kept."""
    made, at = [], 0
    for role, span in marked(line):
        start, end = span.start - line.start, span.end - line.start
        if start < at or end > len(line.words):
            continue
        made += [Piece(line.words[at:start]), Piece(line.words[start:end], role)]
        at = end
    return tuple(piece for piece in (*made, Piece(line.words[at:])) if piece.text)


def marked(line: ClaimLine) -> list[tuple[str, Span]]:
    """Return the spans to mark, in the order of the text."""
    return sorted(spans_of(line), key=lambda found: (found[1].start, -found[1].end))


def spans_of(line: ClaimLine) -> Iterator[tuple[str, Span]]:
    """Yield the spans of a claim with their roles."""
    claim, speech = line.claim.claim, line.claim.claim.attribution
    yield "trigger", claim.trigger
    for part in claim.parts:
        yield part.role, part.span
    for role, span in (("source", speech.source), ("cue", speech.cue), ("relay", speech.relay)):
        if span:
            yield role, span


def on_its_page(line: ClaimLine) -> str | None:
    """Return the address of a claim's sentence on its page, by a text fragment; None where it has none on the web."""
    page = web_address(line.report.url)
    if not page:
        return None
    words = line.words.split()
    if len(words) <= 2 * FRAGMENT_WORDS:
        text = fragment(" ".join(words))
    else:
        text = f"{fragment(' '.join(words[:FRAGMENT_WORDS]))},{fragment(' '.join(words[-FRAGMENT_WORDS:]))}"
    return f"{page}#:~:text={text}"


def fragment(words: str) -> str:
    """Return words as a text fragment has them: dashes and commas are its own signs."""
    return quote(words, safe="").replace("-", "%2D")


def hits_in(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """Return a text in pieces; those with the role "hit" are words that were searched, or forms of them."""
    made, at, stems = [], 0, [stem(word) for word in words]
    for found in re.finditer(r"\w+", text):
        if any(is_form(found[0], one) for one in stems):
            made += [Piece(text[at : found.start()]), Piece(found[0], "hit")]
            at = found.end()
    return tuple(piece for piece in (*made, Piece(text[at:])) if piece.text)


def stem(word: str) -> str:
    """Return what all forms of a word begin with, folded."""
    word = folded(word)
    return word if len(word) <= ENDINGS + 1 else re.sub(r"(?:ies|es|s|ed|ing|e|y)$", "", word)


def is_form(word: str, begins: str) -> bool:
    """Say whether a word is a form of the one with this stem."""
    word = folded(word)
    return word.startswith(begins) and len(word) - len(begins) <= ENDINGS


def folded(word: str) -> str:
    """Return a word in small letters without accents."""
    bare = (char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return "".join(bare).casefold()
