"""What is asked about places: a part of a claim, and the words that say how near is meant."""

import re
from dataclasses import dataclass

from musterroll.records import Span

ABOUT = re.compile(
    r"\b(?:near|around|outside|outskirts|south of|north of|east of|west of|close to|suburbs?|surroundings|vicinity"
    r"|countryside|desert|road|between|km|kilomet(?:er|re)s|miles)\b",
    re.I,
)


@dataclass(frozen=True)
class AskedPlace:
    """A part of a claim that names a place: its role, its span, and the span of the words to look up."""

    role: str
    span: Span
    named: Span
