"""Parts are as short as they can be and still complete."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.read.parts import EMPTY, trim_span
from musterroll.records import Span


@pytest.mark.parametrize(
    ("given_words", "kept"),
    [
        ("the army", "army"),
        ("The Syrian army,", "Syrian army"),
        ("a dozen", "a dozen"),
        ("a few hundred", "a few hundred"),
        ("an armed group", "armed group"),
        ("“the group", "group"),
        ("People’s Protection Units (YPG)", "People’s Protection Units (YPG)"),
        ("Anadolu Agency (AA", "Anadolu Agency"),
        ("the", "the"),
    ],
)
def test_a_span_loses_its_article_and_marks(given_words: str, kept: str) -> None:
    """Articles, quotation marks and open brackets go; numbers keep their article."""
    assert trim_span(given_words, Span(0, len(given_words))).of(given_words) == kept


def test_a_bracket_takes_its_other_half() -> None:
    """A span that ends before its closing bracket takes it along."""
    text = "Syrian Democratic Forces (SDF) said"
    assert trim_span(text, Span(0, 29)).of(text) == "Syrian Democratic Forces (SDF)"


@given(st.text(max_size=40), st.data())
def test_a_trimmed_span_stays_inside_and_is_not_empty(text: str, data: st.DataObject) -> None:
    """Whatever the text, trimming leaves a non-empty span inside the old one, but for one closing bracket."""
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = trim_span(text, Span(start, end))
    assert start <= found.start < found.end <= end + 1


@pytest.mark.parametrize(("words", "says"), [("for", False), ("of", False), ("a", False), ("US", True), ("some", True)])
def test_a_word_that_says_nothing_is_no_part(words: str, says: bool) -> None:
    """A preposition or an article alone is not taken for a part."""
    assert (EMPTY.match(words) is None) == says
