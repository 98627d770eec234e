"""Captions and the credits of their photographs."""

import re
from typing import NamedTuple

from musterroll.reference import agency_named

_WORDS = (
    r"(?:file\s+)?(?:photo(?:graph(?:er|y)?|graphie)?s?|image|picture|pic|illustration|photo credit|image credit|credit"
    r"|crédit(?:s)?(?: photo)?|source|foto|map|graphic)"
)
_BRACKETED = re.compile(
    rf"\s*[\[(]\s*(?P<credit>{_WORDS}\b[^\[\]()]{{0,120}}|[^\[\]()]{{0,60}}/[^\[\]()]{{2,40}})[\])]\.?\s*\Z", re.I
)
_TAIL = re.compile(
    rf"(?:\A|(?<=[.!?”\"’)…])\s*|\s+[-–—|]\s*|\s{{2,}})(?P<credit>{_WORDS}\s*(?::|by\b|©)\s*(?:[^.\[\]]|(?<=\b[A-Z])\.){{2,100}}?)\.?\s*\Z",
    re.I,
)
_SAYS_SO = re.compile(rf"{_WORDS}\b|©", re.I)
_SOURCE = re.compile(r"(?:source|credit|map|graphic)\b", re.I)  # in running text these credit a fact
_COPYRIGHT = re.compile(r"(?:\A|\s+)(?P<credit>©\s*[^.©]{2,80}?)\.?\s*\Z")
_HANDLED = re.compile(
    r"(?:\A|(?<=[.!?”\"’)])\s*|\s+[-–—|]\s*)"
    r"(?P<credit>(?:[A-ZÀ-Þ][\w.'’-]*(?:\s+[A-ZÀ-Þ][\w.'’-]*){0,3}\s*/\s*)+[A-Z][\w ./-]{1,40})\.?\s*\Z"
)
_NAMED = re.compile(
    r"\s*[\[(]\s*(?P<credit>[^\[\]()]{2,40})[\])]\.?\s*\Z|\s+[-–—|]\s*(?P<dashed>[A-Z][\w ]{1,30})\.?\s*\Z"
)
_LABEL = re.compile(
    r"\A(?:(?:image|media|video|photo) caption[:\s]+|image \d+ of \d+\s+|\d+ of \d+\s+|above:\s+|caption:\s+)", re.I
)
_LIBRARIES = re.compile(
    r"\b(?:getty(?: images)?|shutterstock|alamy|internet|social media|handout|archive|wikimedia commons|istock|epa|zuma"
    r"|nurphoto|anadolu|screengrab|twitter|facebook|telegram|images|photo library|file(?: photo)?|pool|courtesy)\b",
    re.I,
)  # fmt: skip


class Caption(NamedTuple):
    """A caption's own words (maybe none) and the credits taken off it."""

    text: str
    credits: tuple[str, ...]


def split_caption(text: str) -> Caption:
    """Take the photo credit off a caption: "[Photo: Internet]", "Photograph: X/Reuters", "(AFP)", "© X / AFP"."""
    credits: list[str] = []
    text = _LABEL.sub("", text)
    for _ in range(3):
        taken = _take(text)
        if taken is None:
            break
        text, credit = taken
        credits.insert(0, credit)
    return Caption(text, tuple(credits))


def _take(text: str) -> tuple[str, str] | None:
    for form in (_BRACKETED, _TAIL, _COPYRIGHT, _HANDLED):
        found = form.search(text)
        if found and _names_somebody(found["credit"]):
            return text[: found.start()].strip(), found["credit"].strip()
    found = _NAMED.search(text)
    credit = (found["credit"] or found["dashed"]).strip() if found else text
    if _is_credit(credit):
        return (text[: found.start()].strip() if found else ""), credit
    return None


def _names_somebody(credit: str) -> bool:
    """Whether a credit says that it is one, or has an agency or a library on one side of its stroke.

    "Rania Toum/AFP" does; "SNA/FSA" and "9/11", in brackets at the end of a caption, are something else.
    """
    if _SAYS_SO.match(credit) or "/" not in credit:
        return True
    sides = re.split(r"\s*(?:/|,|\bvia\b)\s*", credit)
    return any(agency_named(re.sub(r"\s+photo\Z", "", side, flags=re.I)) or _LIBRARIES.search(side) for side in sides)


def _is_credit(words: str) -> bool:
    """Whether words that stand where a credit stands are one: an agency's or a picture library's name."""
    if agency_named(words) is not None:
        return True
    return len(words) <= 40 and bool(_LIBRARIES.search(words)) and len(words.split()) <= 4


def is_caption_line(line: str) -> bool:
    """Whether a line of plain text is a caption, by the photo credit that it ends with."""
    found = (_BRACKETED.search(line) or _TAIL.search(line)) if len(line) <= 400 else None
    return found is not None and _names_somebody(found["credit"]) and not _SOURCE.match(found["credit"])
