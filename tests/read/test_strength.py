"""Strength phrases become the bounds that the guide gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.read.reader import first_figure
from musterroll.read.strength import normalise_strength
from musterroll.records import Part, Quantity, Span

TABLE = [
    ("20,000", 20000, 20000, False),
    ("some 300", 300, 300, True),
    ("as many as 20,000", None, 20000, False),
    ("up to 20,000", None, 20000, False),
    ("Fewer than 90", None, 90, False),
    ("at least 35", 35, None, False),
    ("more than 35", 35, None, False),
    ("no more than 600", None, 600, False),
    ("no fewer than 213", 213, None, False),
    ("between 1,500 and 2,000", 1500, 2000, False),
    ("1,500 to 2,000", 1500, 2000, False),
    ("1,500-2,000", 1500, 2000, False),
    ("15 to 20 thousand", 15000, 20000, False),
    ("dozens", 24, 99, True),
    ("scores of", 40, 99, True),
    ("hundreds of", 200, 999, True),
    ("thousands", 2000, 9999, True),
    ("tens of thousands of", 20000, 99999, True),
    ("hundreds of thousands", 200000, 999999, True),
    ("several hundred", 300, 999, True),
    ("a few", 3, 9, True),
    ("a dozen", 12, 12, False),
    ("half a million", 500000, 500000, False),
    ("1.5 million", 1500000, 1500000, False),
    ("twenty-five", 25, 25, False),
    ("two hundred and fifty", 250, 250, False),
    ("a", 1, 1, False),
    ("one", 1, 1, False),
    ("a single", 1, 1, False),
    ("10,000-strong", 10000, 10000, False),
    ("about 10,000 strong", 10000, 10000, True),
    ("300 or so", 300, 300, True),
    ("500 or more", 500, None, False),
    ("exceeded one thousand", 1000, None, False),
    ("18 000", 18000, 18000, False),
    ("3 men", 3, 3, False),
]


@pytest.mark.parametrize(("phrase", "low", "high", "approximate"), TABLE)
def test_a_phrase_gives_its_bounds(phrase: str, low: int | None, high: int | None, approximate: bool) -> None:
    """Each phrase of the guide's section 5, and its neighbours, gives exactly these bounds."""
    assert normalise_strength(phrase) == Quantity(low, high, approximate)


@pytest.mark.parametrize(
    "phrase",
    [
        "many",
        "some",
        "a number of",
        "most of",
        "a battalion",
        "two divisions",
        "two-thirds",
        "not one",
        "",
        "3rd",
        "20 per cent",
    ],
)
def test_a_phrase_without_a_figure_is_unknown(phrase: str) -> None:
    """Words for numbers without a figure, ordinals and shares give None, never a guess."""
    assert normalise_strength(phrase) is None


@given(st.integers(1, 10**9))
def test_any_whole_number_reads_back(number: int) -> None:
    """A figure with or without separators reads back as itself."""
    assert normalise_strength(f"{number:,}") == Quantity(number, number, False)
    assert normalise_strength(str(number)) == Quantity(number, number, False)


@given(st.text(max_size=60))
def test_any_text_gives_ordered_bounds_or_none(text: str) -> None:
    """No text makes the grammar fail, and a lower bound is never above an upper one."""
    found = normalise_strength(text)
    if found and found.min is not None and found.max is not None:
        assert found.min <= found.max


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_keeps_its_order(one: int, other: int) -> None:
    """ "between A and B" has A and B for bounds where A is not above B."""
    low, high = sorted((one, other))
    assert normalise_strength(f"between {low:,} and {high:,}") == Quantity(low, high, False)


def test_a_claim_takes_the_first_strength_that_states_a_figure() -> None:
    """“Altogether” and “a maximum of” beside the figure do not hide it; the first of two figures counts."""
    text = "Altogether 5,970 and 300"
    parts = [Part("strength", Span(0, 10)), Part("strength", Span(11, 16)), Part("strength", Span(21, 24))]
    assert first_figure(text, parts) == Quantity(5970, 5970, False)
    assert first_figure(text, parts[:1]) is None
