"""Pins: places with what is claimed of them, as GeoJSON (RFC 7946)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from musterroll.desk.charts.svg import link_to

ROUGH = 3


@dataclass(frozen=True)
class Pin:
    """A place on the map.

    `place` is its id, `lat` and `lon` in degrees (WGS 84), None where the place has no point. `precision`: 1 the spot,
    2 the town or near it, 3 the province or rougher. `claims` sizes the mark; `counts` are (words, number) lines as
    the page prints them ("presence", 12). `link` is the address of the place or of a list on this site.
    """

    place: str
    name: str
    lat: float | None
    lon: float | None
    precision: int
    claims: int
    link: str
    counts: tuple[tuple[str, int], ...] = ()

    @property
    def spot(self) -> tuple[float, float] | None:
        """Its longitude and latitude, None where it has none that is on earth."""
        if self.lat is None or self.lon is None or not (isfinite(self.lat) and isfinite(self.lon)):
            return None
        return (self.lon, self.lat) if abs(self.lat) <= 90 and abs(self.lon) <= 180 else None

    @property
    def rough(self) -> bool:
        """Whether the place is known only as a province or rougher."""
        return self.precision >= ROUGH


def pins_geojson(rows: Iterable[Pin]) -> dict[str, Any]:
    """Return pins as a FeatureCollection, those with most claims first.

    A place without a point is a feature without a geometry, as RFC 7946 has it: it is not dropped. Raises ValueError
    for a link to another site.
    """
    held = sorted(rows, key=lambda pin: (-pin.claims, pin.name, pin.place))
    made: dict[str, Any] = {"type": "FeatureCollection", "features": [feature(pin) for pin in held]}
    spots = [pin.spot for pin in held if pin.spot]
    if spots:
        made["bbox"] = list(bounds(spots))
    return made


def feature(pin: Pin) -> dict[str, Any]:
    """Return a pin as a feature."""
    geometry = {"type": "Point", "coordinates": [round(degree, 5) for degree in pin.spot]} if pin.spot else None
    return {
        "type": "Feature",
        "id": pin.place,
        "geometry": geometry,
        "properties": {
            "name": pin.name,
            "precision": pin.precision,
            "claims": pin.claims,
            "counts": dict(pin.counts),
            "link": link_to(pin.link),
        },
    }


def bounds(spots: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of points."""
    lons, lats = [spot[0] for spot in spots], [spot[1] for spot in spots]
    return min(lons), min(lats), max(lons), max(lats)
