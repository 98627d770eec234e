"""A chart of points over time: what the charts of stocks and of totals share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk.charts import axes
from musterroll.desk.charts.keys import LETTERED, hue, letters
from musterroll.desk.charts.labels import Board, Box, Spot, around
from musterroll.desk.charts.marks import Deadline, Point
from musterroll.desk.charts.scales import Days, Heights, days, days_of, heights
from musterroll.desk.charts.shapes import hit, kind_of, mark, number_of, reach_of
from musterroll.desk.charts.svg import Frame, anchor, line, picture, tag, text
from musterroll.desk.charts.words import figure_text, in_order, saying, unnumbered

WIDE = Frame(920, 400, 60, 906, 14, 366, 13)
NARROW = Frame(360, 360, 44, 352, 14, 330, 12)
GUTTER = 58.0
NAMED = 26  # letters: a longer name stands in the key, and its letter at the mark
ASIDE = (0.0, 9.0, -9.0, 18.0, -18.0, 27.0, -27.0)


@dataclass(frozen=True)
class Plot:
    """A picture of points while it is drawn: its frame, its scales, its deadlines, the room that is taken."""

    frame: Frame
    time: Days
    scale: Heights
    due: tuple[float, ...]
    gutter: tuple[float, float] | None
    board: Board

    def x_of(self, point: Point) -> float:
        """Return where a point stands in time, the middle of what it is about; one of no day stands in the strip."""
        if point.day is None:
            left, right = self.gutter or (self.time.right, self.time.right)
            return (left + right) / 2
        first, last = span(point)
        return self.time.at((first + last) / 2)

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a point is drawn; one that would cover another steps aside, and never across a deadline."""
        x, y = self.x_of(point), self.scale.at(number_of(point))
        top, bottom = reach_of(kind_of(point), y, self.end_of(point))
        boxes = [Box(x + aside - 6, top, x + aside + 6, bottom) for aside in ASIDE if not self.crosses(x, x + aside)]
        box = next((box for box in boxes if self.board.free(box)), boxes[0])
        self.board.take(box)
        return (box.left + box.right) / 2, y

    def crosses(self, x: float, other: float) -> bool:
        """Say whether a deadline lies between two places."""
        return any(min(x, other) < due < max(x, other) for due in self.due)

    def end_of(self, point: Point) -> float | None:
        """Return where the smaller number of a range is drawn, None for what is no range."""
        return self.scale.at(min(point.low or 0, point.high or 0)) if kind_of(point) == "range" else None


def span(point: Point) -> tuple[int, int]:
    """Return the first and last day, as ordinals, that a dated point is about."""
    first, last = days_of(point.day or "")
    return first, max(last, days_of(point.until)[1]) if point.until else last


def plot(points: Sequence[Point], deadlines: Sequence[Deadline], frame: Frame) -> Plot:
    """Return the empty plot that points and deadlines fit into."""
    figures = [number for point in points for number in (point.low, point.high) if number and not point.denied]
    top = axes.deadline_room(deadlines, frame.font) + 20
    left = axes.side_room(heights(figures, 0, 1).ticks, frame.font)
    undated = any(point.day is None for point in points)
    right = frame.right - GUTTER if undated else frame.right
    inner = replace(frame, left=left, right=right, top=top)
    held = [day for point in points for day in (point.day, point.until) if day] + [line.day for line in deadlines]
    time = days(held, left, right)
    due = tuple(time.at(days_of(line.day)[1]) for line in deadlines)
    return Plot(
        inner, time, heights(figures, frame.bottom, top), due,
        (right + 12, frame.right) if undated else None, Board(replace(frame, left=left)),
    )  # fmt: skip


Joiner = Callable[[Plot, Sequence[tuple[Point, float, float]]], Markup]


def draw(points: Sequence[Point], deadlines: Sequence[Deadline], title: str, frame: Frame, join: Joiner) -> Markup:
    """Return the picture of points; `join` draws the lines between them, below the marks."""
    plotted = plot(points, deadlines, frame)
    placed = [(point, *plotted.place(point)) for point in in_order(points)]
    head = axes.undated_head(plotted.frame, *plotted.gutter) if plotted.gutter else Markup("")
    note = text(2, plotted.frame.top - 8, _("logarithmic scale"), "tick") if plotted.scale.logarithmic else Markup("")
    lines = axes.deadline_lines(plotted.frame, plotted.time, deadlines, plotted.board)
    return picture(
        frame, title, axes.number_axis(plotted.frame, plotted.scale), axes.month_axis(plotted.frame, plotted.time),
        head, note, lines, join(plotted, placed), marks(plotted, placed),
    )  # fmt: skip


def marks(plotted: Plot, placed: Sequence[tuple[Point, float, float]]) -> Markup:
    """Return the marks, copies first so that origins lie above them."""
    named = letters([point for point, _x, _y in placed])
    order = {origin: index for index, origin in enumerate(named)}
    drawn = [
        one(plotted, point, x, y, named[point.lineage], hue(order[point.lineage]))
        for point, x, y in sorted(placed, key=lambda held: not held[0].copy)
    ]
    return tag("g", *drawn, class_="points")


def one(plotted: Plot, point: Point, x: float, y: float, letter: str, colour: str) -> Markup:
    """Return one point as a link to its claim, with its label where there is room."""
    drawn = mark(kind_of(point), x, y, plotted.end_of(point))
    kind = f"point {colour} copy" if point.copy else f"point {colour}"
    return tag("g", anchor(point.link, saying(point), hit(x, y), extent(plotted, point, y), drawn,
                           label(plotted, point, x, y, letter)), class_=kind)  # fmt: skip


def extent(plotted: Plot, point: Point, y: float) -> Markup:
    """Return a thin line along the time that a point is about, where that is more than a day."""
    if point.day is None or span(point)[0] == span(point)[1]:
        return Markup("")
    first, last = span(point)
    return line(plotted.time.at(first), y, plotted.time.at(last), y, "extent")


def label(plotted: Plot, point: Point, x: float, y: float, letter: str) -> Markup:
    """Return a point's label: its origin's name and the figure, its letter and the figure, the letter alone, or
    nothing for want of room. A copy that is joined to its origin needs none where the page is wide."""
    if point.copy and not plotted.frame.narrow:
        return Markup("")
    spot = plotted.board.place(labels(plotted.frame, point, x, y, letter), plotted.frame.font - 1)
    if spot is None:
        return Markup("")
    kind = "label" if spot.words.startswith(point.lineage) else f"label {LETTERED}"
    return text(spot.x, spot.y, spot.words, kind, spot.anchor)


def labels(frame: Frame, point: Point, x: float, y: float, letter: str) -> list[Spot]:
    """Return the labels that a point may have, the one that says most first."""
    if frame.narrow:
        return around(letter, x, y)
    number = "" if unnumbered(point) else f" {figure_text(point)}"
    number = f": {_('denied')}" if point.denied else number
    named = around(point.lineage + number, x, y) if len(point.lineage) <= NAMED else []
    return [*named, *(around(letter + number, x, y) if number and not point.denied else []), *around(letter, x, y)]
