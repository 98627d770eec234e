"""Write every chart and the map as one static page, drawn from invented figures, to look at.

    python tools/chart_gallery.py FOLDER

FOLDER/index.html runs left to right, FOLDER/rtl.html right to left; serve FOLDER as the root of a site (`python -m
http.server`), or the map's script finds nothing. Every force, figure and source is invented.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random
from shutil import copytree

import django
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.backends.jinja2 import Jinja2
from django.urls import path

from musterroll.desk.maps import Pin, map_of, pins_geojson


def nowhere(request: object, name: str) -> None:
    """Stand in for a page that the gallery does not have."""


urlpatterns = [path("policies/<str:name>", nowhere, name="policy")]
ROOT = Path(__file__).parents[1]
DESK = ROOT / "src/musterroll/desk"


def configure() -> None:
    """Set Django up with what charts and macros need: words and addresses, no database."""
    settings.configure(
        USE_I18N=True, STATIC_URL="/static/", STATICFILES_DIRS=[DESK / "static"],
        INSTALLED_APPS=["django.contrib.staticfiles", "js_lib_leaflet"], ROOT_URLCONF=__name__,
        LANGUAGES=[("en", "English"), ("ar", "Arabic")], LOCALE_PATHS=[DESK / "locale"],
    )  # fmt: skip
    django.setup()


def pins() -> list[Pin]:
    """Return places with invented numbers of claims."""
    return [
        Pin("1", "Tripoli", 32.887, 13.191, 2, 120, "/places/1", (("presence", 80), ("arrival", 40))),
        Pin("2", "Sirte", 31.205, 16.588, 2, 44, "/places/2", (("presence", 44),)),
        Pin("3", "al-Jufra", 29.2, 16.0, 1, 63, "/places/3"),
        Pin("4", "Fezzan <script>", 26.2, 14.0, 3, 18, "/places/4", (("<b>withdrawal</b>", 18),)),
        Pin("5", "Benghazi", 32.116, 20.068, 2, 31, "/places/5"),
        Pin("6", "Misrata", 32.377, 15.092, 2, 9, "/places/6"),
        Pin("7", "Afrin", 36.51, 36.868, 2, 12, "/places/7"),
        Pin("8", "Khartoum", 15.55, 32.53, 2, 4, "/places/8"),
        Pin("9", "somewhere in the south", None, None, 3, 2, "/places/9"),
    ]


def charts() -> list[object]:
    """Return one of each chart, and the hard cases: empty, one point, many, long names, no day."""
    from musterroll.desk.charts import (
        Bracket,
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
    )  # fmt: skip

    due = [Deadline("2021-01-23", "Foreign fighters due to leave", "/commitments/x"), Deadline("2021-12-24", "Vote")]
    stock = [
        Point("/claims/1", "Harbour Monitor", "2020-06-10", 6630, None, "at least"),
        Point("/claims/2", "UN panel (invented)", "2020-12-02", 20000, 20000, "about"),
        Point("/claims/3", "Ministry of X", "2021-03-25", None, 7000, "up to"),
        Point("/claims/4", "Upland Institute", "2021-05", 4000, 9000, "between"),
        Point("/claims/5", "Agency A", "2021-05-18", 20000, 20000, "about", origin="UN panel (invented)", copy=True),
        Point("/claims/6", "Outlet B", "2021-02-01", 20000, 20000, None, origin="UN panel (invented)", copy=True),
        Point("/claims/7", "Spokesman of the force", "2021-04-04", 900, None, None, denied=True),
        Point("/claims/8", "Embassy", "2021-09-09", 0, 0, "exactly"),
        Point("/claims/9", "Coast Radio", None, 2500, 2500, "exactly"),
        Point("/claims/10", "Harbour Monitor", "2021-03-27", 6700, 6700, "exactly"),
        Point("/claims/11", "Delegate", "2021-08-08", None, None, None),
    ]
    random = Random(4)
    many = []
    for i in range(90):
        number = random.choice((35, 300, 800, 2000, 7000, 18000))
        many.append(
            Point(
                f"/claims/m{i}", f"Source {random.randrange(9)}",
                str(date(2019, 6, 1) + timedelta(random.randrange(900))),
                number, random.choice((None, number, number, 2 * number)),
                random.choice(("at least", "about", "exactly")), copy=random.random() < 0.3,
            )
        )  # fmt: skip
    flows = [
        Flow("/claims/fx", "Coast Radio", None, "out", None, 300, "up to"),
        Flow("/claims/fy", "Ministry of X", "2021-06", "out", 300, None, denied=True),
    ]
    for i in range(26):
        number = 100 * (i % 7 + 1)
        most, words = ((None, "at least"), (number, "about"), (number, None), (number + 300, None))[i % 4]
        way = "in" if i % 3 else "out"
        flows.append(Flow(f"/claims/f{i}", f"Source {i % 5}", f"2021-{i % 11 + 1:02d}", way, number, most, words))
    total = [
        Point(f"/claims/t{i}", f"Source {'AB'[i % 2]}", f"2020-{i + 2:02d}-10", 2000 * i + 500 + 1000 * (i % 2),
              None if i % 3 else 2000 * i + 1500, "at least")
        for i in range(9)
    ]  # fmt: skip
    plans = [
        Point("/claims/c1", "Joint commission (invented)", "2021-10-08", 300, 300, None, planned=True),
        Point(
            "/claims/c2",
            "A ministry with a name so long that no panel could ever hold it in one line of its own",
            "2021-01",
            None,
            1200,
            "up to",
        ),
        Point("/claims/c3", "Sponsor", "2020-01", None, 5000, "up to"),
    ]
    events = [
        Event(
            "/claims/e1",
            "2020-10-23",
            "announced",
            "All foreign fighters to leave within three months",
            "Joint commission",
        ),
        Event("/claims/e2", "2021-02-11", "reported", "300 fighters depart from Mitrovia", "Coast Radio"),
        Event("/claims/e3", "2021-02-14", "reported", "150 arrive", "Harbour Monitor"),
        Event("/claims/e4", "2021-03-21", "confirmed", "Convoy of 120 leaves the port", "Ministry of X"),
        Event("/claims/e5", "2021-04-02", "verified", "Camp found empty", "UN mission (invented)"),
        Event("/claims/e6", "2021-11-11", "announced", "300 to leave as a first step", "Delegate"),
        Event("/claims/e7", None, "reported", "Some have left", "Outlet B"),
    ]
    turns = [Bracket("/claims/e2", "2021-02-11", "2021-03-01", "300 left, 300 arrived")]
    held_for = [
        Held(f"/claims/h{i}", f"2021-{i % 12 + 1:02d}-05", f"Source {i % 4}", "a departure is reported")
        for i in range(17)
    ]
    against = [
        Held(f"/claims/g{i}", f"2021-{(i * i) % 12 + 1:02d}-05", f"Source {i % 6}", "present after the deadline")
        for i in range(41)
    ]
    stops = [
        Stage(
            "a",
            "recruitment",
            "Northern towns",
            "/claims/r1",
            2000,
            None,
            "at least",
            ("offered $2,000 a month", "six-month contracts"),
        ),
        Stage("b", "recruitment", "Camps at the border", "/claims/r2", 150, 150, "about", ("offered $800 a month",)),
        Stage("c", "route", "Gaziville airport", "/claims/r3", notes=("by chartered aircraft",)),
        Stage("d", "destination", "Mitrovia air base", "/claims/r4", 1500, 1800, None, ("owed five months of pay",)),
        Stage(
            "e",
            "destination",
            "Port of Sel",
            "/claims/r5",
            300,
            None,
            "at least",
            ("paid $400 of $2,000 a month, says the force itself",),
        ),
    ]
    legs = [
        Leg("a", "c", "/claims/r6", 1200, 1200, "about"),
        Leg("b", "c", "/claims/r7"),
        Leg("c", "d", "/claims/r8", 1000, None, "at least"),
        Leg("c", "e", "/claims/r9"),
    ]
    weeks = [Week(str(date(2021, 1, 4) + timedelta(7 * i)), (i * 37) % 23) for i in range(40) if i % 6]
    arabic = [
        Point("/claims/ar1", "المرصد", "2020-06-10", 6630, None, "at least"),
        Point("/claims/ar2", "لجنة الأمم المتحدة", "2020-12-02", 300, 300, "about"),
    ]
    return [
        stock_band(stock, due), stock_band(many, due, "Ninety figures of nine sources"), stock_band(arabic, due),
        stock_band(stock[:1], title="One figure"), stock_band([], due), totals_steps(total), flows_bars(flows),
        ceilings(plans), timeline(events, due, turns), evidence_by_day(held_for, against, due), route(stops, legs),
        sparkline(weeks),
    ]  # fmt: skip


PAGE = """{% import "desk/charts.html" as charts with context -%}
{% import "desk/map.html" as maps with context -%}
<!doctype html>
<html lang="{{ lang }}" dir="{{ dir }}"><head><meta charset="utf-8"><title>Charts</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/static/desk/desk.css"><link rel="stylesheet" href="/static/desk/charts.css">
{{ maps.head() }}</head>
<body><main><h1>Charts (every figure is invented)</h1>
<section class="panel">{{ maps.show(atlas, csv="/findings?format=csv") }}</section>
{% for chart in drawn %}
<section class="panel">{{ charts.figure(chart, csv="/findings?format=csv") }}</section>
{% endfor %}
<p>In a line: {{ charts.inline(drawn[-1]) }}</p></main>{{ maps.scripts() }}</body></html>"""


def write(folder: Path) -> None:
    """Write the pages."""
    options = {"environment": "musterroll.desk.environment.environment"}
    engine = Jinja2({"NAME": "jinja2", "DIRS": [DESK / "jinja2"], "APP_DIRS": False, "OPTIONS": options})
    copytree(DESK / "static", folder / "static", dirs_exist_ok=True)
    copytree(str(finders.find("js_lib_leaflet")), folder / "static/js_lib_leaflet", dirs_exist_ok=True)
    (folder / "pins.geojson").write_text(json.dumps(pins_geojson(pins())), encoding="utf-8")
    for name, lang, way in (("index", "en", "ltr"), ("rtl", "ar", "rtl")):
        world = map_of(pins(), "/pins.geojson", "/findings", "Where forces are said to be (invented)")
        page = engine.env.from_string(PAGE).render(drawn=charts(), atlas=world, lang=lang, dir=way)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    configure()
    write(Path(sys.argv[1]))
