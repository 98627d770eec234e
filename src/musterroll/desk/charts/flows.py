"""Flows: who came and who went, month by month. Figures of several sources stand side by side and are never added."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk import wording
from musterroll.desk.charts import axes
from musterroll.desk.charts.labels import Board, Box, Spot
from musterroll.desk.charts.marks import Chart, Column, Flow
from musterroll.desk.charts.points import GUTTER, NARROW, WIDE
from musterroll.desk.charts.scales import Days, Heights, days, days_of, linear
from musterroll.desk.charts.shapes import cross, kind_of, number_of, tick
from musterroll.desk.charts.svg import Frame, anchor, line, path, picture, rect, small, tag, text
from musterroll.desk.charts.words import Cells, day_cell, figure, figure_text, link_cell, nothing, unnumbered

THICK = 16.0


@dataclass(frozen=True)
class Months:
    """A picture of flows: its frame, the months, the scale that both directions share, where zero is."""

    frame: Frame
    time: Days
    scale: Heights
    zero: float
    strip: tuple[float, float]
    board: Board

    def height(self, value: int) -> float:
        """Return how high a bar for a number is."""
        return abs(self.scale.at(value) - self.scale.at(0))

    def slot(self, month: str | None) -> tuple[float, float]:
        """Return where a month begins and ends; no known month has the strip at the end."""
        if month is None:
            return self.strip
        first, last = days_of(month[:7])
        return self.time.at(first), self.time.at(last + 1)


def flows_bars(flows: Sequence[Flow], title: str | None = None) -> Chart:
    """Return the chart of flows by month: in above the line, out below it. Each bar is one source's figure."""
    title = title or _("Who came and who went, month by month")
    columns = (Column(_("Month")), Column(_("In or out")), Column(_("On whose word")), Column(_("Figure"), figure=True),
               Column(_("Claim")))  # fmt: skip
    held = sorted(flows, key=lambda flow: (flow.month is None, flow.month or "", flow.direction, flow.source))
    if not held:
        return nothing(title, columns, _("No source says how many came or went."))
    wide, narrow = (draw(held, title, frame) for frame in (replace(WIDE, height=340, bottom=306), NARROW))
    return Chart(title, wide, narrow, key_of(held), columns, tuple(row_of(flow) for flow in held))


def direction_words(flow: Flow) -> str:
    """Return "in" or "out" in the reader's language."""
    return _("in") if flow.direction == "in" else _("out")


def saying(flow: Flow) -> str:
    """Return a flow in a line: "UN, Mar 2021, out: about 300"."""
    words = figure_text(flow) if not unnumbered(flow) else _("no figure given")
    words = _("denies %(figure)s") % {"figure": words} if flow.denied else words
    return f"{flow.source}, {wording.month(flow.month)}, {direction_words(flow)}: {words}"


def row_of(flow: Flow) -> Cells:
    """Return the row of a flow."""
    month = day_cell(flow.month[:7] if flow.month else None)
    said = Markup("{} ({})").format(figure(flow), _("denied")) if flow.denied else figure(flow)
    return (
        month,
        tag("span", direction_words(flow)),
        tag("bdi", flow.source),
        said,
        link_cell(flow.link, _("sentence")),
    )


def key_of(flows: Sequence[Flow]) -> Markup:
    """Return the key to the bars that are there."""
    words = {
        "exact": _("one number"), "least": _("at least: open at its end"), "most": _("up to: hollow"),
        "about": _("about: broken edge"), "range": _("between two numbers: the lesser in full strength"),
        "denied": _("denied, or none"), "none": _("no figure given"),
    }  # fmt: skip
    held = {kind_of(flow) for flow in flows}
    return tag("ul", *[tag("li", swatch(kind), " ", said) for kind, said in words.items() if kind in held],
               class_="chart-key")  # fmt: skip


def swatch(kind: str) -> Markup:
    """Return a small picture of a bar."""
    return small(bar(kind, 5, 10, 12 if kind in ("denied", "none") else 22, 12, 6, -1), kind="bar in")


def draw(flows: Sequence[Flow], title: str, frame: Frame) -> Markup:
    """Return the picture of flows."""
    held = months(flows, frame)
    slots: dict[tuple[str | None, str], list[Flow]] = defaultdict(list)
    for flow in flows:
        slots[(flow.month, flow.direction)].append(flow)
    bars = [drawn for (month, _way), group in slots.items() for drawn in side_by_side(held, month, group)]
    strip = axes.undated_head(held.frame, *held.strip) if any(flow.month is None for flow in flows) else Markup("")
    return picture(frame, title, grid(held, {flow.direction for flow in flows}), axes.month_axis(held.frame, held.time),
                   strip, tag("g", *bars, class_="bars"))  # fmt: skip


