"""The slow reader: trafilatura, asked only where the fast one is not sure."""

import logging
from functools import lru_cache
from typing import Any

from musterroll.extract.body import Piece, squeeze

_KINDS = {
    "head": "heading",
    "p": "paragraph",
    "item": "paragraph",
    "quote": "paragraph",
    "cell": "paragraph",
    "code": "paragraph",
}

_LITTLE = 250  # characters
_TOO_LONG = 1_500_000  # characters of a page that would keep it busy for a minute


@lru_cache(maxsize=1)
def _trafilatura() -> Any:
    import trafilatura  # 0.4 s: only pages that need it pay

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura


def read_body_precisely(html: str) -> list[Piece]:
    """Return the article's pieces by trafilatura in its precision mode; none where it finds no article.

    Its own fallbacks are asked only where it finds next to nothing without them: they cost twice the time.
    """
    if len(html) > _TOO_LONG:
        return []
    pieces = _asked(html, fast=True)
    return pieces if sum(len(piece.text) for piece in pieces) >= _LITTLE else _asked(html, fast=False)


def _asked(html: str, *, fast: bool) -> list[Piece]:
    try:
        document = _trafilatura().bare_extraction(
            html, favor_precision=True, fast=fast, include_comments=False, with_metadata=False
        )
    except Exception:  # whatever a foreign reader stumbles over, the page is then no article to it
        return []
    body = getattr(document, "body", None)
    return [] if body is None else _pieces(body)


def _pieces(body: Any) -> list[Piece]:
    pieces = []
    for element in body.iter(*_KINDS):
        if any(child.tag in _KINDS for child in element.iterdescendants()):
            continue
        text = squeeze("".join(element.itertext()))
        if text:
            pieces.append(Piece(_KINDS[element.tag], text))
    return pieces
