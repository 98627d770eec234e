"""Lengths: one figure a picture, all on one scale, for a list whose rows have words of their own."""

from collections.abc import Sequence

from markupsafe import Markup

from musterroll.desk.charts.marks import Point
from musterroll.desk.charts.scales import Heights, linear
from musterroll.desk.charts.shapes import kind_of, number_of
from musterroll.desk.charts.svg import line, path, rect, tag

WIDTH, HEIGHT, TIP = 320.0, 18.0, 14.0
TOP, BOTTOM = 3.0, 15.0
FILLS = {"most": "hollow", "about": "hatched", "range": "light"}


def lengths(points: Sequence[Point]) -> tuple[Markup, ...]:
    """Return a bar a figure, in the order given; each row says its figure in words, so the bars say nothing aloud."""
    most = max((number_of(point) for point in points), default=1)
    scale = linear(most, 0.5, WIDTH - TIP)
    return tuple(picture_of(bar(point, scale)) for point in points)


def picture_of(drawn: Markup) -> Markup:
    """Return a bar as a picture that begins where its column begins."""
    return tag(
        "svg", drawn, viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", preserveAspectRatio="xMinYMid", class_="length",
        aria_hidden="true", focusable="false",
    )  # fmt: skip


def bar(point: Point, scale: Heights) -> Markup:
    """Return the bar of a figure: full to the number given, lighter to the greater of two, open where it is open."""
    kind, end = kind_of(point), scale.at(number_of(point))
    drawn = rect(0.5, TOP, end - 0.5, BOTTOM - TOP, FILLS.get(kind, "full"))
    if kind == "range":
        drawn += rect(0.5, TOP, scale.at(min(point.low or 0, point.high or 0)) - 0.5, BOTTOM - TOP, "full")
    if kind == "least":
        middle = (TOP + BOTTOM) / 2
        drawn += line(end, middle, end + 9, middle, "open")
        drawn += path([(end + 5, middle - 4), (end + 9, middle), (end + 5, middle + 4)], "open")
    return tag("g", drawn, class_="bar")
