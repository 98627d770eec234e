"""Cutting lines and areas to a window of degrees, and thinning what is left to what can be seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Spot = tuple[float, float]


@dataclass(frozen=True)
class Window:
    """A window on the earth: west, south, east and north in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, spot: Spot) -> bool:
        """Say whether a point lies in it."""
        return self.west <= spot[0] <= self.east and self.south <= spot[1] <= self.north

    def misses(self, line: Sequence[Spot]) -> bool:
        """Say whether a line lies wholly on one far side of it."""
        lons, lats = [spot[0] for spot in line], [spot[1] for spot in line]
        return max(lons) < self.west or min(lons) > self.east or max(lats) < self.south or min(lats) > self.north


def clip_area(ring: Sequence[Spot], window: Window) -> list[Spot]:
    """Return the part of a ring inside a window (Sutherland and Hodgman), empty where there is none."""
    if window.misses(ring):
        return []
    held = list(ring[:-1] if ring[0] == ring[-1] else ring)
    for axis, limit, sign in edges(window):
        held = cut(held, axis, limit, sign)
        if not held:
            return []
    return held


def edges(window: Window) -> Iterable[tuple[int, float, int]]:
    """Give the four edges of a window: the axis, where it lies, and the side that is kept."""
    yield 0, window.west, 1
    yield 0, window.east, -1
    yield 1, window.south, 1
    yield 1, window.north, -1


def cut(ring: Sequence[Spot], axis: int, limit: float, sign: int) -> list[Spot]:
    """Return the part of a ring on one side of an edge."""
    held: list[Spot] = []
    for before, here in zip([ring[-1], *ring[:-1]], ring, strict=True):
        was, now = (before[axis] - limit) * sign >= 0, (here[axis] - limit) * sign >= 0
        if was != now:
            held.append(crossing(before, here, axis, limit))
        if now:
            held.append(here)
    return held


def crossing(start: Spot, end: Spot, axis: int, limit: float) -> Spot:
    """Return where a stretch crosses an edge."""
    share = (limit - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def clip_line(line: Sequence[Spot], window: Window) -> list[list[Spot]]:
    """Return the runs of a line that touch a window, uncut: the picture's edge cuts what lies outside."""
    runs: list[list[Spot]] = []
    for start, end in pairwise(line):
        if window.misses((start, end)):
            continue
        if runs and runs[-1][-1] == start:
            runs[-1].append(end)
        else:
            runs.append([start, end])
    return runs


def thinned(points: Sequence[Spot], step: float) -> list[Spot]:
    """Return points of a picture without those nearer than `step` to the last that is kept; both ends stay."""
    held = [points[0]]
    for x, y in points[1:-1]:
        if abs(x - held[-1][0]) + abs(y - held[-1][1]) >= step:
            held.append((x, y))
    return [*held, points[-1]] if len(points) > 1 else held
