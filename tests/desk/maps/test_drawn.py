"""The map without JavaScript: every pin a link inside the picture, on a base layer of our own."""

import json
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.desk.maps import Pin, map_of
from musterroll.desk.maps.drawn import NARROW, WIDE, drawn_map, layers_of, view_of
from musterroll.desk.maps.layers import cells, fine_layers, folder, layers
from tests.desk.charts.drawings import Read
from tests.desk.maps.pins import PINS
from tests.desk.words import DESK, rendered

SHOW = '{% import "desk/map.html" as maps with context %}{{ maps.head() }}{{ maps.show(map, csv="/l?format=csv") }}{{ maps.scripts() }}'
SPOT = st.tuples(st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 10**6))


def centres(markup: str) -> list[tuple[float, float]]:
    """Return where pins stand."""
    held = [shape for name, shape in Read(markup).elements if name == "circle" and shape["class"] in ("spot", "rough")]
    return [(float(shape["cx"] or ""), float(shape["cy"] or "")) for shape in held]


def test_every_pin_is_a_link() -> None:
    """Each pin with a point leads to its place, on wide pages and on phones; a rough one is hollow."""
    made = map_of(PINS, "/map.geojson", "/findings")
    for markup in (made.svg, made.narrow):
        assert Read(markup).links() == {"/places/1", "/places/2", "/places/3"}
        assert markup.count('class="rough"') == 1
    assert made.unplaced == 1


def test_the_map_is_also_a_table() -> None:
    """The table holds every pin with its counts, those without a point as well, and how exactly it is known."""
    page = rendered(SHOW, map=map_of(PINS, "/map.geojson", "/findings"))
    held = Read(page)
    assert {pin.link for pin in PINS} <= held.links()
    for words in ("Tripoli", "120", "presence", "80", "no point on the map", "roughly: province or wider", "the spot"):
        assert words in held.words
    assert "/policy/boundaries" in held.links() and "/l?format=csv" in held.links()


def test_the_page_holds_no_style_and_no_script_of_its_own() -> None:
    """The map's markup has no inline style; its scripts are files of this site."""
    for name, held in Read(rendered(SHOW, map=map_of(PINS, "/map.geojson", "/findings"))).elements:
        assert name != "style" and not [key for key in held if key == "style" or key.startswith("on")]
        assert name != "script" or (held["src"] or "").startswith("/static/")


def test_hostile_names_stay_words() -> None:
    """Markup in a place's name comes out as text."""
    name = '"><script>alert(1)</script>'
    page = rendered(SHOW, map=map_of([Pin("1", name, 1, 1, 1, 1, "/p", ((name, 1),))], "/m", "/l"))
    assert [held.get("src") for tag, held in Read(page).elements if tag == "script"] == [
        "/static/js_lib_leaflet/leaflet.js", "/static/desk/map.js",
    ]  # fmt: skip


def test_the_script_writes_no_markup() -> None:
    """The map's script builds elements and sets text; it never parses markup."""
    script = (DESK / "static/desk/map.js").read_text(encoding="utf-8")
    assert not [
        word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(") if word in script
    ]
    assert "http" not in script


def test_no_pin_on_the_map_is_a_sentence() -> None:
    """A map without a point is a sentence; its places are still in the table."""
    made = map_of(PINS[3:], "/map.geojson", "/findings")
    page = rendered(SHOW, map=made)
    assert made.empty in page and 'class="atlas"' not in page and "/places/4" in Read(page).links()
    assert "<table" not in rendered(SHOW, map=map_of([], "/map.geojson", "/findings"))


@settings(max_examples=40, deadline=None)
@given(st.lists(SPOT, min_size=1, max_size=8))
def test_pins_anywhere_are_inside(spots: list[tuple[float, float, int]]) -> None:
    """Pins anywhere on earth stand inside the picture, on both sizes of page."""
    pins = [Pin(str(i), f"P{i}", lat, lon, 1, claims, "/p") for i, (lat, lon, claims) in enumerate(spots)]
    for frame in (WIDE, NARROW):
        found = centres(drawn_map(pins, "Map", frame))
        assert len(found) == len(pins)
        assert all(0 <= x <= frame.width and 0 <= y <= frame.height for x, y in found)


def test_a_small_window_is_drawn_from_the_fine_layer() -> None:
    """A window of a few degrees has coasts of its own and a picture of few kilobytes."""
    window = view_of(PINS, WIDE).window
    assert "coast" in {kind for kind, _line in layers_of(window).lines}
    assert len(drawn_map(PINS, "Map")) < 60_000


def test_the_base_layer_is_whole() -> None:
    """The rough layer has land, borders, disputed lines and names in two languages; the fine one provinces too."""
    rough = layers()
    assert len(rough.land) > 200 and {"border", "disputed"} <= {kind for kind, _line in rough.lines}
    assert all(name.en and name.ar for name in rough.names)
    kinds = {kind for kind, _line in fine_layers(9, 19, 26, 34).lines}
    assert kinds == {"coast", "border", "disputed", "admin1"} or kinds == {"coast", "border", "admin1"}


def test_the_index_names_every_cell() -> None:
    """The cells that the index names are the files that are there."""
    there = {path.stem for path in (DESK / "static/desk/basemap/detail").iterdir()}
    assert cells("desk/basemap") == there


def test_the_first_view_is_small() -> None:
    """Leaflet, the map's script and style and the rough layer are together under 350 kB before compression."""
    own = ["desk/map.js", "desk/map.css", "desk/charts.css", "desk/desk.css", "desk/basemap/base.json"]
    sizes = [(DESK / "static" / name).stat().st_size for name in own]
    assert sum(sizes) < 190_000


def test_another_layer_can_be_set(tmp_path: Path) -> None:
    """MUSTERROLL_BASEMAP names another folder of static files; the drawn map and the script both take it."""
    square = {"type": "Polygon", "coordinates": [[[0, 0], [40, 0], [40, 40], [0, 40], [0, 0]]]}
    layer = {"features": [{"properties": {"kind": "land"}, "geometry": square}], "cells": ["12_8"]}
    (tmp_path / "mine/detail").mkdir(parents=True)
    for name in ("base", "index", "detail/12_8"):
        (tmp_path / f"mine/{name}.json").write_text(json.dumps(layer))
    with override_settings(MUSTERROLL_BASEMAP="mine", STATIC_ROOT=str(tmp_path)):
        assert map_of(PINS, "/m", "/l").layers == "/static/mine/"
        assert layers().names == () and len(layers().land) == 1


@pytest.mark.parametrize("named", ["../etc", "https://elsewhere.example/", "a/../../b"])
def test_a_layer_outside_the_static_files_is_refused(named: str) -> None:
    """The base layer cannot come from another site or from outside the static files."""
    with override_settings(MUSTERROLL_BASEMAP=named), pytest.raises(ImproperlyConfigured):
        folder()


def test_a_layer_that_is_not_there_is_named() -> None:
    """A folder without a base layer is an error that names the file."""
    with (
        override_settings(MUSTERROLL_BASEMAP="nowhere"),
        pytest.raises(ImproperlyConfigured, match="nowhere/base"),
    ):
        layers()
