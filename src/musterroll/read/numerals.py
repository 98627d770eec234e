"""English numerals in digits and words, read exactly or not at all.

The one place that turns "20,000", "1.5 million", "half a million", "twenty-five" or "a dozen" into numbers; strength,
money and time build on it.
"""

import re
from dataclasses import dataclass

UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"a": 1, "an": 1, "single": 1, "couple": 2, "pair": 2}
TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "m": 10**6, "mn": 10**6,
    "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
}  # fmt: skip
FRACTIONS = {"half": 0.5, "quarter": 0.25}

DIGITS = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
WORD = "|".join(
    sorted([*UNITS, *TENS, "dozen", "hundred", "thousand", "million", "billion", "trillion"], key=len, reverse=True)
)
TOKEN = re.compile(rf"(?P<digits>{DIGITS})|(?P<word>[a-z]+)", re.I)
NUMERAL = re.compile(
    rf"(?:{DIGITS})(?:[ \u00a0-]?(?:k|m|mn|bn|b|dozen|hundred|thousand|million|billion|trillion)\b)*"
    rf"|\bhalf a (?:dozen|million|billion)\b"
    rf"|\b(?:{WORD})\b(?:(?:[ -]| and )(?:{WORD})\b)*",
    re.I,
)


@dataclass(frozen=True)
class Numeral:
    """A number that stands at `start`…`end` of the phrase."""

    value: float
    start: int
    end: int
    text: str


def to_number(digits: str) -> float:
    """Read digits with thousands separators ("20,000", "20 000") or a decimal point."""
    return float(re.sub(r"[,\u00a0\u202f ]", "", digits))


def word_value(word: str) -> float | None:
    """Return what a numeral word adds, or None if it is none."""
    found = UNITS.get(word, TENS.get(word))
    return None if found is None else float(found)


def read_numeral(text: str) -> float | None:
    """Read a whole numeral phrase, or return None where its words do not make one number ("two three").

    Raises nothing; "half a million" is 500,000 and "two and a half million" is not read here.
    """
    lowered = re.sub(r"^a (?=single|couple|pair)", "", text.lower().strip())
    if half := re.fullmatch(r"half a (dozen|million|billion)", lowered):
        return SCALES[half[1]] / 2
    total, group, seen = 0.0, None, ""
    for token in TOKEN.finditer(lowered.replace(" and ", " ")):
        word = token["word"]
        if word in SCALES:
            group = (1.0 if group is None else group) * SCALES[word]
            if SCALES[word] >= 1000:
                total, group = total + group, None
            seen = "scale"
            continue
        value = to_number(token["digits"]) if token["digits"] else word_value(word or "")
        if value is None or not fits(seen, word, value):
            return None
        group = (group or 0.0) + value
        seen = "tens" if word in TENS else "unit"
    return total + (group or 0.0) if seen else None


def fits(seen: str, word: str | None, value: float) -> bool:
    """Say whether a value may follow what was seen: "twenty five" may, "five twenty" may not."""
    if seen in ("", "scale"):
        return True
    return seen == "tens" and word in UNITS and 0 < value < 10


def find_numerals(text: str) -> list[Numeral]:
    """Return every numeral of a phrase, left to right; phrases that make no one number are left out."""
    found = []
    for match in NUMERAL.finditer(text):
        value = read_numeral(match[0])
        if value is not None:
            found.append(Numeral(value, match.start(), match.end(), match[0]))
    return found
