"""What fits on one sheet: the pins about where most is said, and those too far off to be drawn beside them."""

from collections.abc import Iterable, Sequence
from math import cos, hypot, radians

from musterroll.desk.maps.pins import Pin

SHARE = 0.95  # of all claims lie so near the middle …
REACH = 1.4  # … and what lies beyond this many times that distance is not on the sheet
LEAST = 5.0  # degrees: nothing nearer than that is far off


def near_and_far(pins: Sequence[Pin]) -> tuple[list[Pin], list[Pin]]:
    """Return the pins with a point that one map shows, and those too far off, each in the order given."""
    placed = [pin for pin in pins if pin.spot]
    if not placed:
        return [], []
    middle = middle_of(placed)
    edge = max(REACH * reach(placed, middle), LEAST)
    return (
        [pin for pin in placed if distance(pin, middle) <= edge],
        [pin for pin in placed if distance(pin, middle) > edge],
    )


def middle_of(pins: Sequence[Pin]) -> tuple[float, float]:
    """Return the longitude and latitude with half of the claims to either side: one far place does not move it."""
    spots = [(pin.spot, weight(pin)) for pin in pins if pin.spot]
    return halved((spot[0], claims) for spot, claims in spots), halved((spot[1], claims) for spot, claims in spots)


def halved(values: Iterable[tuple[float, int]]) -> float:
    """Return the value at half of the weight."""
    held = sorted(values)
    rest = sum(weight for _value, weight in held) / 2
    for value, weight in held:
        rest -= weight
        if rest <= 0:
            return value
    return held[-1][0]


def reach(pins: Sequence[Pin], middle: tuple[float, float]) -> float:
    """Return the distance from the middle within which SHARE of the claims lie."""
    wanted = SHARE * sum(weight(pin) for pin in pins)
    for far, claims in sorted((distance(pin, middle), weight(pin)) for pin in pins):
        wanted -= claims
        if wanted <= 0:
            return far
    return 0.0


def weight(pin: Pin) -> int:
    """Return what a pin weighs: its claims, and one for itself where it has none."""
    return max(pin.claims, 1)


def distance(pin: Pin, middle: tuple[float, float]) -> float:
    """Return how far a pin is from the middle, in degrees, those east and west shortened as on the ground."""
    lon, lat = pin.spot or middle
    return hypot((lon - middle[0]) * cos(radians(middle[1])), lat - middle[1])
