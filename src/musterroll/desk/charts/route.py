"""The way of recruits: where they are recruited, by what route, to where, with what was offered and what is owed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk.charts.marks import Chart, Column, Leg, Stage
from musterroll.desk.charts.svg import Frame, anchor, fold, link_to, path, picture, rect, tag, text
from musterroll.desk.charts.words import Cells, figure, figure_text, link_cell, nothing, unnumbered

KINDS = ("recruitment", "route", "destination")
WIDE = Frame(920, 0, 4, 916, 34, 0, 13)
BOX, LINE, GAP = 216.0, 18.0, 18.0
STEP = (WIDE.right - WIDE.left - BOX) / 2  # from one column to the next
A_ROW = 4  # stops side by side, where all are of one kind


@dataclass(frozen=True)
class Place:
    """Where a stop is drawn."""

    stage: Stage
    x: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.height / 2


def route(stages: Sequence[Stage], legs: Sequence[Leg] = (), title: str | None = None) -> Chart:
    """Return the way of recruits in three columns; a leg is drawn only where a claim names both its ends."""
    title = title or _("From recruitment to destination")
    columns = (Column(_("Stop")), Column(_("Where")), Column(_("Figure"), figure=True), Column(_("Notes")),
               Column(_("Claim")))  # fmt: skip
    if not stages:
        return nothing(title, columns, _("No source tells where recruits come from."))
    ordered = [stage for kind in KINDS for stage in stages if stage.kind == kind]
    ordered += [stage for stage in stages if stage.kind not in KINDS]
    rows = tuple(row_of(stage) for stage in ordered) + tuple(leg_row(leg, ordered) for leg in legs)
    return Chart(title, draw(ordered, legs, title), listed(ordered, title), Markup(""), columns, rows)


def kind_words(kind: str) -> str:
    """Return the kind of a stop in the reader's language."""
    return {"recruitment": _("Recruitment"), "route": _("Route"), "destination": _("Destination")}.get(kind, kind)


def row_of(stage: Stage) -> Cells:
    """Return the row of a stop."""
    notes = Markup("; ").join(tag("bdi", note) for note in stage.notes)
    return (tag("span", kind_words(stage.kind)), tag("bdi", stage.name), figure(stage), notes,
            link_cell(stage.link, _("sentences")))  # fmt: skip


def leg_row(leg: Leg, stages: Sequence[Stage]) -> Cells:
    """Return the row of a leg."""
    names = {stage.id: stage.name for stage in stages}
    ends = Markup("{} → {}").format(*(tag("bdi", names.get(end, end)) for end in (leg.start, leg.end)))
    return tag("span", _("way")), ends, figure(leg), Markup(""), link_cell(leg.link, _("sentences"))


def saying(stage: Stage) -> str:
    """Return a stop in a line."""
    said = [figure_text(stage)] if not unnumbered(stage) else []
    return f"{kind_words(stage.kind)}: {stage.name}. " + "; ".join([*said, *stage.notes])


def lines_of(stage: Stage, room: float, font: float) -> list[tuple[str, str]]:
    """Return the lines written in a stop's box, each with its class."""
    numbers = [(figure_text(stage), "number")] if not unnumbered(stage) else []
    notes = [(line, "note") for note in stage.notes for line in fold(note, room, font - 1)]
    return [*((line, "name") for line in fold(stage.name, room / 1.08, font)), *numbers, *notes]


def places(stages: Sequence[Stage]) -> tuple[dict[str, Place], float]:
    """Return where stops are drawn, each kind that is there in a column from the top, and the height of the whole."""
    kinds = kinds_of(stages)
    if len(kinds) == 1:
        return in_rows(stages)
    held: dict[str, Place] = {}
    lowest = WIDE.top
    for column, kind in enumerate(kinds):
        y = WIDE.top
        for stage in (stage for stage in stages if column_of(stage) == kind):
            held[stage.id] = Place(stage, WIDE.left + STEP * column, y, height_of(stage))
            y += height_of(stage) + GAP
        lowest = max(lowest, y)
    return held, lowest


