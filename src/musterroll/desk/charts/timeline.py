"""A timeline: announced, reported, confirmed and verified as four marks against the deadline, rotations in brackets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk.charts import axes
from musterroll.desk.charts.labels import Board, Box, Spot, around
from musterroll.desk.charts.marks import Bracket, Chart, Column, Deadline, Event
from musterroll.desk.charts.points import GUTTER
from musterroll.desk.charts.scales import Days, days, days_of
from musterroll.desk.charts.stages import shown, stage_mark, stage_words
from musterroll.desk.charts.svg import Frame, anchor, cut, line, path, picture, rect, tag, text, width_of
from musterroll.desk.charts.timeline_list import down_the_page
from musterroll.desk.charts.titles import of_events
from musterroll.desk.charts.words import Cells, day_cell, day_text, link_cell, nothing
from musterroll.records.holding import STAGES

LANE = 62.0
ASIDE = (0.0, 15.0, -15.0)
WIDE = Frame(920, 0, 110, 906, 0, 0, 13)


@dataclass(frozen=True)
class Lanes:
    """A picture of events while it is drawn: a lane a stage, with the room that is taken."""

    frame: Frame
    time: Days
    board: Board

    def y_of(self, stage: str) -> float:
        """Return the height of a stage's lane; a stage that is none of the four has the first."""
        return self.frame.top + LANE * ((STAGES.index(stage) if stage in STAGES else 0) + 0.5)

    def place(self, event: Event) -> tuple[float, float]:
        """Return where an event is drawn; one that would cover another steps aside."""
        x = self.frame.right + GUTTER / 2
        if event.day is not None:
            first, last = days_of(event.day)
            x = self.time.at((first + last) / 2)
        y = self.y_of(event.stage)
        boxes = [Box(x - 7, y + aside - 7, x + 7, y + aside + 7) for aside in ASIDE]
        box = next((box for box in boxes if self.board.free(box)), boxes[0])
        self.board.take(box)
        return x, (box.top + box.bottom) / 2


def timeline(
    events: Sequence[Event],
    deadlines: Sequence[Deadline] = (),
    rotations: Sequence[Bracket] = (),
    title: str | None = None,
) -> Chart:
    """Return events against deadlines. Its narrow variant is a list down the page."""
    title = title or of_events(events)
    columns = (Column(_("Day")), Column(_("Stage")), Column(_("What")), Column(_("On whose word")), Column(_("Claim")))
    held = sorted(events, key=lambda event: (event.day is None, event.day or ""))
    if not held:
        return nothing(title, columns, _("No coming or going is reported."))
    rows = tuple(row_of(event) for event in held) + tuple(rotation_row(bracket) for bracket in rotations)
    listed = down_the_page(held, deadlines, rotations, title)
    return Chart(title, draw(held, deadlines, rotations, title), listed, key(held), columns, rows)


def saying(event: Event) -> str:
    """Return an event in a line: "23 Jan 2021, announced: 300 leave Sirte (UN)"."""
    return f"{day_text(event.day)}, {stage_words(event.stage)}: {event.words} ({event.source})"


def row_of(event: Event) -> Cells:
    """Return the row of an event."""
    return (day_cell(event.day), tag("span", stage_words(event.stage)), tag("bdi", event.words),
            tag("bdi", event.source), link_cell(event.link, _("sentence")))  # fmt: skip


def rotation_row(bracket: Bracket) -> Cells:
    """Return the row of a rotation."""
    span = Markup("{} – {}").format(day_cell(bracket.out), day_cell(bracket.back))
    return (span, tag("span", _("rotation")), tag("bdi", bracket.words), Markup("–"),
            link_cell(bracket.link, _("sentence")))  # fmt: skip


def key(events: Sequence[Event]) -> Markup:
    """Return the key to the marks that are there."""
    held = {event.stage for event in events}
    rows = [tag("li", shown(stage), " ", stage_words(stage)) for stage in STAGES if stage in held]
    return tag("ul", *rows, class_="chart-key")


