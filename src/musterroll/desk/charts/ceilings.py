"""Ceilings: plans and upper bounds, a panel of their own, for they count nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk import wording
from musterroll.desk.charts.marks import Chart, Point
from musterroll.desk.charts.scales import Heights, linear
from musterroll.desk.charts.shapes import number_of
from musterroll.desk.charts.svg import Frame, anchor, cut, line, picture, rect, small, tag, text, width_of
from musterroll.desk.charts.words import figure_text, in_order, nothing, saying, table_of, unnumbered, when

WIDE = Frame(920, 0, 330, 906, 24, 0, 13)
NARROW = Frame(360, 0, 4, 350, 24, 0, 12)


@dataclass(frozen=True)
class Rows:
    """A picture of rows: its frame, the scale along it, the height of a row and of its bar."""

    frame: Frame
    scale: Heights
    pitch: float
    thick: float = 14.0


def ceilings(points: Sequence[Point], title: str | None = None) -> Chart:
    """Return the panel of ceilings, a row a figure. Points must be of the measure ceiling, or plans."""
    title = title or _("Plans and upper bounds")
    columns, table = table_of(points)
    if not points:
        return nothing(title, columns, _("No source gives a plan or an upper bound."))
    wide, narrow = (draw(each_once(in_order(points)), title, frame) for frame in (WIDE, NARROW))
    return Chart(title, wide, narrow, key_of(points), columns, table)


def each_once(points: Sequence[Point]) -> list[tuple[Point, int]]:
    """Return the figures of each origin with how often they are told: a copy says nothing more than its origin."""
    told: dict[tuple[object, ...], list[Point]] = {}
    for point in points:
        same = (point.lineage, point.day, point.until, point.low, point.high, point.qualifier, point.denied)
        told.setdefault((*same, point.planned), []).append(point)
    return [(min(group, key=lambda point: point.copy), len(group)) for group in told.values()]


def draw(told: Sequence[tuple[Point, int]], title: str, frame: Frame) -> Markup:
    """Return the picture of ceilings, each with how often it is told."""
    rows = rows_for([point for point, _times in told], frame)
    drawn = [row(rows, point, times, rows.frame.top + at * rows.pitch) for at, (point, times) in enumerate(told)]
    return picture(rows.frame, title, numbers(rows), tag("g", *drawn, class_="ceilings"))


def rows_for(points: Sequence[Point], frame: Frame) -> Rows:
    """Return the room that points need."""
    pitch = 42.0 if frame.narrow else 26.0
    height = frame.top + pitch * len(points) + 6
    scale = linear(max(number_of(point) for point in points), frame.left, frame.right - 12)
    return Rows(replace(frame, height=height, bottom=height - 4), scale, pitch)


def numbers(rows: Rows) -> Markup:
    """Return the numbers above, with their lines down."""
    drawn, end = [], -99.0
    for tick in rows.scale.ticks:
        x, words = rows.scale.at(tick), wording.number(tick)
        half = width_of(words, rows.frame.font) / 2
        x_words = min(max(x, half + 1), rows.frame.width - half - 1)
        drawn.append(line(x, rows.frame.top - 5, x, rows.frame.bottom, "grid"))
        if x_words - half > end:
            drawn.append(text(x_words, rows.frame.top - 10, words, "tick", "middle"))
            end = x_words + half + 4
    return tag("g", *drawn, class_="numbers", aria_hidden="true")


def row(rows: Rows, point: Point, times: int, y: float) -> Markup:
    """Return one ceiling as a link to its claim: who said it, and a bar that is open at its lesser end."""
    frame = rows.frame
    said = who(frame, point, times, y + 13)
    bar_y = y + (18 if frame.narrow else 2)
    kind = "ceiling planned" if point.planned else "ceiling"
    return tag("g", anchor(point.link, saying(point), rect(0, y, frame.width, rows.pitch, "hit"), said,
                           bar(rows, point, bar_y)), class_=kind)  # fmt: skip


def who(frame: Frame, point: Point, times: int, y: float) -> Markup:
    """Return who said it, about when and how often it is told; a long name is cut, the day never."""
    day = f", {when(point)}" + (f" (×{wording.number(times)})" if times > 1 else "")
    room = (frame.width - 8 if frame.narrow else frame.left - 16) - width_of(day, frame.font)
    x = frame.left if frame.narrow else frame.left - 10
    return text(x, y, cut(point.source, room, frame.font) + day, "label", "start" if frame.narrow else "end")


def bar(rows: Rows, point: Point, y: float) -> Markup:
    """Return the bar of a ceiling with its words in or after it."""
    end = rows.scale.at(number_of(point))
    words = figure_text(point) if not unnumbered(point) else _("no figure given")
    words = _("plan: %(figure)s") % {"figure": words} if point.planned else words
    words = _("denies %(figure)s") % {"figure": words} if point.denied else words
    said = beside(rows, words, end, y + 11.5)
    cap = line(end, y - 1, end, y + rows.thick + 1, "cap")
    return rect(rows.frame.left, y, end - rows.frame.left, rows.thick, "room") + cap + said


def beside(rows: Rows, words: str, end: float, y: float) -> Markup:
    """Return words after a bar, in it where there is no room after it, or across the row where there is none in it."""
    frame, width = rows.frame, width_of(words, rows.frame.font)
    if width <= frame.width - end - 10:
        return text(end + 7, y, words, "label", "start")
    if width <= end - frame.left - 8:
        return text(end - 8, y, words, "label", "end")
    return text(frame.left + 2, y, cut(words, frame.width - frame.left - 6, frame.font), "label", "start")


def key_of(points: Sequence[Point]) -> Markup:
    """Return the key to the two kinds of bar."""
    kinds = [
        ("ceiling", _("an upper bound: at most so many"), any(not point.planned for point in points)),
        ("ceiling planned", _("a plan: broken edge"), any(point.planned for point in points)),
    ]
    rows = [
        tag("li", small(rect(1, 6, 17, 12, "room"), line(18, 5, 18, 19, "cap"), kind=kind), " ", words)
        for kind, words, there in kinds if there
    ]  # fmt: skip
    return tag("ul", *rows, class_="chart-key")
