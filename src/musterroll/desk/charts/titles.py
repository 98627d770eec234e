"""Titles that say what a chart shows: a sentence counted from its marks, and no more than they hold."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from musterroll.desk import wording
from musterroll.desk.charts.marks import Event, Point
from musterroll.desk.charts.stages import stage_words
from musterroll.desk.charts.words import figure_text, unnumbered
from musterroll.records.holding import STAGES


def of_points(points: Sequence[Point], pattern: str) -> str | None:
    """Return "Said to be there: 6 sources, from 300 to 3,000", counted from what is said and not denied.

    `pattern` holds %(said)s; None where nobody gives a figure: a chart has a title for that.
    """
    counted = [point for point in points if not (point.denied or unnumbered(point))]
    figures = [number for point in counted for number in (point.low, point.high) if number is not None]
    if not figures:
        return None
    sources = len({point.lineage for point in counted})
    least, most = wording.number(min(figures)), wording.number(max(figures))
    if len({figure_text(point) for point in counted}) == 1:
        said = ngettext("%(n)s source, %(figure)s", "%(n)s sources, %(figure)s", sources)
    else:
        said = ngettext(
            "%(n)s source, from %(least)s to %(most)s", "%(n)s sources, from %(least)s to %(most)s", sources
        )
    held = {"n": wording.number(sources), "figure": figure_text(counted[0]), "least": least, "most": most}
    return pattern % {"said": said % held}


def of_events(events: Sequence[Event]) -> str:
    """Return "Claims of leaving: 3 announced, 1 reported, none confirmed, none verified"."""
    counts = Counter(event.stage for event in events)
    said = [of_stage(stage_words(stage), counts[stage]) for stage in STAGES]
    return _("Claims of leaving: %(stages)s") % {"stages": _(", ").join(said)}


def of_stage(stage: str, count: int) -> str:
    """Return how many claims are of a stage."""
    if not count:
        return _("none %(stage)s") % {"stage": stage}
    return _("%(n)s %(stage)s") % {"n": wording.number(count), "stage": stage}


def of_evidence(speaks_for: int, against: int) -> str:
    """Return "23 claims speak against its being kept, 7 for it"."""
    return ngettext(
        "%(against)s claim speaks against its being kept, %(count)s for it",
        "%(against)s claims speak against its being kept, %(count)s for it",
        against,
    ) % {"against": wording.number(against), "count": wording.number(speaks_for)}
