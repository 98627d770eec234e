"""Keys: what the marks of a chart mean, as a list beside it, in the reader's language and direction."""

import re
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk.charts.marks import Point
from musterroll.desk.charts.shapes import KINDS, kind_of, shown
from musterroll.desk.charts.svg import tag

HUES = 6
LETTERED = "lettered"  # the class of a label that needs the key of letters


def letters(points: Sequence[Point]) -> dict[str, str]:
    """Return a letter for each origin, in the order in which they first speak: A … Z, A2 … ."""
    dated = sorted(points, key=lambda point: (point.day is None, point.day or "", point.lineage))
    origins = dict.fromkeys(point.lineage for point in dated)
    return {origin: letter(index) for index, origin in enumerate(origins)}


def letter(index: int) -> str:
    """Return the letter of the origin of that index."""
    return chr(ord("A") + index % 26) + (str(index // 26 + 1) if index >= 26 else "")


def hue(index: int) -> str:
    """Return the class that colours an origin; its letter says the same."""
    return f"hue{index % HUES}"


def kind_words(kind: str) -> str:
    """Return what a mark says."""
    return {
        "exact": _("exactly"),
        "least": _("at least"),
        "most": _("up to"),
        "about": _("about"),
        "range": _("between two numbers"),
        "denied": _("denied, or none"),
        "none": _("no figure given"),
    }[kind]


def key_of_kinds(kinds: Iterable[str], more: Sequence[Markup] = ()) -> Markup:
    """Return the key to the marks that a chart holds."""
    held = set(kinds)
    rows = [tag("li", shown(kind), " ", kind_words(kind)) for kind in KINDS if kind in held]
    return tag("ul", *rows, *more, class_="chart-key") if rows or more else Markup("")


def key_of_origins(named: dict[str, str], wide: Markup) -> Markup:
    """Return the key to the letters of origins; where the picture is wide, to those that it marks by a letter."""
    used = set(re.findall(rf'class="label {LETTERED}"[^>]*>([A-Z]\d*)', wide))
    rows = [
        tag("li", tag("b", letter, class_=f"letter {hue(index)}"), " ", tag("bdi", origin),
            class_=None if letter in used else "spared")
        for index, (origin, letter) in enumerate(named.items())
    ]  # fmt: skip
    return tag("ul", *rows, class_="chart-key origins") if rows else Markup("")


def key(points: Sequence[Point], wide: Markup) -> Markup:
    """Return the whole key to a chart of points, drawn `wide`: marks, copies, origins."""
    faint = tag("li", tag("span", shown("exact"), class_="copy"), " ", _("a copy, joined to its origin"))
    more = [faint] if any(point.copy for point in points) else []
    return key_of_kinds((kind_of(point) for point in points), more) + key_of_origins(letters(points), wide)
