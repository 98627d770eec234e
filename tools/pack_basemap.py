"""Make the base layers of the map: `src/musterroll/desk/static/desk/basemap/base.json` and `detail/*.json`.

    python tools/pack_basemap.py FOLDER

FOLDER holds Natural Earth layers (public domain, https://www.naturalearthdata.com) as GeoJSON: countries_50m,
country_borders_50m, disputed_lines_50m and admin1_lines. Land is one area without inner borders, so that no country
has a colour; a border that is disputed is taken out of the plain borders. base.json is rough and small, for the first
view; detail/COLUMN_ROW.json are finer and have coasts and the lines of provinces, one file for 15 by 15 degrees,
counted from 180° W and 90° S; index.json names those that there are.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from pathlib import Path

from musterroll.desk.maps.clipping import Window, clip_area, clip_line

CELL = 15
NEAR = 0.05
FIRST_NAMES = 4
OUT = Path(__file__).parents[1] / "src/musterroll/desk/static/desk/basemap"
Spot = tuple[float, float]
Lines = list[list[Spot]]


def geometries(folder: Path, name: str) -> list[dict[str, object]]:
    """Return the geometries of a layer, a feature collection or a bare collection."""
    layer = json.loads((folder / f"{name}.geojson").read_text(encoding="utf-8"))
    return layer.get("geometries") or [feature["geometry"] for feature in layer["features"]]


def lines_of(folder: Path, name: str) -> Lines:
    """Return a layer of lines, joined end to end where just two of them meet."""
    held: Lines = []
    for geometry in geometries(folder, name):
        lines = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
        held += [[(x, y) for x, y in line] for line in lines]
    return held


def coast(folder: Path) -> Lines:
    """Return the outlines of land: the edges of countries that no other country has."""
    edges: dict[Spot, list[Spot]] = defaultdict(list)
    for geometry in geometries(folder, "countries_50m"):
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            for start, end in pairwise(ring):
                add(edges, tuple(start), tuple(end))
    return rings(edges)


def add(edges: dict[Spot, list[Spot]], start: Spot, end: Spot) -> None:
    """Add an edge; one that runs the other way takes it out, for land lies on both sides."""
    if start == end:
        return
    if start in edges[end]:
        edges[end].remove(start)
    else:
        edges[start].append(end)


def rings(edges: dict[Spot, list[Spot]]) -> Lines:
    """Return edges as closed rings."""
    held = []
    for first in list(edges):
        while edges[first]:
            ring = [first]
            while edges[ring[-1]] and (len(ring) == 1 or ring[-1] != first):
                ring.append(edges[ring[-1]].pop())
            if ring[-1] == first and len(ring) > 3:
                held.append(ring)
    return held


def area(ring: Sequence[Spot]) -> float:
    """Return the signed area of a ring, in square degrees."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def simplified(line: Sequence[Spot], step: float) -> list[Spot]:
    """Return a line without the points that lie within `step` degrees of what is left (Douglas and Peucker)."""
    keep, stack = {0, len(line) - 1}, [(0, len(line) - 1)]
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda i: abs(line[i][0] - line[0][0]) + abs(line[i][1] - line[0][1]))
        keep.add(far)
        stack = [(0, far), (far, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        index, most = farthest(line, first, last)
        if most > step:
            keep.add(index)
            stack += [(first, index), (index, last)]
    return [line[index] for index in sorted(keep)]


def farthest(line: Sequence[Spot], first: int, last: int) -> tuple[int, float]:
    """Return the point between two others that lies farthest from their line, and how far."""
    (x1, y1), (x2, y2) = line[first], line[last]
    dx, dy = x2 - x1, y2 - y1
    length = (dx * dx + dy * dy) ** 0.5
    best, most = first, 0.0
    for index in range(first + 1, last):
        x, y = line[index][0] - x1, line[index][1] - y1
        away = abs(x * dy - y * dx) / length if length else (x * x + y * y) ** 0.5
        if away > most:
            best, most = index, away
    return best, most


def rounded(line: Iterable[Spot], places: int) -> list[list[float]]:
    """Return a line with fewer decimals, without repeats."""
    held: list[list[float]] = []
    for x, y in line:
        spot = [round(x, places), round(y, places)]
        if not held or held[-1] != spot:
            held.append(spot)
    return held


def land(outlines: Lines, step: float, smallest: float, places: int) -> dict[str, object]:
    """Return the land as one feature: outer rings with the inner seas and lakes that lie in them."""
    made = [rounded(simplified(ring, step), places) for ring in outlines if abs(area(ring)) >= smallest]
    made = [ring for ring in made if len(ring) > 3]
    outward = sign_of_most(made)
    outer = [[ring] for ring in made if area(ring) * outward > 0]
    for hole in (ring for ring in made if area(ring) * outward < 0):
        around = [polygon for polygon in outer if inside(hole[0], polygon[0])]
        if around:
            min(around, key=lambda polygon: abs(area(polygon[0]))).append(hole)
    return feature("land", "MultiPolygon", outer)


def sign_of_most(made: list[list[list[float]]]) -> int:
    """Return the turn of the greatest ring, which is land."""
    return 1 if area(max(made, key=lambda ring: abs(area(ring)))) > 0 else -1


def inside(spot: Sequence[float], ring: Sequence[Sequence[float]]) -> bool:
    """Say whether a point lies in a ring."""
    x, y = spot
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1


def feature(kind: str, shape: str, coordinates: object, **more: object) -> dict[str, object]:
    """Return a feature of a kind."""
    return {"type": "Feature", "properties": {"kind": kind, **more},
            "geometry": {"type": shape, "coordinates": coordinates}}  # fmt: skip


def undisputed(borders: Lines, disputed: Lines) -> Lines:
    """Return borders without the stretches that run along a disputed line."""
    spots = {spot for line in disputed for spot in line}
    held: Lines = []
    for line in borders:
        run: list[Spot] = line[:1]
        for start, end in pairwise(line):
            if start in spots and end in spots:
                held.append(run)
                run = []
            run.append(end)
        held.append(run)
    return [run for run in held if len(run) > 1]


def within(provinces: Lines, known: Lines) -> Lines:
    """Return lines of provinces without the stretches along coasts and borders, which another layer draws better."""
    near = {
        (round(x / NEAR) + i, round(y / NEAR) + j)
        for line in known for x, y in dense(line) for i in (-1, 0, 1) for j in (-1, 0, 1)
    }  # fmt: skip
    held: Lines = []
    for line in provinces:
        run: list[Spot] = []
        for start, end in pairwise(line):
            middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
            if all((round(x / NEAR), round(y / NEAR)) in near for x, y in (start, middle, end)):
                held.append(run)
                run = []
            else:
                run += [end] if run else [start, end]
        held.append(run)
    return [run for run in held if len(run) > 1]


def dense(line: Sequence[Spot]) -> Iterable[Spot]:
    """Give points of a line no farther apart than half of NEAR."""
    for (x1, y1), (x2, y2) in pairwise(line):
        steps = int(max(abs(x2 - x1), abs(y2 - y1)) / (NEAR / 2)) + 1
        yield from ((x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps) for i in range(steps + 1))


def drawn(kind: str, lines: Lines, step: float, places: int) -> dict[str, object]:
    """Return lines as one feature."""
    made = [rounded(simplified(line, step), places) for line in lines]
    return feature(kind, "MultiLineString", [line for line in made if len(line) > 1])


def names(folder: Path) -> list[dict[str, object]]:
    """Return the names of countries, in English and Arabic, at the points that Natural Earth gives for them."""
    layer = json.loads((folder / "countries_50m.geojson").read_text(encoding="utf-8"))
    held = [feature["properties"] for feature in layer["features"]]
    return [
        feature("name", "Point", [round(x, 1) for x in one["label"]], en=one["name"], ar=one["name_ar"],
                rank=one["rank"])
        for one in sorted(held, key=lambda one: (one["rank"], one["name"])) if one.get("label") and one["name"]
    ]  # fmt: skip


def cells(features: dict[str, Lines], called: list[dict[str, object]]) -> Iterable[tuple[str, list[dict[str, object]]]]:
    """Give each cell of the earth that holds anything: its name and its features. Land laps over a little."""
    for column, row in product(range(360 // CELL), range(180 // CELL)):
        west, south = column * CELL - 180.0, row * CELL - 90.0
        window = Window(west - 0.05, south - 0.05, west + CELL + 0.05, south + CELL + 0.05)
        held = [cell_land(features["land"], window)]
        for kind in ("coast", "border", "disputed", "admin1"):
            runs = [rounded(run, 2) for line in features[kind] for run in clip_line(line, window)]
            held += [feature(kind, "MultiLineString", runs)] if runs else []
        held = [one for one in held if one["geometry"]["coordinates"]]
        if held:
            held += [name for name in called if cell_of(*name["geometry"]["coordinates"]) == (column, row)]
            yield f"{column}_{row}", held


def cell_of(lon: float, lat: float) -> tuple[int, int]:
    """Return the column and row of the cell that a point lies in."""
    return int((lon + 180) // CELL), int((lat + 90) // CELL)


def cell_land(outlines: Lines, window: Window) -> dict[str, object]:
    """Return the land of a cell; rings within rings are left to the even-odd rule, all in one polygon."""
    made = [rounded(clip_area(ring, window), 2) for ring in outlines if not window.misses(ring)]
    return feature("land", "MultiPolygon", [[[*ring, ring[0]] for ring in made if len(ring) > 2]] if any(made) else [])


def write(name: str, features: list[dict[str, object]], **more: object) -> None:
    """Write a layer, as small as JSON goes."""
    (OUT / name).parent.mkdir(parents=True, exist_ok=True)
    made = {"type": "FeatureCollection", **more, "features": features}
    (OUT / name).write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def main(folder: Path) -> None:
    """Write the layers."""
    outlines, disputed = coast(folder), lines_of(folder, "disputed_lines_50m")
    borders = undisputed(lines_of(folder, "country_borders_50m"), disputed)
    fine = [simplified(ring, 0.025) for ring in outlines]
    called = names(folder)
    provinces = within(lines_of(folder, "admin1_lines"), [*outlines, *borders, *disputed])
    made = dict(cells({
        "land": fine, "coast": fine, "border": [simplified(line, 0.02) for line in borders],
        "disputed": disputed, "admin1": [simplified(line, 0.04) for line in provinces],
    }, called))  # fmt: skip
    for name, features in made.items():
        write(f"detail/{name}.json", features)
    write("base.json", [
        land(outlines, 0.2, 0.06, 1), drawn("border", borders, 0.13, 1), drawn("disputed", disputed, 0.05, 2),
        *(name for name in called if name["properties"]["rank"] <= FIRST_NAMES),
    ])  # fmt: skip
    write("index.json", [], cells=sorted(made))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
