"""Numerals are read exactly or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.read.numerals import find_numerals, read_numeral

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """Write a number below a million in English words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens = TENS[number // 10 - 2]
        return f"{tens}-{ONES[number % 10]}" if number % 10 else tens
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    rest = f" {in_words(number % 1000)}" if number % 1000 else ""
    return f"{in_words(number // 1000)} thousand{rest}"


@given(st.integers(1, 999_999))
def test_words_read_back(number: int) -> None:
    """Every number below a million, written out, reads back as itself."""
    assert read_numeral(in_words(number)) == number


@pytest.mark.parametrize("phrase", ["two three", "five twenty", "twenty thirty", "nothing"])
def test_words_that_make_no_number_are_none(phrase: str) -> None:
    """Numeral words that do not make one number are not forced into one."""
    assert read_numeral(phrase) is None


@given(st.text(max_size=80))
def test_numerals_stand_where_they_say(text: str) -> None:
    """Each numeral found is the text between its offsets."""
    for numeral in find_numerals(text):
        assert text[numeral.start : numeral.end] == numeral.text
