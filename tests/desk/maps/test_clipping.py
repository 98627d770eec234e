"""Cutting to a window keeps what is inside and nothing that is far outside."""

from hypothesis import given
from hypothesis import strategies as st

from musterroll.desk.maps.clipping import Window, clip_area, clip_line, thinned

WINDOW = Window(0, 0, 10, 10)
SPOTS = st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=4, max_size=30)


@given(SPOTS)
def test_a_clipped_area_is_inside(ring: list[tuple[float, float]]) -> None:
    """No point of a clipped area lies outside the window."""
    assert all(-1e-6 <= x <= 10 + 1e-6 and -1e-6 <= y <= 10 + 1e-6 for x, y in clip_area(ring, WINDOW))


def test_a_window_inside_an_area_is_all_area() -> None:
    """Where land surrounds the window the clipped land is the whole window."""
    around = [(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0), (-5.0, -5.0)]
    assert set(clip_area(around, WINDOW)) == {(0, 0), (10, 0), (10, 10), (0, 10)}


@given(SPOTS)
def test_a_clipped_line_keeps_all_points_inside(line: list[tuple[float, float]]) -> None:
    """Every point of a line that lies in the window is in one of its runs."""
    kept = {spot for run in clip_line(line, WINDOW) for spot in run}
    assert {spot for spot in line if WINDOW.holds(spot)} <= kept


def test_a_line_that_leaves_and_comes_back_is_two_runs() -> None:
    """A line is not joined across what lies outside."""
    line = [(1.0, 1.0), (20.0, 1.0), (30.0, 5.0), (20.0, 9.0), (1.0, 9.0)]
    assert clip_line(line, WINDOW) == [line[:2], line[3:]]


def test_a_line_across_a_window_is_kept() -> None:
    """A straight border with both of its ends outside the window is drawn in it."""
    assert clip_line([(-20.0, 5.0), (30.0, 5.0)], WINDOW) == [[(-20.0, 5.0), (30.0, 5.0)]]


def test_thinning_keeps_the_ends() -> None:
    """What is nearer than a step is left out, the first and last point never."""
    assert thinned([(0, 0), (0.5, 0), (3, 0), (3.2, 0)], 1) == [(0, 0), (3, 0), (3.2, 0)]
    assert thinned([(0, 0)], 1) == [(0, 0)]
