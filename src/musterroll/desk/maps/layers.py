"""The base layer: the files of a folder below the static files, the desk's own unless another is set.

`MUSTERROLL_BASEMAP` names the folder (`desk/basemap`). It holds base.json (the first view), detail/COLUMN_ROW.json
(from zoom 6 on; 15 by 15 degrees each, counted from 180° W and 90° S) and index.json (`cells`: which of those there
are). All are GeoJSON; `kind` says what a feature is: land, coast, border, disputed, admin1 or name (with `en`, `ar`,
`rank`).
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured

OWN = "desk/basemap"
CELL = 15
Spot = tuple[float, float]
Line = tuple[Spot, ...]


@dataclass(frozen=True)
class Name:
    """The name of a country at a point; `rank` 1 to 7, the lower the sooner it is written."""

    en: str
    ar: str
    rank: int
    spot: Spot


@dataclass(frozen=True)
class Layers:
    """A base layer: areas of land, each as its rings of (longitude, latitude), and lines with their kind."""

    land: tuple[tuple[Line, ...], ...]
    lines: tuple[tuple[str, Line], ...]
    names: tuple[Name, ...]


def folder() -> str:
    """Return the folder of the base layer; raises ImproperlyConfigured where it would leave the static files."""
    named = str(getattr(settings, "MUSTERROLL_BASEMAP", "") or OWN).strip("/")
    if ".." in named.split("/") or ":" in named or "\\" in named:
        raise ImproperlyConfigured("MUSTERROLL_BASEMAP must be a folder below the static files, such as desk/basemap")
    return named


def layers() -> Layers:
    """Return the rough layer, for the whole world."""
    return read(folder(), "base.json")


def fine_layers(west: float, south: float, east: float, north: float) -> Layers:
    """Return the fine layer of the cells that a window touches."""
    there = cells(folder())
    columns = range(int((west + 180) // CELL), int((east + 180) // CELL) + 1)
    rows = range(int((south + 90) // CELL), int((north + 90) // CELL) + 1)
    asked = [f"{column}_{row}" for column in columns for row in rows]
    held = [read(folder(), f"detail/{cell}.json") for cell in asked if cell in there]
    return Layers(
        tuple(part for layer in held for part in layer.land),
        tuple(line for layer in held for line in layer.lines),
        tuple(name for layer in held for name in layer.names),
    )


@lru_cache(maxsize=4)
def cells(named: str) -> frozenset[str]:
    """Return the names of the cells that a base layer has."""
    return frozenset(json.loads(found(f"{named}/index.json").read_text(encoding="utf-8"))["cells"])


@lru_cache(maxsize=256)
def read(named: str, file: str) -> Layers:
    """Return a base layer read from a file; raises ImproperlyConfigured where there is no such file."""
    held = json.loads(found(f"{named}/{file}").read_text(encoding="utf-8"))["features"]
    return Layers(
        tuple(part for feature in held if kind(feature) == "land" for part in areas(feature["geometry"])),
        tuple((kind(feature), line) for feature in held for line in lines(feature["geometry"])),
        tuple(name(feature) for feature in held if kind(feature) == "name"),
    )


def found(file: str) -> Path:
    """Return where a static file lies."""
    root = getattr(settings, "STATIC_ROOT", None)
    if root and (Path(root) / file).is_file():
        return Path(root) / file
    path = finders.find(file)
    if not isinstance(path, str):
        raise ImproperlyConfigured(f"no base layer: {file} is not among the static files (MUSTERROLL_BASEMAP)")
    return Path(path)


def kind(feature: dict[str, Any]) -> str:
    """Return what a feature is."""
    return str(feature["properties"].get("kind", ""))


def areas(geometry: dict[str, Any]) -> list[tuple[Line, ...]]:
    """Return areas, each as its rings; what lies in an odd number of them is land."""
    held = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [tuple(spots(ring) for ring in area) for area in held]


def lines(geometry: dict[str, Any]) -> list[Line]:
    """Return the lines of a geometry of lines, none of any other."""
    if geometry["type"] == "LineString":
        return [spots(geometry["coordinates"])]
    return [spots(line) for line in geometry["coordinates"]] if geometry["type"] == "MultiLineString" else []


def spots(line: list[list[float]]) -> Line:
    """Return a list of positions as points."""
    return tuple((spot[0], spot[1]) for spot in line)


def name(feature: dict[str, Any]) -> Name:
    """Return the name that a feature holds."""
    held, (x, y) = feature["properties"], feature["geometry"]["coordinates"][:2]
    return Name(str(held.get("en", "")), str(held.get("ar") or held.get("en", "")), int(held.get("rank", 5)), (x, y))
