"""The timeline of a phone: a list down the page, its days in order, deadlines and rotations among them."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk.charts.marks import Bracket, Deadline, Event
from musterroll.desk.charts.stages import shown, stage_words
from musterroll.desk.charts.svg import link_to, tag
from musterroll.desk.charts.words import day_cell

Entry = tuple[bool, str, Markup]


def down_the_page(
    events: Sequence[Event], deadlines: Sequence[Deadline], rotations: Sequence[Bracket], title: str
) -> Markup:
    """Return the list."""
    entries: list[Entry] = [
        *(entry(event.day, of_event(event)) for event in events),
        *(entry(deadline.day, of_deadline(deadline)) for deadline in deadlines),
        *(entry(bracket.out, of_rotation(bracket)) for bracket in rotations),
    ]
    entries.sort(key=lambda held: held[:2])
    return tag("ol", *(item for _undated, _day, item in entries), class_="narrow down", aria_label=title)


def entry(day: str | None, item: Markup) -> Entry:
    """Return an item with what it is ordered by: its day, those of no known day last."""
    return day is None, day or "", item


def of_event(event: Event) -> Markup:
    """Return an event as an item."""
    head = tag("span", shown(event.stage), " ", stage_words(event.stage), ", ", day_cell(event.day), class_="when")
    return tag("li", head, tag("a", tag("bdi", event.words), href=link_to(event.link)), " ",
               tag("span", tag("bdi", event.source), class_="soft"))  # fmt: skip


def of_deadline(deadline: Deadline) -> Markup:
    """Return a deadline as an item."""
    words = tag("a", deadline.words, href=link_to(deadline.link)) if deadline.link else tag("span", deadline.words)
    return tag("li", tag("span", _("deadline"), ", ", day_cell(deadline.day), class_="when"), words, class_="due")


def of_rotation(bracket: Bracket) -> Markup:
    """Return a rotation as an item."""
    head = tag("span", _("rotation"), ", ", day_cell(bracket.out), " – ", day_cell(bracket.back), class_="when")
    return tag("li", head, tag("a", tag("bdi", bracket.words), href=link_to(bracket.link)), class_="rotation")
