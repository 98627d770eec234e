"""Datelines: where and when a report was filed, and over which wire ("TRIPOLI, June 9 (Reuters) - ")."""

import re
from typing import NamedTuple

from musterroll.reference import agency_named

_DASH = r"\s*(?:[-–—―]{1,2}|--)\s*"
_WORD = r"[A-ZÀ-ÞŞĞİÇÖÜ][A-ZÀ-ÞŞĞİÇÖÜ'’.\-]+"
_CAPITALS = rf"{_WORD}(?:[ /-]{_WORD}){{0,3}}"
_TITLED = r"[A-Z][\w'’.-]+(?:[ /-](?:[A-Z][\w'’.-]+|(?:al|el|ez|as|ad|an|ar|ash|at)-[A-Z][\w'’.-]+|of|de)){0,3}"
_REGION = r"(?:,\s*[A-Z][\w'’.]+(?:\s[A-Z][\w'’.]+){0,2})?"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = rf"(?:,\s*(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?))?"
_OPENING = r"(?=[\"“‘'A-ZÀ-Þ0-9])"  # a report begins with a capital; what goes on after a mere dash does not
_WIRE = r"\((?P<wire>[^()]{2,40})\)"
_FORMS = (
    re.compile(rf"\A(?P<place>{_CAPITALS}{_REGION}{_DAY})\s*{_WIRE}{_DASH}"),
    re.compile(rf"\A(?P<place>{_TITLED}{_REGION}{_DAY})\s*{_WIRE}{_DASH}"),
    re.compile(rf"\A(?P<place>){_WIRE}{_DASH}"),
    re.compile(rf"\A(?P<place>{_CAPITALS}{_REGION}{_DAY})(?P<wire>){_DASH}{_OPENING}"),
    re.compile(rf"\A(?P<place>{_TITLED}{_REGION},\s*{_DAY[5:-2]})(?P<wire>){_DASH}{_OPENING}"),
    re.compile(rf"\A(?P<place>{_CAPITALS}{_REGION}{_DAY})\.?\s*/(?P<wire>[^/]{{2,30}})/[.,]?\s*[-–—]?\s*"),
)
_BARE_WIRE = re.compile(rf"\A(?P<place>{_CAPITALS}|{_TITLED}),?\s+(?P<wire>[A-Z]{{2,}}|Reuters|Xinhua){_DASH}")

_TAIL = re.compile(r"[.!?”\"’]\s*[\[(](?P<wire>[^()\[\]]{2,40})[\])]\.?\Z")


class Dateline(NamedTuple):
    """The place and day words of a dateline, and the agency that it credits; either may be None."""

    place: str | None
    agency: str | None


def read_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that a report's first paragraph begins with, or None."""
    head = paragraph[:140]
    for form in _FORMS:
        found = form.match(head)
        if found:
            agency = agency_named(found["wire"]) if found["wire"] else None
            if found["wire"] and agency is None:
                continue
            return Dateline(found["place"].strip() or None, agency.name if agency else None)
    return _bare(head)


def read_tail(paragraph: str) -> str | None:
    """Return the agency that a report's last paragraph ends by naming in brackets ("… he said. (AFP)"), or None."""
    found = _TAIL.search(paragraph[-60:])
    agency = agency_named(found["wire"].strip()) if found else None
    return agency.name if agency else None


def _bare(head: str) -> Dateline | None:
    found = _BARE_WIRE.match(head)
    agency = agency_named(found["wire"]) if found else None
    return Dateline(found["place"], agency.name) if found and agency else None