def in_rows(stages: Sequence[Stage]) -> tuple[dict[str, Place], float]:
    """Return where stops of one kind are drawn, side by side."""
    step = (WIDE.right - WIDE.left - BOX) / (A_ROW - 1)
    pitch = max(map(height_of, stages)) + GAP
    held = {
        stage.id: Place(stage, WIDE.left + step * (at % A_ROW), WIDE.top + pitch * (at // A_ROW), height_of(stage))
        for at, stage in enumerate(stages)
    }
    return held, WIDE.top + pitch * -(-len(stages) // A_ROW)


def column_of(stage: Stage) -> str:
    """Return the kind of the column that a stop stands in."""
    return stage.kind if stage.kind in KINDS else "route"


def kinds_of(stages: Sequence[Stage]) -> list[str]:
    """Return the kinds that have a stop, in the order of the way."""
    return [kind for kind in KINDS if any(column_of(stage) == kind for stage in stages)]


def height_of(stage: Stage) -> float:
    """Return the height of a stop's box."""
    return LINE * len(lines_of(stage, BOX - 22, WIDE.font)) + 14


def draw(stages: Sequence[Stage], legs: Sequence[Leg], title: str) -> Markup:
    """Return the picture of stops and legs."""
    held, lowest = places(stages)
    frame = replace(WIDE, height=lowest, bottom=lowest)
    kinds = kinds_of(stages)
    heads = [
        text(WIDE.left + STEP * column, 18, kind_words(kind) + (" →" if kind != kinds[-1] else ""), "head", "start")
        for column, kind in enumerate(kinds)
    ]
    ways = [way(held[leg.start], held[leg.end], leg) for leg in legs if leg.start in held and leg.end in held]
    return picture(frame, title, tag("g", *heads, aria_hidden="true"), tag("g", *ways, class_="legs"),
                   tag("g", *[box(place) for place in held.values()], class_="stops"))  # fmt: skip


def box(place: Place) -> Markup:
    """Return a stop as a link to what is said of it."""
    written = [
        text(place.x + 12, place.y + LINE * (row + 1) + 1, words, kind, "start")
        for row, (words, kind) in enumerate(lines_of(place.stage, BOX - 22, WIDE.font))
    ]
    return tag("g", anchor(place.stage.link, saying(place.stage), rect(place.x, place.y, BOX, place.height, "stop"),
                           rect(place.x, place.y, 4, place.height, "edge"), *written),
               class_=f"stage-{place.stage.kind}" if place.stage.kind in KINDS else "stage-route")  # fmt: skip


def way(start: Place, end: Place, leg: Leg) -> Markup:
    """Return a leg as a curve with its figure, a link to what is said of it."""
    x1, x2 = (start.x + BOX, end.x - 7) if end.x > start.x else (start.x + BOX, end.x + BOX + 7)
    middle = (x1 + x2) / 2 if end.x > start.x else x1 + 40
    bends = [(middle, start.middle), (middle, end.middle), (x2, end.middle)]
    curve = f"M{x1:.1f} {start.middle:.1f}C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in bends)
    turn = 1 if end.x > start.x else -1
    tip = path([(x2, end.middle - 5), (x2 + 7 * turn, end.middle), (x2, end.middle + 5)], "tip", closed=True)
    words = figure_text(leg) if not unnumbered(leg) else ""
    said = _("%(start)s to %(end)s") % {"start": start.stage.name, "end": end.stage.name}
    return anchor(leg.link, f"{said}: {words}" if words else said, tag("path", d=curve, class_="way"), tip,
                  text(middle, (start.middle + end.middle) / 2 - 6, words, "label", "middle"))  # fmt: skip


def listed(stages: Sequence[Stage], title: str) -> Markup:
    """Return the way as a list, for a phone."""
    kinds = [*KINDS, *dict.fromkeys(stage.kind for stage in stages if stage.kind not in KINDS)]
    parts = []
    for kind in kinds:
        held = [stage for stage in stages if stage.kind == kind]
        if held:
            parts.append(tag("li", tag("span", kind_words(kind), class_="when"), tag("ul", *map(item, held))))
    return tag("ol", *parts, class_="narrow down route", aria_label=title)


def item(stage: Stage) -> Markup:
    """Return a stop as an item."""
    notes = [tag("span", tag("bdi", note), class_="note") for note in stage.notes]
    number = tag("span", figure(stage), class_="number") if not unnumbered(stage) else Markup("")
    return tag("li", tag("a", tag("bdi", stage.name), href=link_to(stage.link)), " ", number, *notes)