def draw(events: Sequence[Event], deadlines: Sequence[Deadline], rotations: Sequence[Bracket], title: str) -> Markup:
    """Return the picture of events."""
    lanes = lanes_for(events, deadlines, rotations)
    placed = [(event, *lanes.place(event)) for event in events]
    lines = axes.deadline_lines(lanes.frame, lanes.time, deadlines, lanes.board)
    undated = any(event.day is None for event in events)
    strip = (lanes.frame.right + 10, lanes.frame.right + GUTTER)
    head = axes.undated_head(lanes.frame, *strip) if undated else Markup("")
    drawn = [one(lanes, event, x, y) for event, x, y in placed]
    brackets = [bracketed(lanes, bracket, index) for index, bracket in enumerate(rotations)]
    return picture(lanes.frame, title, ground(lanes), axes.month_axis(lanes.frame, lanes.time), head, lines,
                   tag("g", *brackets, class_="rotations"), tag("g", *drawn, class_="events"))  # fmt: skip


def lanes_for(events: Sequence[Event], deadlines: Sequence[Deadline], rotations: Sequence[Bracket]) -> Lanes:
    """Return the empty picture that events, deadlines and rotations fit into."""
    top = axes.deadline_room(deadlines, WIDE.font) + 4
    bottom = top + LANE * len(STAGES) + 24 * len(rotations)
    right = WIDE.right - GUTTER if any(event.day is None for event in events) else WIDE.right
    left = max(WIDE.left, 14 + max(width_of(stage_words(stage), WIDE.font) for stage in STAGES))
    frame = replace(WIDE, height=bottom + 32, top=top, bottom=bottom, right=right, left=left)
    held = [event.day for event in events if event.day] + [deadline.day for deadline in deadlines]
    held += [day for bracket in rotations for day in (bracket.out, bracket.back)]
    return Lanes(frame, days(held, left, right), Board(frame))


def ground(lanes: Lanes) -> Markup:
    """Return the lanes with their words."""
    drawn = [
        line(lanes.frame.left, lanes.y_of(stage), lanes.frame.right, lanes.y_of(stage), "grid")
        + text(lanes.frame.left - 12, lanes.y_of(stage) + 4, stage_words(stage), "tick year", "end")
        for stage in STAGES
    ]
    return tag("g", *drawn, class_="lanes", aria_hidden="true")


def one(lanes: Lanes, event: Event, x: float, y: float) -> Markup:
    """Return one event as a link to its claim, with as many of its words as have room."""
    font = lanes.frame.font - 1
    spots = [spot for room in (260, 190, 140, 110, 80) for spot in beside(cut(event.words, room, font), x, y)]
    spot = lanes.board.place(spots, font)
    said = text(spot.x, spot.y, spot.words, "label", spot.anchor) if spot else Markup("")
    room = tag("circle", cx=x, cy=y, r=12, class_="hit")
    kind = f"stage {event.stage}" if event.stage in STAGES else "stage announced"
    return tag("g", anchor(event.link, saying(event), room, stage_mark(event.stage, x, y), said), class_=kind)


def beside(words: str, x: float, y: float) -> list[Spot]:
    """Return the spots about an event's mark."""
    return around(words, x, y, 11.0)


def bracketed(lanes: Lanes, bracket: Bracket, index: int) -> Markup:
    """Return one rotation as a bracket below the lanes."""
    y = lanes.frame.top + LANE * len(STAGES) + 24 * index + 8
    first, last = (lanes.time.at(days_of(day)[0]) for day in sorted((bracket.out, bracket.back)))
    last = max(last, first + 4)
    words = _("rotation: %(words)s") % {"words": bracket.words}
    before = last > lanes.frame.width * 0.6
    x = first - 6 if before else last + 6
    said = cut(words, (x - lanes.frame.left if before else lanes.frame.width - x) - 4, lanes.frame.font - 1)
    return tag(
        "g", anchor(bracket.link, words, rect(first, y - 8, last - first, 20, "hit"),
                    path([(first, y - 6), (first, y + 2), (last, y + 2), (last, y - 6)], "bracket"),
                    text(x, y + 5, said, "label", "end" if before else "start")), class_="rotation",
    )  # fmt: skip
