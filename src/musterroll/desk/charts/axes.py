"""Axes: numbers to the side, months below, deadlines through the picture."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk import wording
from musterroll.desk.charts.labels import Board, Box
from musterroll.desk.charts.marks import Deadline
from musterroll.desk.charts.scales import Days, Heights, days_of
from musterroll.desk.charts.svg import Frame, anchor, cut, line, tag, text, width_of
from musterroll.desk.charts.words import day_text, deadline_text

LINE = 1.25


def side_room(figures: Sequence[int], font: float) -> float:
    """Return the room that the numbers at the side need."""
    return 10 + max((width_of(wording.number(figure), font) for figure in figures), default=20.0)


def number_axis(frame: Frame, scale: Heights) -> Markup:
    """Return the numbers at the side with their lines across."""
    drawn = [
        line(frame.left, scale.at(tick), frame.right, scale.at(tick), "grid")
        + text(frame.left - 6, scale.at(tick) + 4, wording.number(tick), "tick", "end")
        for tick in scale.ticks
    ]
    said = text(frame.left - 6, frame.bottom + 4, "0", "tick", "end") if scale.logarithmic else Markup("")
    return tag("g", *drawn, said, class_="numbers", aria_hidden="true")


def month_axis(frame: Frame, scale: Days) -> Markup:
    """Return the months below, years in full strength, as many as have room."""
    room = width_of("Mmm 0000", frame.font) + 14
    drawn, end = [line(frame.left, frame.bottom, frame.right, frame.bottom, "axis")], 0.0
    for x, month, january in scale.ticks(max(int((scale.right - scale.left) / room), 2)):
        drawn.append(line(x, frame.bottom, x, frame.bottom + (8 if january else 5), "axis"))
        words = wording.month(month)
        half = width_of(words, frame.font) / 2
        x = min(max(x, half + 1), scale.right + 8 - half)
        if x - half > end:
            drawn.append(text(x, frame.bottom + 8 + frame.font, words, "tick year" if january else "tick", "middle"))
            end = x + half + 4
    return tag("g", *drawn, class_="months", aria_hidden="true")


def deadline_room(deadlines: Sequence[Deadline], font: float) -> float:
    """Return the room above a plot that the words of deadlines need: a line each."""
    return len(deadlines) * font * LINE + 8


def deadline_lines(frame: Frame, scale: Days, deadlines: Sequence[Deadline], board: Board) -> Markup:
    """Return each deadline as a broken line with its words at the top, each on a line of its own."""
    drawn = []
    for row, deadline in enumerate(deadlines):
        x = scale.at(days_of(deadline.day)[1])
        y = frame.font * (LINE * row + 1)
        board.take(Box(x - 2, y, x + 2, frame.bottom))
        drawn.append(deadline_line(frame, deadline, x, y))
    return tag("g", *drawn, class_="deadlines")


def deadline_line(frame: Frame, deadline: Deadline, x: float, y: float) -> Markup:
    """Return one deadline; its words stand on the side that has more room."""
    before = x > frame.width / 2
    words = deadline_text(deadline)
    day = f", {day_text(deadline.day)}"
    room = (x if before else frame.width - x) - 8 - width_of(day, frame.font)
    said = cut(deadline.words, room, frame.font) + day  # long words are cut, the day never
    marks = line(x, y - frame.font * 0.7, x, frame.bottom, "deadline") + text(
        x - 5 if before else x + 5, y, said, "deadline-words", "end" if before else "start"
    )
    return anchor(deadline.link, words, marks) if deadline.link else tag("g", tag("title", words), marks)


def undated_head(frame: Frame, left: float, right: float) -> Markup:
    """Return the head of the strip for figures of no known day."""
    words = cut(_("no date"), right - left + 10, frame.font)
    return tag(
        "g", line(left - 4, frame.top, left - 4, frame.bottom, "grid"),
        line(left, frame.bottom, right, frame.bottom, "axis"),
        text((left + right) / 2, frame.bottom + 8 + frame.font, words, "tick", "middle"), class_="undated",
    )  # fmt: skip
