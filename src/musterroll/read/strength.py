"""How many: a strength phrase to bounds, by section 5 of the guide (`docs/claims.md`).

"up to 20,000" has no lower bound, "at least 35" no upper one, "dozens" is 24 to 99; a phrase without a figure
("many", "a battalion") is None, never a guess.
"""

import re

from musterroll.read.numerals import Numeral, find_numerals
from musterroll.records import Quantity

VAGUE: tuple[tuple[str, int, int], ...] = (
    (r"\b(?:many |several )?hundreds of thousands\b", 200_000, 999_999),
    (r"\btens of thousands\b", 20_000, 99_999),
    (r"\b(?:several|a few|few) thousand\b", 3_000, 9_999),
    (r"\b(?:many )?thousands\b", 2_000, 9_999),
    (r"\b(?:several|a few|few) hundred\b", 300, 999),
    (r"\b(?:many )?hundreds\b", 200, 999),
    (r"\bcouple (?:of )?hundred\b", 200, 299),
    (r"\b(?:several|a few|few) dozen\b", 36, 99),
    (r"\bdozens\b", 24, 99),
    (r"\bscores\b", 40, 99),
    (r"\b(?:several|a few|few) million\b", 3_000_000, 9_999_999),
    (r"\bmillions\b", 2_000_000, 9_999_999),
    (r"\ba (?:mere )?(?:few|handful)\b|^(?:few|handful)\b(?! of the)", 3, 9),
)
CEILING = re.compile(
    r"(?<!no )(?<!not )\b(?:as many as|up to|at most|no more than|not more than|fewer than|less than|under|below|"
    r"a maximum of|maximum of|not above|till|nearly as many as|as much as)\s*$",
    re.I,
)
FLOOR = re.compile(
    r"(?<!no )(?<!not )\b(?:at least|more than|over|no fewer than|no less than|not less than|not fewer than|upwards of|"
    r"in excess of|above|exceed(?:s|ed|ing)?|well over|a minimum of|minimum of|fully)\s*$",
    re.I,
)
AFTER_FLOOR = re.compile(r"^\s*(?:or more|and more|-plus|\+|plus\b|at least)", re.I)
AFTER_CEILING = re.compile(r"^\s*(?:or fewer|or less|at most|at the most)", re.I)
HEDGE = re.compile(
    r"\b(?:some|about|around|roughly|approximately|nearly|almost|close to|perhaps|maybe|an estimated|estimated|circa|"
    r"an average of|something like|in the region of|as few as|or so|reportedly|approximate|near)\b",
    re.I,
)
# Shares, multiples, negated ones and units larger than a person stay words.
COUNTS_NO_PERSONS = re.compile(
    r"\b(?:all but|in (?:every )?(?:ten|five|four|three|two)|most of|(?:two|three)[ -](?:thirds|quarters|fifths)|"
    r"thirds?|quarters?|times|no one|not one|armies|divisions?|brigades?|regiments?|battalions?|squadrons?|companies|"
    r"columns?|platoons?|squads?)\b",
    re.I,
)
RANGE = re.compile(r"^\s*(?:-|–|—|to|and|or)\s*$", re.I)
SHARED_SCALE = re.compile(r"\b(?:hundred|thousand|million|billion)\b|(?<=\d)(?:k|m|bn)\b", re.I)


def normalise_strength(phrase: str) -> Quantity | None:
    """Return the bounds that a strength phrase states, or None where it states no figure."""
    text = phrase.replace("\u2019", "'").strip()
    for pattern, low, high in VAGUE:
        if found := re.search(pattern, text, re.I):
            return vague(text[: found.start()], low, high)
    figures = [number for number in find_numerals(text) if not is_stray(number, text)]
    if not figures:
        return None
    if COUNTS_NO_PERSONS.search(text):
        return None
    if len(figures) > 1 and RANGE.match(text[figures[0].end : figures[1].start]):
        return ranged(text, figures[0], figures[1])
    return bounded(text, figures[0])


def is_stray(number: Numeral, text: str) -> bool:
    """Say whether a numeral counts nobody: an ordinal, "a number of", "no" alone, an article before another figure."""
    after = text[number.end :]
    if re.match(r"(?:st|nd|rd|th)\b|\s*(?:per cent|percent|%)|-year", after, re.I):
        return True
    if number.text.lower() in ("a", "an"):
        return bool(after.strip()) or bool(text[: number.start].strip())
    return bool(re.match(r"\s+(?:number|host|range|group|string|wave|majority|minority)\b", after, re.I))


def vague(before: str, low: int, high: int) -> Quantity:
    """Bounds of a vague class, opened by "at least" and the like."""
    if FLOOR.search(before):
        return Quantity(low, None, True)
    return Quantity(low, high, True)


def ranged(text: str, low: Numeral, high: Numeral) -> Quantity:
    """Bounds of "1,500 to 2,000"; in "15 to 20 thousand" and "1-2 million" the scale belongs to both."""
    first = low.value
    if first < high.value and not SHARED_SCALE.search(low.text) and (scale := SHARED_SCALE.search(high.text)):
        factor = high.value / float(max(1.0, leading(high.text, scale.start())))
        first = first * factor if first * factor <= high.value else first
    if first > high.value or FLOOR.search(text[: low.start]):
        return bounded(text, low)
    return Quantity(int(first), int(high.value), bool(HEDGE.search(text[: low.start])))


def leading(text: str, end: int) -> float:
    """Return the number before a scale word."""
    numbers = find_numerals(text[:end])
    return numbers[0].value if numbers else 1.0


def bounded(text: str, number: Numeral) -> Quantity:
    """Bounds of one figure with the words around it."""
    before, after, value = text[: number.start], text[number.end :], int(number.value)
    hedged = bool(HEDGE.search(before) or re.match(r"\s*(?:or so|odd)\b|-odd\b", after, re.I))
    if CEILING.search(before) or AFTER_CEILING.match(after):
        return Quantity(None, value, False)
    if FLOOR.search(before) or AFTER_FLOOR.match(after):
        return Quantity(value, None, False)
    return Quantity(value, value, hedged)
