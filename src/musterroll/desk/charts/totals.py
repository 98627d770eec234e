"""Totals: how many ever came. A panel of its own, for a total is never compared with a stock."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk.charts.keys import hue, key, letters
from musterroll.desk.charts.labels import Box
from musterroll.desk.charts.marks import Chart, Point
from musterroll.desk.charts.points import NARROW, WIDE, Plot, draw
from musterroll.desk.charts.svg import path, tag
from musterroll.desk.charts.words import nothing, table_of


def totals_steps(points: Sequence[Point], title: str | None = None) -> Chart:
    """Return the chart of totals, a stair for each origin. Points must be of the measure total."""
    title = title or _("How many ever came, on whose word")
    columns, rows = table_of(points)
    if not points:
        return nothing(title, columns, _("No source gives a total."))
    wide, narrow = (draw(points, (), title, frame, stairs) for frame in (WIDE, NARROW))
    return Chart(title, wide, narrow, key(points, wide), columns, rows)


def stairs(plotted: Plot, placed: Sequence[tuple[Point, float, float]]) -> Markup:
    """Return a stair for each origin: a total stands until the same origin gives another."""
    drawn = []
    for index, origin in enumerate(letters([point for point, _x, _y in placed])):
        held = [
            (x, y)
            for point, x, y in placed
            if point.lineage == origin and point.day and not point.copy and not point.denied
        ]
        steps = [corner for here, there in pairwise(held) for corner in (here, (there[0], here[1]), there)]
        for (x1, y1), (x2, y2) in pairwise(steps):
            plotted.board.take(Box(x1 - 1, min(y1, y2) - 1, x2 + 1, max(y1, y2) + 1))
        if steps:
            drawn.append(path(steps, f"stair {hue(index)}"))
    return tag("g", *drawn, class_="stairs")
