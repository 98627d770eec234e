"""Figures in words: what was a word in the report has its word on the page."""

import re

import pytest

from musterroll.desk import wording
from musterroll.read.strength import VAGUE
from tests.desk.words import words_alone

words_alone()
SAID = ("hundreds", "several hundred", "thousands", "several thousand", "tens of thousands", "dozens", "scores")


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (200, 999, "hundreds (200–999)"),
        (3_000, 9_999, "several thousand (3,000–9,999)"),
        (40, 99, "scores (40–99)"),
        (201, 999, "201–999"),
        (800, 1_200, "800–1,200"),
    ],
)
def test_a_range_that_was_a_word_has_its_word(low: int, high: int, shown: str) -> None:
    """ "Hundreds" is no count from 200 to 999: the word stands before the numbers that it is read as."""
    assert wording.bounds(low, high).striptags() == shown


@pytest.mark.parametrize("word", SAID)
def test_the_words_are_those_that_the_reader_reads(word: str) -> None:
    """Each word that the desk gives back has the very bounds by which the reader reads it."""
    low, high = next((low, high) for pattern, low, high in VAGUE if re.search(pattern, word))
    assert wording.vague(low, high) == word
