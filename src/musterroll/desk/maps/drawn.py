"""The map without JavaScript: a picture of the pins on the base layer, cut to where they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, cos, floor, radians, sqrt

from django.utils import translation
from django.utils.translation import gettext as _
from markupsafe import Markup

from musterroll.desk import wording
from musterroll.desk.charts.labels import Board, Box, around
from musterroll.desk.charts.svg import Frame, anchor, picture, rect, tag, text, value_of
from musterroll.desk.maps.clipping import Window, clip_area, clip_line, thinned
from musterroll.desk.maps.layers import Layers, fine_layers, layers
from musterroll.desk.maps.pins import Pin, bounds

WIDE = Frame(920, 460, 2, 918, 2, 458, 13)
NARROW = Frame(360, 330, 2, 358, 2, 328, 12)
LEAST_SPAN, WORLD = 5.0, 180.0
FINE_BELOW = 60.0  # a window of so few degrees is drawn from the fine layer


@dataclass(frozen=True)
class View:
    """A window of the earth in a frame, degrees drawn with the same length east and north at its middle."""

    frame: Frame
    window: Window

    @property
    def wide(self) -> bool:
        """Whether it is so wide that the rough layer does."""
        return self.window.north - self.window.south >= FINE_BELOW

    @property
    def coarse(self) -> float:
        """The least distance of two points of a line that are both drawn."""
        return 2.0 if self.wide else 1.2

    @property
    def places(self) -> int | None:
        """The decimals of lines: none where the window is wide."""
        return None if self.wide else 1

    def at(self, spot: tuple[float, float]) -> tuple[float, float]:
        """Return where a point of the earth is drawn."""
        across = (spot[0] - self.window.west) / (self.window.east - self.window.west)
        down = (self.window.north - spot[1]) / (self.window.north - self.window.south)
        return across * self.frame.width, down * self.frame.height


def drawn_map(pins: Sequence[Pin], title: str, frame: Frame = WIDE) -> Markup:
    """Return the map as SVG: land, borders, names of countries, and each pin as a link."""
    view = view_of(pins, frame)
    held = layers_of(view.window)
    board = Board(replace(frame, left=0))
    placed = [(pin, *view.at(pin.spot)) for pin in pins if pin.spot]
    for pin, x, y in placed:
        board.take(Box(x - radius(pin), y - radius(pin), x + radius(pin), y + radius(pin)))
    marks = [mark(pin, x, y, board, frame) for pin, x, y in placed]
    return picture(frame, title, rect(0, 0, frame.width, frame.height, "sea"), backdrop(view),
                   country_names(view, held, board), tag("g", *marks, class_="pins"))  # fmt: skip


def view_of(pins: Sequence[Pin], frame: Frame) -> View:
    """Return the window, in whole degrees, that holds all pins with room about them; the world for none."""
    spots = [pin.spot for pin in pins if pin.spot]
    west, south, east, north = bounds(spots) if spots else (-150.0, -50.0, 170.0, 75.0)
    lon, lat = (west + east) / 2, (south + north) / 2
    squeeze = max(cos(radians(lat)), 0.2)
    tall = max((north - south) * 1.3, (east - west) * 1.3 * squeeze * frame.height / frame.width, LEAST_SPAN)
    lat = min(max(lat, -90 + tall / 2), 90 - tall / 2) if tall < WORLD else 0.0
    wide = tall * frame.width / frame.height / squeeze
    return View(frame, Window(floor(lon - wide / 2), floor(lat - tall / 2), ceil(lon + wide / 2), ceil(lat + tall / 2)))


@lru_cache(maxsize=64)
def backdrop(view: View) -> Markup:
    """Return land and lines of a window; windows are in whole degrees, so that many pages share one."""
    held = layers_of(view.window)
    return ground(view, held) + borders(view, held)


def layers_of(window: Window) -> Layers:
    """Return the base layer for a window, the fine one where it is small."""
    wide = window.north - window.south >= FINE_BELOW
    return layers() if wide else fine_layers(window.west, window.south, window.east, window.north)


def ground(view: View, held: Layers) -> Markup:
    """Return the land as areas of one colour, with an edge in the rough layer alone: cells have edges that are none."""
    edged = "land edged" if view.wide else "land"
    paths = [tag("path", d=drawn, class_=edged) for area in held.land if (drawn := area_path(view, area))]
    return tag("g", *paths, fill_rule="evenodd")


def area_path(view: View, area: Sequence[Sequence[tuple[float, float]]]) -> str:
    """Return the path of an area's rings inside the window, nothing where there are none."""
    inside = (clip_area(ring, view.window) for ring in area)
    return "".join(trace(view, ring) + "Z" for ring in inside if ring and seen(view, ring))


def seen(view: View, ring: Sequence[tuple[float, float]]) -> bool:
    """Say whether a ring is large enough to be seen."""
    points = [view.at(spot) for spot in ring]
    return any(max(axis) - min(axis) > view.coarse for axis in zip(*points, strict=True))


def borders(view: View, held: Layers) -> Markup:
    """Return the coasts and borders, those that are disputed broken."""
    paths = []
    for kind in ("coast", "border", "disputed"):
        lines = [line for of, line in held.lines if of == kind]
        runs = [trace(view, run) for line in lines for run in clip_line(line, view.window)]
        paths.append(tag("path", d="".join(runs) or None, class_=kind))
    return tag("g", *paths, class_="borders")


def trace(view: View, spots: Sequence[tuple[float, float]]) -> str:
    """Return the path of points, thinned to what can be seen; nothing for nothing."""
    if not spots:
        return ""
    points = thinned([view.at(spot) for spot in spots], view.coarse)
    return "M" + "L".join(f"{value_of(round(x, view.places))} {value_of(round(y, view.places))}" for x, y in points)


def radius(pin: Pin) -> float:
    """Return the radius of a pin: its area grows with its claims."""
    return min(4.5 + 1.3 * sqrt(max(pin.claims, 0)), 24.0)


def saying(pin: Pin) -> str:
    """Return a pin in a line: "Sirte: 12 claims"."""
    words = _("%(place)s: %(claims)s claims") % {"place": pin.name, "claims": wording.number(pin.claims)}
    return _("%(line)s (place known only roughly)") % {"line": words} if pin.rough else words


def mark(pin: Pin, x: float, y: float, board: Board, frame: Frame) -> Markup:
    """Return a pin as a link, hollow where the place is known only roughly, with its name where there is room."""
    dot = tag("circle", cx=x, cy=y, r=radius(pin), class_="rough" if pin.rough else "spot")
    spot = board.place(around(pin.name, x, y, radius(pin) + 3), frame.font)
    said = text(spot.x, spot.y, spot.words, "label", spot.anchor) if spot else Markup("")
    return anchor(pin.link, saying(pin), tag("circle", cx=x, cy=y, r=max(radius(pin), 11.0), class_="hit"), dot, said)


def country_names(view: View, held: Layers, board: Board) -> Markup:
    """Return the names of countries in the window for which the pins leave room."""
    arabic = (translation.get_language() or "").startswith("ar")
    rank = 7 if view.window.north - view.window.south < 40 else 3
    drawn = []
    for name in held.names:
        if name.rank <= rank and view.window.holds(name.spot):
            x, y = view.at(name.spot)
            spot = board.place([around(name.ar if arabic else name.en, x, y)[2]._replace(y=y)], view.frame.font)
            drawn += [text(spot.x, spot.y, spot.words, "country", "middle")] if spot else []
    return tag("g", *drawn, class_="countries", aria_hidden="true")
