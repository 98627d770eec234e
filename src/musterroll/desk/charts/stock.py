"""The stock of a force over time: how many are said to be there, on whose word."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk.charts.keys import key
from musterroll.desk.charts.marks import Chart, Deadline, Point
from musterroll.desk.charts.points import NARROW, WIDE, Plot, draw
from musterroll.desk.charts.svg import line, tag
from musterroll.desk.charts.words import nothing, table_of


def stock_band(points: Sequence[Point], deadlines: Sequence[Deadline] = (), title: str | None = None) -> Chart:
    """Return the chart of a stock over time, every point a source's figure. Points must be of the measure stock."""
    title = title or _("How many are there, on whose word")
    columns, rows = table_of(points)
    if not points:
        return nothing(title, columns, _("No source gives a number present."))
    wide, narrow = (draw(points, deadlines, title, frame, join_copies) for frame in (WIDE, NARROW))
    return Chart(title, wide, narrow, key(points, wide), columns, rows)


def join_copies(plotted: Plot, placed: Sequence[tuple[Point, float, float]]) -> Markup:
    """Return a faint line from each copy to the first figure of its origin that is no copy."""
    origins: dict[str, tuple[float, float]] = {}
    for point, x, y in placed:
        if not point.copy:
            origins.setdefault(point.lineage, (x, y))
    drawn = [
        line(x, y, *origins[point.lineage], "joined")
        for point, x, y in placed
        if point.copy and point.lineage in origins
    ]
    return tag("g", *drawn, class_="copies")
