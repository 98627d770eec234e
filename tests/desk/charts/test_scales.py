"""Scales: round numbers, nothing out of bounds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.desk.charts.scales import Days, days, days_of, heights

FIGURES = st.lists(st.integers(min_value=0, max_value=10**40), min_size=1, max_size=20)
DAYS = st.dates().map(date.isoformat)


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (9, (0, 2, 4, 6, 8, 10)),
        (6630, (0, 2000, 4000, 6000, 8000)),
        (20000, (0, 5000, 10000, 15000, 20000)),
        (1, (0, 1)),
    ],
)
def test_linear_ticks_are_round(most: int, ticks: tuple[int, ...]) -> None:
    """Ticks run from zero to at or past the greatest figure in steps of 1, 2 or 5 times a power of ten."""
    assert heights([most], 100, 0).ticks == ticks


def test_a_wide_spread_is_logarithmic() -> None:
    """Figures that differ by more than a factor of forty get a logarithmic scale, others none."""
    assert heights([300, 20000], 100, 0).logarithmic
    assert not heights([1000, 20000], 100, 0).logarithmic


@given(FIGURES)
def test_heights_are_in_order_and_inside(figures: list[int]) -> None:
    """A greater figure never stands lower than a smaller one, and none outside the scale."""
    scale = heights(figures, 300.0, 20.0)
    drawn = [scale.at(figure) for figure in sorted(figures)]
    assert drawn == sorted(drawn, reverse=True)
    assert all(20.0 <= y <= 300.0 for y in drawn)
    assert 2 <= len(scale.ticks) <= 13


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_month_and_a_year_span_their_days(value: str, first: str, last: str) -> None:
    """A day known only as a month or a year reaches from its first to its last day."""
    assert days_of(value) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@given(st.lists(DAYS, max_size=10), st.integers(min_value=2, max_value=14))
def test_days_and_their_ticks_are_inside(values: list[str], most: int) -> None:
    """All days stand between the edges, and so do the months that are labelled, in their order."""
    scale = days(values, 40.0, 900.0)
    assert all(40.0 <= scale.at(days_of(value)[0]) <= 900.0 for value in values)
    ticks = [x for x, _month, _january in scale.ticks(most)]
    assert 1 <= len(ticks) <= most + 1 and ticks == sorted(ticks) and all(40.0 <= x <= 900.0 for x in ticks)


def test_a_day_beyond_the_scale_is_drawn_at_its_end() -> None:
    """What lies beyond the scale of days is drawn at its edge."""
    assert Days(10, 20, 0.0, 100.0).at(99) == 100.0
