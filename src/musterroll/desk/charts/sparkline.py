"""A sparkline: claims a week, small enough to stand in a line of text."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk import wording
from musterroll.desk.charts.marks import Chart, Column, Week
from musterroll.desk.charts.svg import rect, tag
from musterroll.desk.charts.words import day_cell, day_text, nothing

WIDTH, HEIGHT = 150.0, 28.0
MOST_WEEKS = 520


def sparkline(counts: Sequence[Week], title: str | None = None) -> Chart:
    """Return claims a week as bars; weeks that are not given have none. It shows the last ten years at most."""
    title = title or _("Claims a week")
    columns = (Column(_("Week from")), Column(_("Claims"), figure=True))
    rows = tuple((day_cell(week.day), tag("bdi", wording.number(week.count))) for week in sorted(counts, key=_day))
    if not counts:
        return nothing(title, columns, _("No claims yet."))
    return Chart(title, draw(weeks_of(counts), sorted(counts, key=_day), title), Markup(""), Markup(""), columns, rows)


def _day(week: Week) -> str:
    return week.day


def weeks_of(counts: Sequence[Week]) -> list[int]:
    """Return the counts of all weeks from the first to the last, 0 for those that are not given."""
    held: dict[int, int] = {}
    for week in counts:
        number = date.fromisoformat(week.day).toordinal() // 7
        held[number] = held.get(number, 0) + max(week.count, 0)
    last = max(held)
    return [held.get(number, 0) for number in range(max(min(held), last - MOST_WEEKS + 1), last + 1)]


def draw(weeks: Sequence[int], counts: Sequence[Week], title: str) -> Markup:
    """Return the picture of weeks, its greatest and last in words."""
    most = max(max(weeks), 1)
    pitch = min(WIDTH / len(weeks), 8.0)
    bars = [
        rect(WIDTH - pitch * (len(weeks) - index), HEIGHT - tall, max(pitch - min(1.0, pitch / 4), 0.4), tall, "bar")
        for index, tall in enumerate(max(HEIGHT * (count / most), 1.0 if count else 0.4) for count in weeks)
    ]
    words = _("%(title)s: %(last)s in the week from %(day)s, %(most)s at most") % {
        "title": title, "last": wording.number(weeks[-1]), "day": day_text(counts[-1].day),
        "most": wording.number(max(weeks)),
    }  # fmt: skip
    return tag("svg", tag("title", words), *bars, xmlns="http://www.w3.org/2000/svg", class_="spark", role="img",
               viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", aria_label=words)  # fmt: skip
