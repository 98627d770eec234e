"""Invented figures of every kind, a function for each chart that draws them, and a reader of the SVG that comes out.

`ALL` has one of each chart, `EMPTY` each of nothing, `HARD` the hard cases: many figures, one, long names, other letters.
`tools/chart_gallery.py` writes them as pages to look at.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from html.parser import HTMLParser
from random import Random

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


def many_points() -> list[Point]:
    """Return ninety figures of nine sources."""
    random = Random(4)
    points = []
    for turn in range(90):
        low = random.choice((35, 300, 800, 2000, 7000, 18000))
        day = date(2019, 6, 1) + timedelta(random.randrange(900))
        high, words = random.choice((None, low, low, 2 * low)), random.choice(("at least", "about", "exactly"))
        copy = random.random() < 0.3
        points.append(Point(f"/claims/m{turn}", f"Source {random.randrange(9)}", str(day), low, high, words, copy=copy))
    return points


def many_flows() -> list[Flow]:
    """Return comings and goings of a year, with every kind of bound."""
    flows = []
    for turn in range(26):
        low = 100 * (turn % 7 + 1)
        high, words = ((None, "at least"), (low, "about"), (low, None), (low + 300, None))[turn % 4]
        month, way = f"2021-{turn % 11 + 1:02d}", "in" if turn % 3 else "out"
        flows.append(Flow(f"/claims/f{turn}", f"Source {turn % 5}", month, way, low, high, words))
    return flows


TOTALS = [
    Point(f"/claims/t{turn}", f"Source {'AB'[turn % 2]}", f"2020-{turn + 2:02d}-10", 2000 * turn + 500,
          None if turn % 3 else 2000 * turn + 1500, "at least")
    for turn in range(9)
]  # fmt: skip
PLANS = [
    Point("/claims/c1", "Joint commission", "2021-10-08", 300, 300, None, planned=True),
    Point("/claims/c2", f"A ministry with a name {'so very ' * 9}long", "2021-01", None, 1200, "up to"),
    Point("/claims/c3", "Sponsor", "2020-01", None, 5000, "up to"),
]
ARABIC = [
    Point("/claims/ar1", "المرصد", "2020-06-10", 6630, None, "at least"),
    Point("/claims/ar2", "لجنة الأمم المتحدة", "2020-12-02", 300, 300, "about"),
]
FOR = [Held(f"/claims/h{n}", f"2021-{n % 12 + 1:02d}-05", f"Source {n % 4}", "a departure") for n in range(17)]
AGAINST = [Held(f"/claims/g{n}", f"2021-{n * n % 12 + 1:02d}-05", f"Source {n % 6}", "still there") for n in range(41)]
FIVE_STOPS = [
    Stage("a", "recruitment", "Northern towns", "/claims/r1", 2000, None, "at least",
          ("offered $2,000 a month", "six-month contracts")),
    Stage("b", "recruitment", "Camps at the border", "/claims/r2", 150, 150, "about", ("offered $800 a month",)),
    Stage("c", "route", "Gaziville airport", "/claims/r3", notes=("by chartered aircraft",)),
    Stage("d", "destination", "Mitrovia air base", "/claims/r4", 1500, 1800, None, ("owed five months of pay",)),
    Stage("e", "destination", "Port of Sel", "/claims/r5", 300, None, "at least",
          ("paid $400 of $2,000 a month, says the force itself",)),
]  # fmt: skip
FIVE_LEGS = [
    Leg("a", "c", "/claims/r6", 1200, 1200, "about"),
    Leg("b", "c", "/claims/r7"),
    Leg("c", "d", "/claims/r8", 1000, None, "at least"),
    Leg("c", "e", "/claims/r9"),
]
MANY_WEEKS = [Week(str(date(2021, 1, 4) + timedelta(7 * n)), n * 37 % 23) for n in range(40) if n % 6]

HARD: dict[str, Callable[[], Chart]] = {
    "stock of many": lambda: stock_band(many_points(), DUE, "Ninety figures of nine sources"),
    "stock of one": lambda: stock_band(POINTS[:1], title="One figure"),
    "stock in Arabic letters": lambda: stock_band(ARABIC, DUE),
    "totals of two sources": lambda: totals_steps(TOTALS),
    "ceilings under long names": lambda: ceilings(PLANS),
    "flows of a year": lambda: flows_bars(many_flows()),
    "evidence of many": lambda: evidence_by_day(FOR, AGAINST, DUE),
    "route of five stops": lambda: route(FIVE_STOPS, FIVE_LEGS),
    "sparkline with gaps": lambda: sparkline(MANY_WEEKS),
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
