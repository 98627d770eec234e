"""Evidence by month: what speaks for compliance above the line, what speaks against it below, and the deadline."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk import wording
from musterroll.desk.charts import axes
from musterroll.desk.charts.labels import Board
from musterroll.desk.charts.marks import Chart, Column, Deadline, Held
from musterroll.desk.charts.points import GUTTER, NARROW, WIDE
from musterroll.desk.charts.scales import Days, days, days_of
from musterroll.desk.charts.svg import Frame, anchor, line, picture, rect, small, tag, text, width_of
from musterroll.desk.charts.titles import of_evidence
from musterroll.desk.charts.words import Cells, day_cell, day_text, link_cell, nothing

THICK, TALL = 16.0, 12.0
SINGLE = 40  # up to so many claims a month each has a block of its own; beyond, a month is one bar and opens the table


@dataclass(frozen=True)
class Mirror:
    """A picture of evidence: its frame, the months, where the line is, the height of one claim."""

    frame: Frame
    time: Days
    zero: float
    unit: float
    single: bool

    def slot(self, month: str | None) -> tuple[float, float]:
        """Return the left edge and the width of a month's column."""
        begin, end = self.frame.right + 12, self.frame.right + GUTTER
        if month is not None:
            first, last = days_of(month)
            begin, end = self.time.at(first), self.time.at(last + 1)
        width = min((end - begin) * 0.86, THICK)
        return (begin + end - width) / 2, width


def evidence_by_day(
    speaks_for: Sequence[Held], against: Sequence[Held], deadlines: Sequence[Deadline] = (), title: str | None = None
) -> Chart:
    """Return the chart of evidence by month, a block a claim, mirrored at the line."""
    title = title or of_evidence(len(speaks_for), len(against))
    columns = (Column(_("Day")), Column(_("Speaks")), Column(_("On whose word")), Column(_("Why")), Column(_("Claim")))
    held = [(item, True) for item in speaks_for] + [(item, False) for item in against]
    held.sort(key=lambda pair: (pair[0].day is None, pair[0].day or ""))
    if not held:
        return nothing(title, columns, _("Nothing is held for or against it yet."))
    wide, narrow = (
        draw(speaks_for, against, deadlines, title, frame)
        for frame in (replace(WIDE, height=300, bottom=266), replace(NARROW, height=300, bottom=270))
    )
    rows = tuple(row_of(item, side) for item, side in held)
    return Chart(title, wide, narrow, key(), columns, rows)


def row_of(item: Held, speaks_for: bool) -> Cells:
    """Return the row of a claim."""
    side = tag("span", _("for") if speaks_for else _("against"), class_=f"mark {'for' if speaks_for else 'against'}")
    return (
        day_cell(item.day),
        side,
        tag("bdi", item.source),
        tag("span", item.why),
        link_cell(item.link, _("sentence")),
    )


def key() -> Markup:
    """Return the key to the two sides."""
    pairs = (
        ("for", _("speaks for compliance: above the line")),
        ("against", _("speaks against: below, with a stroke")),
    )
    rows = [
        tag("li", small(block(side, 3, 6, 14, 12)), " ", words)
        for side, words in pairs
    ]  # fmt: skip
    return tag("ul", *rows, class_="chart-key")


def by_month(held: Iterable[Held]) -> dict[str | None, list[Held]]:
    """Return claims by the month they are about; a claim about a year alone is of no known month."""
    months: dict[str | None, list[Held]] = defaultdict(list)
    for item in sorted(held, key=lambda item: item.day or ""):
        months[item.day[:7] if item.day and len(item.day) >= 7 else None].append(item)
    return months


def draw(
    above: Sequence[Held], below: Sequence[Held], deadlines: Sequence[Deadline], title: str, frame: Frame
) -> Markup:
    """Return the picture of both sides."""
    ups, downs = by_month(above), by_month(below)
    held = mirror(ups, downs, deadlines, frame)
    strip = axes.undated_head(held.frame, *strip_of(held)) if None in ups or None in downs else Markup("")
    blocks = [
        drawn for months, side in ((ups, "for"), (downs, "against")) for month, items in months.items()
        for drawn in column(held, month, items, side)
    ]  # fmt: skip
    return picture(
        frame, title, axes.month_axis(held.frame, held.time), strip, sides(held),
        tag("g", *blocks, class_="blocks"), axes.deadline_lines(held.frame, held.time, deadlines, Board(held.frame)),
    )  # fmt: skip


def strip_of(held: Mirror) -> tuple[float, float]:
    """Return the edges of the strip for claims of no known month."""
    return held.frame.right + 12, held.frame.right + GUTTER


def mirror(
    ups: dict[str | None, list[Held]], downs: dict[str | None, list[Held]], deadlines: Sequence[Deadline], frame: Frame
) -> Mirror:
    """Return the empty picture that both sides fit into."""
    undated = None in ups or None in downs
    inner = replace(
        frame, left=14 + width_of(_("↓ against"), frame.font), right=frame.right - GUTTER if undated else frame.right,
        top=axes.deadline_room(deadlines, frame.font) + 8,
    )  # fmt: skip
    most_up, most_down = (max(map(len, side.values()), default=0) for side in (ups, downs))
    room = inner.bottom - inner.top - 2 * frame.font - 12
    unit = min(room / (most_up + most_down), TALL)
    zero = inner.top + frame.font + 6 + room * most_up / (most_up + most_down)
    months = [month for month in {*ups, *downs} if month]
    time = days(months + [deadline.day for deadline in deadlines], inner.left, inner.right)
    return Mirror(inner, time, zero, unit, max(most_up, most_down) <= SINGLE)


def sides(held: Mirror) -> Markup:
    """Return the line between the sides and the words at both."""
    left = 4.0
    return tag(
        "g", line(held.frame.left, held.zero, held.frame.right, held.zero, "axis"),
        text(left, held.zero - 6, _("↑ for"), "tick year for"),
        text(left, held.zero + held.frame.font + 3, _("↓ against"), "tick year against"), class_="numbers",
        aria_hidden="true",
    )  # fmt: skip


def column(held: Mirror, month: str | None, items: Sequence[Held], side: str) -> Iterable[Markup]:
    """Give a month's claims, a block each, or one bar where they are too many to be told apart."""
    x, width = held.slot(month)
    turn = -1 if side == "for" else 1
    if not held.single:
        tall = held.unit * len(items)
        words = f"{wording.month(month)}: {wording.number(len(items))}"
        yield tag("g", tag("title", words), block(side, x, min(held.zero, held.zero + turn * tall), width, tall))
        return
    for index, item in enumerate(items):
        y = held.zero + turn * held.unit * (index + (1 if turn < 0 else 0))
        words = f"{item.source}, {day_text(item.day)}: {item.why}"
        yield anchor(item.link, words, block(side, x, y + 0.5, width, held.unit - min(1.5, held.unit / 3)))


def block(side: str, x: float, y: float, width: float, tall: float) -> Markup:
    """Return a block; one against has a stroke through it, so that colour is not alone."""
    drawn = rect(x, y, width, tall, f"block {side}")
    if side == "against":
        drawn += line(x + 1, y + tall - 1, x + width - 1, y + 1, "stroke")
    return drawn