def months(flows: Sequence[Flow], frame: Frame) -> Months:
    """Return the empty picture that flows fit into."""
    ways = {flow.direction for flow in flows}
    top = frame.top + frame.font
    zero = (top + frame.bottom) / 2 if len(ways) > 1 else frame.bottom if "in" in ways else top
    most = max(max(flow.low or 0, flow.high or 0) for flow in flows)
    scale = linear(most, zero, top + 6 if "in" in ways else frame.bottom - 6)
    left = axes.side_room(scale.ticks, frame.font)
    right = frame.right - GUTTER if any(flow.month is None for flow in flows) else frame.right
    inner = replace(frame, left=left, right=right, top=top)
    time = days([flow.month[:7] for flow in flows if flow.month], left, right)
    return Months(inner, time, scale, zero, (right + 12, frame.right), Board(inner))


def grid(held: Months, ways: set[str]) -> Markup:
    """Return the numbers at the side, up and down from zero, and the words of the two directions."""
    drawn = [line(held.frame.left, held.zero, held.frame.right, held.zero, "axis")]
    for way, turn in (("in", -1), ("out", 1)):
        if way in ways:
            drawn += side(held, turn)
            words = _("↑ in") if way == "in" else _("↓ out")
            y = held.frame.top - 4 if way == "in" else held.frame.bottom - 12
            drawn.append(text(held.frame.left + 4, y, words, "tick year"))
    return tag("g", *drawn, class_="numbers", aria_hidden="true")


def side(held: Months, turn: int) -> list[Markup]:
    """Return the lines and numbers of one direction."""
    drawn = []
    for number in held.scale.ticks:
        y = held.zero + turn * held.height(number)
        drawn.append(line(held.frame.left, y, held.frame.right, y, "grid"))
        drawn.append(text(held.frame.left - 6, y + 4, wording.number(number), "tick", "end"))
    return drawn


def side_by_side(held: Months, month: str | None, flows: Sequence[Flow]) -> Iterable[Markup]:
    """Give the bars of one month and direction, beside each other."""
    begin, end = held.slot(month)
    pitch = min((end - begin) * 0.9 / len(flows), THICK + 2)
    start = (begin + end - pitch * len(flows)) / 2
    for index, flow in enumerate(flows):
        yield one(held, flow, start + index * pitch, max(pitch - min(2.0, pitch / 4), 0.8))


def one(held: Months, flow: Flow, x: float, width: float) -> Markup:
    """Return one flow as a link to its claim, with its number where there is room."""
    turn = -1 if flow.direction == "in" else 1
    kind = kind_of(flow)
    tall = held.height(number_of(flow))
    lesser = held.height(min(flow.low or 0, flow.high or 0)) if kind == "range" else 0.0
    far = held.zero + turn * max(tall, 2.0)
    held.board.take(Box(x, min(held.zero, far), x + width, max(held.zero, far)))
    room = rect(x, min(held.zero, far) - 3, width, abs(far - held.zero) + 6, "hit")
    drawn = bar(kind, x, width, held.zero, max(tall, 2.0), lesser, turn)
    words = label(held, flow, x + width / 2, far)
    return tag("g", anchor(flow.link, saying(flow), room, drawn, words), class_="bar in" if turn < 0 else "bar out")


def bar(kind: str, x: float, width: float, zero: float, tall: float, lesser: float, turn: int) -> Markup:
    """Return a bar of its kind from the line of zero, up (`turn` -1) or down (1)."""
    middle, far = x + width / 2, zero + turn * tall
    if kind == "denied":
        return cross(middle, zero)
    if kind == "none":
        return tick(middle, zero)
    drawn = rect(
        x, min(zero, far), width, tall, {"most": "hollow", "about": "hatched", "range": "light"}.get(kind, "full")
    )
    if kind == "range":
        drawn += rect(x, min(zero, zero + turn * lesser), width, lesser, "full")
    if kind == "least":
        tip = far + turn * 8
        drawn += line(middle, far, middle, tip, "open")
        drawn += path([(middle - 3, tip - turn * 3), (middle, tip), (middle + 3, tip - turn * 3)], "open")
    return drawn


def label(held: Months, flow: Flow, x: float, far: float) -> Markup:
    """Return the number at a bar's end, or nothing where there is no room for it."""
    if flow.denied or unnumbered(flow):
        return Markup("")
    font, turn = held.frame.font - 1, -1 if flow.direction == "in" else 1
    reach = 12 if kind_of(flow) == "least" else 4
    y = far - reach if turn < 0 else far + reach + font * 0.8
    spot = held.board.place([Spot(wording.number(number_of(flow)), x, y, "middle")], font)
    return text(spot.x, spot.y, spot.words, "label", "middle") if spot else Markup("")
