"""The key beside a chart."""

from itertools import permutations

from musterroll.desk.charts.keys import letters
from musterroll.desk.charts.marks import Point


def test_letters_do_not_hang_on_the_order_of_the_points() -> None:
    """Origins that first speak on one day have the same letters in the key as in the chart, whatever comes first."""
    points = [Point(f"/claims/{name}/", name, "2019-03-04", 1, 1, origin=name) for name in ("Ash", "Birch", "Cedar")]
    assert len({tuple(letters(row).items()) for row in permutations(points)}) == 1
