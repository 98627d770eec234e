"""Marks in words, for their titles and for the tables behind the charts."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk import wording
from musterroll.desk.charts.marks import Chart, Column, Deadline, Flow, Leg, Point, Stage
from musterroll.desk.charts.svg import link_to, tag

Cells = tuple[Markup, ...]


def figure(held: Point | Flow | Stage | Leg) -> Markup:
    """Return a figure with its bounds: "at least 6,630"; a dash where there is none."""
    return wording.bounds(held.low, held.high, held.qualifier)


def figure_text(held: Point | Flow | Stage | Leg) -> str:
    """Return a figure as plain words."""
    return wording.bounds_text(held.low, held.high, held.qualifier)


def day_text(value: str | None) -> str:
    """Return a day short enough for a title: "25 Mar 2021", "Mar 2021"."""
    if not value or len(value) < 10:
        return wording.day(value)
    return f"{int(value[8:10])} {wording.month(value)}"


def when(point: Point) -> str:
    """Return what a figure is about, in time."""
    return f"{day_text(point.day)} – {day_text(point.until)}" if point.until else day_text(point.day)


def saying(point: Point) -> str:
    """Return a figure in a line: "SOHR, 25 Mar 2021: at least 6,630"."""
    words = _("no figure given") if unnumbered(point) else figure_text(point)
    if point.denied:
        words = _("denies it") if words == _("no figure given") else _("denies %(figure)s") % {"figure": words}
    if point.planned:
        words = _("plan: %(figure)s") % {"figure": words}
    line = f"{point.source}, {when(point)}: {words}"
    return _("%(line)s (a copy)") % {"line": line} if point.copy else line


def standing(point: Point) -> str:
    """Return what kind of word it is: a plan, a denial, a copy, or a figure of its own."""
    kinds = [
        _("denial") if point.denied else "",
        _("plan") if point.planned else "",
        _("copy") if point.copy else _("own word"),
    ]
    return ", ".join(kind for kind in kinds if kind)


def day_cell(value: str | None) -> Markup:
    """Return a day for a table."""
    return tag("bdi", wording.day(value))


def link_cell(address: str, words: str) -> Markup:
    """Return a link for a table."""
    return tag("a", words, href=link_to(address))


def in_order(points: Sequence[Point]) -> list[Point]:
    """Return points by day, those of no known day last."""
    return sorted(points, key=lambda point: (point.day is None, point.day or "", point.source))


def table_of(points: Sequence[Point]) -> tuple[tuple[Column, ...], tuple[Cells, ...]]:
    """Return the columns and rows behind a chart of points, in the order of their days."""
    columns = (
        Column(_("Day")), Column(_("On whose word")), Column(_("Figure"), figure=True), Column(_("Origin")),
        Column(_("Kind")), Column(_("Claim")),
    )  # fmt: skip
    return columns, tuple(row_of(point) for point in in_order(points))


def row_of(point: Point) -> Cells:
    """Return the row of a point."""
    day = day_cell(point.day)
    if point.until:
        day = Markup("{} – {}").format(day, day_cell(point.until))
    return (
        day, tag("bdi", point.source), figure(point), tag("bdi", point.lineage), tag("span", standing(point)),
        link_cell(point.link, _("sentence")),
    )  # fmt: skip


def deadline_text(deadline: Deadline) -> str:
    """Return a deadline in words: "Withdrawal due, 23 Jan 2021"."""
    return f"{deadline.words}, {day_text(deadline.day)}"


def nothing(title: str, columns: tuple[Column, ...], words: str) -> Chart:
    """Return a chart of nothing: a sentence in place of a picture."""
    return Chart(title, Markup(""), Markup(""), Markup(""), columns, (), words)


def unnumbered(held: Point | Flow | Stage | Leg) -> bool:
    """Say whether a word gives no figure at all."""
    return held.low is None and held.high is None
