"""Invented figures of every kind, a function for each chart that draws them, and a reader of the SVG that comes out."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from musterroll.desk.charts import (
    Bracket,
    Chart,
    Deadline,
    Event,
    Flow,
    Held,
    Leg,
    Point,
    Stage,
    Week,
    ceilings,
    evidence_by_day,
    flows_bars,
    route,
    sparkline,
    stock_band,
    timeline,
    totals_steps,
)

DUE = [Deadline("2021-01-23", "Fighters due to leave", "/commitments/x"), Deadline("2021-12-24", "Vote")]
POINTS = [
    Point("/claims/exact", "Monitor", "2021-03-27", 6701, 6701, "exactly"),
    Point("/claims/least", "Monitor", "2020-06-10", 6630, None, "at least"),
    Point("/claims/most", "Ministry", "2021-03-25", None, 7002, "up to"),
    Point("/claims/about", "Panel", "2020-12", 20003, 20003, "about"),
    Point("/claims/range", "Institute", "2021", 4004, 9005, "between", until="2021-05"),
    Point("/claims/copy", "Agency", "2021-05-18", 20006, 20006, "about", origin="Panel", copy=True),
    Point("/claims/denied", "Spokesman", "2021-04-04", 907, 907, denied=True),
    Point("/claims/zero", "Embassy", "2021-09-09", 0, 0),
    Point("/claims/undated", "Radio", None, 2508, 2508),
    Point("/claims/none", "Delegate", "2021-08-08", None, None),
    Point("/claims/plan", "Commission", "2021-10-08", 309, 309, planned=True),
]
FLOWS = [
    Flow("/claims/in", "Monitor", "2021-02", "in", 301, None, "at least"),
    Flow("/claims/out", "Ministry", "2021-02", "out", 102, 203),
    Flow("/claims/same", "Radio", "2021-02", "in", 304, 304, "about"),
    Flow("/claims/undated", "Panel", None, "out", None, 305, "up to"),
    Flow("/claims/denied", "Embassy", "2021-07", "out", 306, 306, denied=True),
]
EVENTS = [
    Event("/claims/announced", "2020-10-23", "announced", "All are to leave", "Commission"),
    Event("/claims/reported", "2021-02-11", "reported", "301 depart", "Radio"),
    Event("/claims/confirmed", "2021-03", "confirmed", "A convoy leaves", "Ministry"),
    Event("/claims/verified", "2021-04-02", "verified", "A camp is empty", "Panel"),
    Event("/claims/undated", None, "reported", "Some have left", "Agency"),
]
TURNS = [Bracket("/claims/turn", "2021-02-11", "2021-03-01", "301 left, 301 came")]
HELD = [Held(f"/claims/held{i}", f"2021-{i + 1:02d}-05", f"Source {i}", f"reason {i}") for i in range(6)]
STOPS = [
    Stage("a", "recruitment", "Northern towns", "/claims/a", 2001, None, "at least", ("offered $2,000 a month",)),
    Stage("b", "route", "An airport", "/claims/b"),
    Stage("c", "destination", "An air base", "/claims/c", 1502, 1803, None, ("owed five months of pay",)),
]
LEGS = [Leg("a", "b", "/claims/leg", 1204, 1204, "about"), Leg("b", "c", "/claims/leg2")]
WEEKS = [Week("2021-01-04", 3), Week("2021-01-18", 1207)]

ALL: dict[str, Callable[[], Chart]] = {
    "stock": lambda: stock_band(POINTS, DUE),
    "totals": lambda: totals_steps(POINTS),
    "ceilings": lambda: ceilings(POINTS),
    "flows": lambda: flows_bars(FLOWS),
    "timeline": lambda: timeline(EVENTS, DUE, TURNS),
    "evidence": lambda: evidence_by_day(HELD[:4], HELD[4:], DUE),
    "route": lambda: route(STOPS, LEGS),
    "sparkline": lambda: sparkline(WEEKS),
}
EMPTY: dict[str, Callable[[], Chart]] = {
    "stock": lambda: stock_band([], DUE),
    "totals": lambda: totals_steps([]),
    "ceilings": lambda: ceilings([]),
    "flows": lambda: flows_bars([]),
    "timeline": lambda: timeline([], DUE),
    "evidence": lambda: evidence_by_day([], [], DUE),
    "route": lambda: route([]),
    "sparkline": lambda: sparkline([]),
}
ACROSS, DOWN = {"x", "cx", "x1", "x2"}, {"y", "cy", "y1", "y2"}
NUMBER = re.compile(r"-?(?:\d+\.?\d*|inf|nan)(?:e[+-]?\d+)?")


class Read(HTMLParser):
    """The elements of a picture in their order, each a name and its attributes, and all of its words."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words += data

    def links(self) -> set[str]:
        """Return every address that is linked to."""
        return {held["href"] or "" for name, held in self.elements if name == "a" and "href" in held}

    def beyond(self) -> list[tuple[str, str, float]]:
        """Return what lies outside the viewBox or is no number: element, attribute, value."""
        found = []
        boxes = [held["viewbox"] or "" for name, held in self.elements if name == "svg" and "viewbox" in held]
        width, height = (float(piece) for piece in boxes[0].split()[2:])
        for name, held in self.elements:
            for key, value in held.items():
                most = width if key in ACROSS else height if key in DOWN else None
                if most is not None and not -0.5 <= float(value or "") <= most + 0.5:
                    found.append((name, key, float(value or "")))
            drawn = NUMBER.findall((held.get("d") or "") if name == "path" else "")
            found += [
                (name, "d", float(piece)) for piece in drawn if not -0.5 <= float(piece) <= max(width, height) + 0.5
            ]
        return found
