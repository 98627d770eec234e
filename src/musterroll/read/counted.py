"""Strength beside the force: "two men" and "some 300 | fighters" where pass 2 left the count inside the force or out.

The guide counts the number of a force as a part of its own. A count that opens a force's span, or stands right before
it, is taken out as strength; nothing is taken from further away.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from musterroll.read.numerals import NUMERAL
from musterroll.records import Part, Span

QUALIFIER = (
    r"(?:at least|at most|as many as|as few as|more than|fewer than|less than|no more than|no fewer than|not more than|"
    r"up to|over|under|about|around|some|roughly|approximately|nearly|almost|close to|perhaps|maybe|an estimated|"
    r"estimated|another|a further|further|a total of|between|all|only|just|barely|other|the remaining|the other)"
)
FIGURE = NUMERAL.pattern
VAGUE = (
    r"(?:tens of thousands|hundreds of thousands|thousands|hundreds|dozens|scores|"
    r"(?:several|a few|many) (?:thousand|hundred|dozen)|"
    r"a number|a handful|a couple|a few|several|many|some|few)"
)
COUNT = re.compile(
    rf"(?:(?:{QUALIFIER}\s+)*(?:{FIGURE})(?:\s*(?:to|and|or|-|–)\s*(?:{FIGURE}))?|(?:{QUALIFIER}\s+)*{VAGUE})(?:\s+of)?(?=\s)",
    re.I,
)
# Numerals that count no persons: a year, a day of a month, an ordinal name of a unit.
NO_COUNT = re.compile(r"(?:19|20)\d\d$|^(?:a|an|one of)$", re.I)
COUNTING_TYPES = frozenset(("presence", "movement", "withdrawal", "recruitment", "pay", "support", "clash", "toll"))
BEFORE = 48


def count_opening(text: str, span: Span) -> Span | None:
    """Return the count that opens a span and leaves a noun behind it, or None."""
    found = COUNT.match(text, span.start, span.end)
    if not found or NO_COUNT.search(found[0]) or not text[found.end() : span.end].strip():
        return None
    return Span(span.start, found.end())


def count_before(text: str, span: Span, start: int) -> Span | None:
    """Return the count that stands right before a span, past an article, or None; `start` is its sentence's."""
    begin = max(start, span.start - BEFORE)
    for found in COUNT.finditer(text, begin, span.start + 1):
        whole = found.start() == start or not text[found.start() - 1].isalnum()
        if whole and not text[found.end() : span.start].strip() and not NO_COUNT.search(found[0]):
            return Span(*found.span())
    return None


def with_counts(text: str, kind: str, parts: Sequence[Part], sentence: Span) -> tuple[Part, ...]:
    """Return a claim's parts with the counts of its forces as strength parts, in text order, where it has none yet."""
    if kind not in COUNTING_TYPES or any(part.role == "strength" for part in parts):
        return tuple(parts)
    made: list[Part] = []
    for part in parts:
        if part.role != "force":
            made.append(part)
            continue
        count = count_opening(text, part.span)
        if count:
            rest = text[count.end : part.span.end]
            part = replace(part, span=Span(part.span.end - len(rest.lstrip()), part.span.end))
        else:
            count = count_before(text, part.span, sentence.start)
        made.append(part)
        if count and not any(part.span == count for part in made):
            made.append(Part("strength", count))
    return tuple(sorted(made, key=lambda part: part.span))
