"""From the pieces of a page to the text of a report, with its blocks and sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from musterroll.extract.body import Piece
from musterroll.extract.captions import split_caption
from musterroll.extract.datelines import read_dateline, read_tail
from musterroll.extract.names import agency_credit, read_byline
from musterroll.extract.standing import OPENS, heads_other_stories, standing_kind
from musterroll.records import Block, Span

_LABEL = 20  # characters: figures alone ("14:20", "1/4") are a label
_SHORT = 160  # characters: what stands under a heading such as "You might also like" is shorter than a paragraph
_STOPS = (".", "!", "?", "…", '"', "”", "’", "»", ":", ")", "。", "؟", "۔")


@dataclass
class SortedPieces:
    """The pieces of a page, sorted into what is read and what is kept apart."""

    body: list[Piece] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    standing: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


def sort_pieces(pieces: Iterable[Piece], title: str | None) -> SortedPieces:
    """Take standing text, photo credits, agency credits and the repeated title out of a page's pieces."""
    kept = SortedPieces()
    opened = False
    told, tail = _without_tail(list(pieces))
    for piece in told:
        kind = standing_kind(piece.text) if agency_credit(piece.text) is None else None
        if kind is not None:
            kept.standing.append(piece.text)
            kept.kinds.add(kind)
            opened = kind in OPENS and len(piece.text) <= 60
        elif opened and _belongs_under(piece):
            kept.standing.append(piece.text)
        elif not _same(piece.text, title) or (piece.kind == "paragraph" and piece.text.endswith(_STOPS)):
            opened = False
            _keep(kept, piece)
    _drop_idle_headings(kept)
    kept.standing.extend(piece.text for piece in tail)
    return kept


def _without_tail(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Cut off what follows a line such as "Related links" or "Top stories" near the end: other stories' teasers."""
    total = sum(len(piece.text) for piece in pieces)
    before = 0
    for place, piece in enumerate(pieces):
        share = 0.5 if piece.kind == "heading" else 0.75
        if before > share * total and heads_other_stories(piece.text):
            return pieces[:place], pieces[place:]
        before += len(piece.text)
    return pieces, []


def _belongs_under(piece: Piece) -> bool:
    return piece.kind != "caption" and len(piece.text) <= _SHORT and not piece.text.endswith((".", "”", '"'))


def _same(text: str, title: str | None) -> bool:
    return title is not None and len(text) < len(title) + 20 and _folded(text) == _folded(title)


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _keep(kept: SortedPieces, piece: Piece) -> None:
    agency = agency_credit(piece.text)
    if piece.kind == "caption":
        caption = split_caption(piece.text)
        kept.credits.extend(caption.credits)
        if caption.text and all(p.text != caption.text for p in kept.body):
            kept.body.append(Piece("caption", caption.text))
    elif agency is not None:
        kept.agencies.append(agency)
    elif piece.kind != "heading" and is_signature(piece.text):
        kept.signed.append(piece.text)
    elif any(c.isalpha() for c in piece.text) or len(piece.text) > _LABEL:
        kept.body.append(piece)


def is_signature(text: str) -> bool:
    """Whether a block is a byline ("By Amira Said") or a wire's sign-off ("Reporting by X; Editing by Y")."""
    if len(text) > 300:
        return False
    if text.startswith(("(Reporting by", "Reporting by", "(Additional reporting", "Additional reporting by")):
        return True
    if len(text) > 90 or text[:3] not in ("By ", "BY ") or text.endswith((".", "?", "!", ":")):
        return False
    return any(read_byline([text]))


def _drop_idle_headings(kept: SortedPieces) -> None:
    """A heading with nothing under it was the furniture's."""
    while kept.body and kept.body[-1].kind == "heading":
        kept.standing.append(kept.body.pop().text)


_ORDER = {"standfirst": 0, "caption": 1}


def lay_out(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Join pieces by blank lines, in their order, and return the text with each piece's span."""
    blocks: list[Block] = []
    position = 0
    for piece in pieces:
        blocks.append(Block(piece.kind, Span(position, position + len(piece.text))))
        position += len(piece.text) + 2
    return "\n\n".join(piece.text for piece in pieces), tuple(blocks)


def dateline_of(pieces: Iterable[Piece]) -> tuple[str | None, str | None]:
    """Return the dateline of the first paragraph and the agency that it, or the end of the last, credits."""
    told = [piece.text for piece in pieces if piece.kind == "paragraph"] or [""]
    dateline = read_dateline(told[0])
    tail = read_tail(told[-1])
    return (dateline.place, dateline.agency or tail) if dateline else (None, tail)
