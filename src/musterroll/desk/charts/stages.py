"""The four stages of a coming or going: their words and their marks, told apart by shape."""

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk.charts.svg import path, rect, small, tag


def stage_words(stage: str) -> str:
    """Return a stage in the reader's language."""
    return {"announced": _("announced"), "reported": _("reported"), "confirmed": _("confirmed"),
            "verified": _("verified")}.get(stage, stage)  # fmt: skip


def stage_mark(stage: str, x: float, y: float) -> Markup:
    """Return the mark of a stage: ring, half disc, diamond, square with a tick."""
    if stage == "verified":
        ticked = path([(x - 3.5, y), (x - 1, y + 3), (x + 4, y - 3.5)], "ticked")
        return rect(x - 6.5, y - 6.5, 13, 13, "solid") + ticked
    if stage == "confirmed":
        return path([(x, y - 7.5), (x + 7.5, y), (x, y + 7.5), (x - 7.5, y)], "solid", closed=True)
    outline = tag("circle", cx=x, cy=y, r=6.0, class_="hollow")
    if stage == "reported":
        return outline + tag("path", d=f"M{x:.1f} {y - 6:.1f}A6 6 0 0 0 {x:.1f} {y + 6:.1f}Z", class_="solid")
    return outline


def shown(stage: str) -> Markup:
    """Return a stage's mark as a small picture of its own."""
    return small(stage_mark(stage, 10, 12), kind=f"stage {stage}")
