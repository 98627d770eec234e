"""What the map's macro takes: the pins, the picture of them, where the script finds more, the table behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.templatetags.static import static
from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk.charts.svg import link_to
from musterroll.desk.maps.drawn import NARROW, WIDE, drawn_map
from musterroll.desk.maps.layers import folder
from musterroll.desk.maps.middle import near_and_far
from musterroll.desk.maps.pins import Pin, bounds


@dataclass(frozen=True)
class Map:
    """A map for `jinja2/desk/map.html`.

    `svg` and `narrow` are its pictures without JavaScript, `pins_url` the address of its GeoJSON, `list_url` the list
    that "what is in view" opens (`?bbox=west,south,east,north` is added), `layers` the folder of its base layer.
    `unplaced` counts the pins without a point: they stand in the table alone. `empty` is a sentence where no pin has
    a point. `far` are pins too far off for the sheet, which holds `sheet`: west,south,east,north of the others.
    """

    title: str
    pins: tuple[Pin, ...]
    svg: Markup
    narrow: Markup
    pins_url: str
    list_url: str
    layers: str
    unplaced: int
    empty: str = ""
    far: tuple[Pin, ...] = ()
    sheet: str = ""


def map_of(pins: Sequence[Pin], pins_url: str, list_url: str, title: str | None = None) -> Map:
    """Return the map of pins; `pins_url` must give `pins_geojson` of the same pins."""
    title = title or _("Where it is said to be")
    held = tuple(sorted(pins, key=lambda pin: (-pin.claims, pin.name)))
    near, far = near_and_far(held)
    wide, narrow = (drawn_map(near, title, frame) if near else Markup("") for frame in (WIDE, NARROW))
    return Map(
        title, held, wide, narrow, link_to(pins_url), link_to(list_url), static(f"{folder()}/"),
        len(held) - len(near) - len(far),
        "" if near else _("No claim here names a place that is on the map."),
        tuple(far), ",".join(f"{edge:.2f}" for edge in bounds([pin.spot for pin in near if pin.spot])) if near else "",
    )  # fmt: skip
