"""The marks of figures, one shape a kind, so that no chart depends on colour."""

from markupsafe import Markup

from musterroll.desk.charts.marks import Flow, Point
from musterroll.desk.charts.svg import line, path, rect, small, tag, text

KINDS = ("exact", "least", "most", "about", "range", "denied", "none")
REACH = 6.0


def kind_of(held: Point | Flow) -> str:
    """Return the kind of mark for a figure: one of KINDS. Zero is drawn as a denial is: a cross on the axis."""
    if held.denied:
        return "denied"
    if held.low is None and held.high is None:
        return "none"
    if held.high == 0:
        return "denied"
    if held.low is not None and held.high is not None and held.low != held.high:
        return "range"
    return qualified(held)


def qualified(held: Point | Flow) -> str:
    """Return the kind of a figure that has one number, by its qualifier and by the side it leaves open."""
    named = {"at least": "least", "up to": "most", "about": "about"}.get(held.qualifier or "")
    return named or ("most" if held.low is None else "least" if held.high is None else "exact")


def number_of(held: Point | Flow) -> int:
    """Return the number that a mark stands at: the one that is given, the greater of a range, 0 for a denial."""
    if held.denied:
        return 0
    return max(held.low or 0, held.high or 0)


def mark(kind: str, x: float, y: float, end: float | None = None) -> Markup:
    """Return a mark at a point; `end` is where a range ends (its smaller number)."""
    if kind == "range":
        return bar(x, y, y + 9 if end is None else end)
    return {"exact": dot, "least": up, "most": down, "about": ring, "denied": cross, "none": tick}[kind](x, y)


def dot(x: float, y: float) -> Markup:
    """Return ●: exactly."""
    return tag("circle", cx=x, cy=y, r=4.6, class_="solid")


def up(x: float, y: float) -> Markup:
    """Return ▲ with a line open upwards: at least."""
    drawn = path([(x, y - REACH), (x + REACH, y + 4.5), (x - REACH, y + 4.5)], "solid", closed=True)
    return line(x, y - REACH, x, y - 19, "open") + path([(x - 3, y - 16), (x, y - 19), (x + 3, y - 16)], "open") + drawn


def down(x: float, y: float) -> Markup:
    """Return ▼ with a line open downwards: up to."""
    drawn = path([(x, y + REACH), (x + REACH, y - 4.5), (x - REACH, y - 4.5)], "solid", closed=True)
    return line(x, y + REACH, x, y + 19, "open") + path([(x - 3, y + 16), (x, y + 19), (x + 3, y + 16)], "open") + drawn


def ring(x: float, y: float) -> Markup:
    """Return a hollow circle with ~ in it: about."""
    return tag("circle", cx=x, cy=y, r=6.2, class_="hollow") + text(x, y + 3.8, "~", "tilde", "middle")


def cross(x: float, y: float) -> Markup:
    """Return ✕: denied, or zero."""
    return line(x - 5, y - 5, x + 5, y + 5, "cross") + line(x - 5, y + 5, x + 5, y - 5, "cross")


def tick(x: float, y: float) -> Markup:
    """Return a small upright: a word without a figure."""
    return line(x, y - 5, x, y + 5, "cross")


def bar(x: float, y: float, end: float) -> Markup:
    """Return an upright bar with caps: between two numbers."""
    caps = line(x - 6, y, x + 6, y, "cross") + line(x - 6, end, x + 6, end, "cross")
    return rect(x - 3, y, 6, end - y, "range") + caps


def reach_of(kind: str, y: float, end: float | None) -> tuple[float, float]:
    """Return the highest and lowest edge of a mark."""
    above, below = {"least": (20, 6), "most": (6, 20)}.get(kind, (7, 7))
    return y - above, max(y + below, end or 0.0)


def hit(x: float, y: float) -> Markup:
    """Return unseen room about a mark, for fingers."""
    return tag("circle", cx=x, cy=y, r=11, class_="hit")


def shown(kind: str) -> Markup:
    """Return a mark as a small picture of its own, for a key."""
    return small(mark(kind, 10, {"range": 5, "least": 19, "most": 6}.get(kind, 12), 19))
