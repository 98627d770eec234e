"""Bylines and agency credits: who wrote a report, and whose wire it came over."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from musterroll.reference import agency_named

_BY = re.compile(
    r"\A\s*(?:(?:written|reported|reporting|posted|story|words|analysis|text|report)\s+)?(?:by|from|par|von|por)\b[:\s]+",
    re.I,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|·|\band\b|&|\bwith\b|\bet\b|\n)\s*", re.I)
_PLACE = re.compile(r"\s+(?:in|at|à|near)\s+[A-Z][\w .'-]+(?:,\s*[A-Z][\w .'-]+)?\Z")
_NOT_PERSON = re.compile(
    r"\b(?:staff|admin\w*|editors?|editorial|newsroom|desk|team|correspondents?|reporters?|writers?|news|agenc(?:y|ies)"
    r"|online|web|contributors?|updated|published|press|media|service|network|guest|special|photograph\w*|https?|www"
    r"|com|twitter|facebook|author|group|university|institute|center|centre|board|today|times|post|magazine)\b|[@\d_<>{}]",
    re.I,
)
_NAME_WORD = re.compile(r"\A[^\W\d_](?:[\w'’-]*|[\w.]{0,3}\.)\Z")
_DAY_TAIL = re.compile(
    r"[\s,|·•-]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|published|updated|posted|\d).*\Z", re.I | re.S
)
_EDITED = re.compile(r";?\s*\(?(?:editing|writing|edited|compiled) by\b.*\Z", re.I | re.S)
_PARTICLES = frozenset((
    "al", "el", "bin", "ibn", "ben", "de", "da", "di", "du", "del", "della", "van", "von", "der", "den", "la", "le",
    "dos", "abu", "ad", "an", "ar", "as", "ash", "at", "ez",
))  # fmt: skip


class Byline(NamedTuple):
    """Who signed a report: persons by name, and the agencies credited."""

    persons: tuple[str, ...]
    agencies: tuple[str, ...]


def read_byline(lines: Iterable[str], outlet: str | None = None) -> Byline:
    """Return the persons and agencies that byline texts name ("By Amira Said and Jon Holt, AFP")."""
    persons: dict[str, None] = {}
    agencies: dict[str, None] = {}
    for line in lines:
        for name in _names(line):
            agency = agency_named(name)
            if agency is not None:
                agencies[agency.name] = None
            elif _is_person(name, outlet):
                persons[_cased(name)] = None
    return Byline(tuple(persons), tuple(agencies))


def _names(line: str) -> list[str]:
    line = _EDITED.sub("", " ".join(line.split()).removeprefix("("))
    line = _DAY_TAIL.sub("", _BY.sub("", line))
    whole = agency_named(line)
    parts = [line] if whole else _SPLIT.split(re.sub(r"\(([^()]*)\)", r", \1", line))
    return [_BY.sub("", _PLACE.sub("", part)).strip(" .–—-:") for part in parts if part.strip()]


def _is_person(name: str, outlet: str | None) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 5 or len(name) > 50 or _NOT_PERSON.search(name):
        return False
    if outlet and (name.casefold() in outlet.casefold() or outlet.casefold() in name.casefold()):
        return False
    return all(
        _NAME_WORD.match(word) and (word[0].isupper() or word.partition("-")[0] in _PARTICLES or not word.isascii())
        for word in words
    )


def _cased(name: str) -> str:
    """A name in capitals is written as a name: "JON HOLT" is Jon Holt."""
    return name.title() if name.isupper() and len(name) > 6 else name


def agency_credit(block: str) -> str | None:
    """Return the agency that a block is nothing but a credit to ("AFP", "By Anadolu Agency", "(Reuters)"), or None."""
    if len(block) > 60:
        return None
    bare = re.sub(
        r"\A[\s(\[]*(?:(?:source|agencies|credit|via)\s*:\s*|(?:copyright\s*)?(?:©|\(c\))\s*(?:\d{4}\s*)?)?",
        "",
        block.strip(),
        flags=re.I,
    )
    agency = agency_named(_BY.sub("", bare).strip(" .()[]–—-"))
    return agency.name if agency else None
