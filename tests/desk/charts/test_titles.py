"""Titles that say what a chart shows, counted from its marks."""

import pytest

from musterroll.desk.charts import Event, Point, lengths
from musterroll.desk.charts.titles import of_events, of_evidence, of_points

THERE = "There: %(said)s"
POINTS = [
    Point("/a", "A", "2021-01", 300, 300, origin="A"),
    Point("/b", "B", "2021-02", 800, 2500, origin="B"),
    Point("/c", "C", "2021-03", 800, 2500, origin="B", copy=True),
    Point("/d", "D", "2021-03", 9000, 9000, origin="D", denied=True),
    Point("/e", "E", "2021-03", None, None, origin="E"),
]


def test_a_title_counts_sources_and_not_their_copies() -> None:
    """Copies, denials and words without a figure do not count as sources, nor do their figures as bounds."""
    assert of_points(POINTS, THERE) == "There: 2 sources, from 300 to 2,500"


def test_one_figure_is_given_as_it_is_said() -> None:
    """Where all say the same the title has the figure with its qualifier."""
    said = [Point("/a", "A", "2021-01", 5000, None, "at least"), Point("/b", "B", "2021-01", 5000, None, "at least")]
    assert of_points(said, THERE) == "There: 2 sources, at least 5,000"


def test_nobody_gives_a_figure() -> None:
    """Of denials alone there is no such title."""
    assert of_points(POINTS[3:], THERE) is None


def test_a_stage_without_a_claim_is_named() -> None:
    """That nothing is confirmed is said, and not left to the empty lane."""
    events = [Event("/e", "2021-01-01", stage, "w", "s") for stage in ("announced", "announced", "reported")]
    assert of_events(events) == "Claims of leaving: 2 announced, 1 reported, none confirmed, none verified"


@pytest.mark.parametrize(("speaks_for", "against"), [(0, 1), (7, 23)])
def test_both_sides_are_in_the_title(speaks_for: int, against: int) -> None:
    """The title of the evidence has both numbers, also where one is zero."""
    words = of_evidence(speaks_for, against)
    assert str(speaks_for) in words and words.startswith(str(against))


def test_lengths_are_on_one_scale_and_say_what_is_open() -> None:
    """A figure twice as great is twice as long; "at least" has an open end, a range a full and a light part."""
    one, two, between = lengths(
        [
            Point("/a", "", None, 1000, 1000),
            Point("/b", "", None, 2000, None, "at least"),
            Point("/c", "", None, 500, 2000),
        ]
    )
    widths = [float(bar.split('width="')[1].split('"')[0]) for bar in (one, two)]
    assert widths[1] == pytest.approx(2 * widths[0], rel=0.01)
    assert 'class="open"' in two and 'class="open"' not in one
    assert 'class="light"' in between and 'class="full"' in between
