"""Write every chart and the map as one static page, drawn from the invented figures of the tests, to look at.

    PYTHONPATH=. python tools/chart_gallery.py FOLDER

FOLDER/index.html runs left to right, FOLDER/rtl.html right to left; serve FOLDER as the root of a site (`python -m
http.server`), or the map's script finds nothing. Every force, figure and source is invented.
"""

import json
import sys
from pathlib import Path
from shutil import copytree

from django.contrib.staticfiles import finders
from tests.desk.charts.drawings import ALL, EMPTY, HARD
from tests.desk.maps.pins import MORE, PINS
from tests.desk.words import DESK, rendered, words_alone

from musterroll.desk.maps import map_of, pins_geojson

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
<p>In a line: {{ charts.inline(line) }}</p></main>{{ maps.scripts() }}</body></html>"""


def write(folder: Path) -> None:
    """Write the pages."""
    copytree(DESK / "static", folder / "static", dirs_exist_ok=True)
    copytree(str(finders.find("js_lib_leaflet")), folder / "static/js_lib_leaflet", dirs_exist_ok=True)
    pins = [*PINS, *MORE]
    (folder / "pins.geojson").write_text(json.dumps(pins_geojson(pins)), encoding="utf-8")
    atlas = map_of(pins, "/pins.geojson", "/findings", "Where forces are said to be (invented)")
    drawn = [draw() for drawings in (ALL, HARD, EMPTY) for draw in drawings.values()]
    for name, lang, way in (("index", "en", "ltr"), ("rtl", "ar", "rtl")):
        page = rendered(PAGE, drawn=drawn, line=ALL["sparkline"](), atlas=atlas, lang=lang, dir=way)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    words_alone()
    write(Path(sys.argv[1]))
