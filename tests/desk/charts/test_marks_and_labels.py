"""Marks tell their kind by shape, labels do not cover each other, marks stay on their side of a deadline."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.desk.charts import Deadline, Point, stock_band
from musterroll.desk.charts.keys import letter
from musterroll.desk.charts.labels import Board, Box, Spot
from musterroll.desk.charts.points import NARROW, WIDE, plot
from musterroll.desk.charts.shapes import KINDS, kind_of, mark, number_of
from musterroll.desk.charts.svg import Frame, cut, fold, width_of
from musterroll.desk.charts.words import in_order, saying
from tests.desk.charts.drawings import DUE, POINTS, Read

FRAME = Frame(400, 300, 40, 390, 10, 280)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "denied", "kind"),
    [
        (5, 5, None, False, "exact"), (5, None, None, False, "least"), (5, 5, "at least", False, "least"),
        (None, 5, None, False, "most"), (5, 5, "up to", False, "most"), (5, 5, "about", False, "about"),
        (3, 5, "about", False, "range"), (0, 0, None, False, "denied"), (5, 5, None, True, "denied"),
        (None, None, None, True, "denied"), (None, None, None, False, "none"), (0, 5, None, False, "range"),
    ],
)  # fmt: skip
def test_the_kind_follows_bounds_and_qualifier(
    low: int | None, high: int | None, qualifier: str | None, denied: bool, kind: str
) -> None:
    """A figure's mark follows what its source leaves open; a denial is one whatever number it denies."""
    assert kind_of(Point("/c", "Monitor", None, low, high, qualifier, denied=denied)) == kind


def test_a_denial_stands_at_zero() -> None:
    """A denied figure is drawn on the axis and not at the number that is denied."""
    assert number_of(Point("/c", "Spokesman", None, 900, 900, denied=True)) == 0


def test_kinds_differ_in_shape() -> None:
    """No two kinds of mark are drawn alike, so that colour is never needed to tell them apart."""
    assert len({mark(kind, 10, 10, 20) for kind in KINDS}) == len(KINDS)


def test_a_point_says_itself_in_words() -> None:
    """The title of a point names the source, the day and the figure with its qualifier."""
    assert saying(Point("/c", "SOHR", "2021-03-25", 6630, None, "at least")) == "SOHR, 25 Mar 2021: at least 6,630"
    assert saying(Point("/c", "X", None, 5, 5, denied=True, copy=True)) == "X, date unknown: denies 5 (a copy)"


def test_origins_have_letters_of_their_own() -> None:
    """Letters of origins do not repeat, however many origins there are."""
    assert len({letter(index) for index in range(200)}) == 200
    assert [letter(index) for index in (0, 25, 26)] == ["A", "Z", "A2"]


def test_a_copy_is_joined_to_its_origin() -> None:
    """A copy is drawn faint and joined by a line; a figure of its own is not."""
    assert 'class="joined"' in stock_band(POINTS).svg
    alone = [point for point in POINTS if not point.copy]
    assert 'class="joined"' not in stock_band(alone).svg


def test_figures_of_no_known_day_have_a_strip_of_their_own() -> None:
    """A figure without a day is drawn in a strip named so, and there is none where all days are known."""
    assert "no date" in Read(stock_band(POINTS).svg).words
    assert "no date" not in Read(stock_band([point for point in POINTS if point.day]).svg).words


def test_a_wide_spread_says_that_it_is_logarithmic() -> None:
    """A logarithmic scale is named on the chart."""
    few, many = Point("/a", "A", "2021-01-01", 30, 30), Point("/b", "B", "2021-01-02", 20000, 20000)
    assert "logarithmic" in Read(stock_band([few, many]).svg).words
    assert "logarithmic" not in Read(stock_band([many]).svg).words


@given(st.lists(st.tuples(st.text(max_size=8), st.floats(0, 400), st.floats(0, 300)), max_size=40))
def test_labels_never_overlap(asked: list[tuple[str, float, float]]) -> None:
    """Of all labels that a board takes no two overlap, and none leaves the picture."""
    board = Board(FRAME)
    spots = [board.place([Spot(words, x, y, "start"), Spot(words, x, y, "end")], 12) for words, x, y in asked]
    boxes = [spot.box(12) for spot in spots if spot]
    assert not [1 for i, box in enumerate(boxes) for other in boxes[:i] if box.meets(other)]
    assert all(box.left >= FRAME.left and box.right <= FRAME.width and box.top >= 0 for box in boxes)


def test_room_that_is_taken_is_not_free() -> None:
    """A board knows what it has given away, across all of its cells."""
    board = Board(FRAME)
    board.take(Box(50, 50, 200, 60))
    assert not board.free(Box(190, 55, 250, 65)) and board.free(Box(201, 50, 250, 60))


@pytest.mark.parametrize("frame", [WIDE, NARROW])
@given(st.lists(st.integers(min_value=-40, max_value=40), min_size=1, max_size=30))
def test_no_mark_steps_across_a_deadline(frame: Frame, offsets: list[int]) -> None:
    """A mark that gives way to another stays before or after the deadline as its day does."""
    due = date(2021, 1, 23)
    points = [Point("/c", "M", str(due + timedelta(days)), 5, 5) for days in offsets]
    plotted = plot(points, [Deadline(str(due), "Due")], frame)
    for point in in_order(points):
        x, _y = plotted.place(point)
        assert point.day == str(due) or (x <= plotted.due[0]) == (point.day < str(due))


def test_words_are_cut_and_folded_to_their_room() -> None:
    """Words are kept whole where they fit; otherwise an ellipsis says that some fell away."""
    assert cut("short", 100, 12) == "short"
    assert cut("a very long line of words", 60, 12).endswith("…")
    lines = fold("paid four hundred of two thousand a month", 120, 12)
    assert len(lines) == 2 and all(width_of(line, 12) <= 120 for line in lines)


def test_deadlines_are_named_with_their_day() -> None:
    """Each deadline's words and day stand on the chart, and lead to its commitment where it has an address."""
    held = Read(stock_band(POINTS, DUE).svg)
    assert "Fighters due to leave, 23 Jan 2021" in held.words and "/commitments/x" in held.links()
