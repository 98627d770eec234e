"""Pins: GeoJSON as RFC 7946 has it, nothing dropped."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.desk.maps import Pin, pins_geojson

DEGREES = st.none() | st.floats(allow_nan=True, allow_infinity=True)
PIN = st.builds(
    Pin, st.text(max_size=8), st.text(max_size=20), DEGREES, DEGREES, st.integers(1, 3), st.integers(0, 10**9),
    st.just("/places/1"), st.lists(st.tuples(st.text(max_size=8), st.integers(0, 99)), max_size=3).map(tuple),
)  # fmt: skip


def test_a_pin_is_a_feature() -> None:
    """A pin's longitude comes first; its name, precision, claims, counts and link are properties."""
    made = pins_geojson([Pin("geo:1", "Sirte", 31.205, 16.588, 2, 44, "/places/geo:1", (("presence", 44),))])
    assert made["type"] == "FeatureCollection" and made["bbox"] == [16.588, 31.205, 16.588, 31.205]
    assert made["features"][0] == {
        "type": "Feature",
        "id": "geo:1",
        "geometry": {"type": "Point", "coordinates": [16.588, 31.205]},
        "properties": {
            "name": "Sirte", "precision": 2, "claims": 44, "counts": {"presence": 44}, "link": "/places/geo:1",
        },
    }  # fmt: skip


@given(st.lists(PIN, max_size=10))
def test_no_pin_is_dropped(pins: list[Pin]) -> None:
    """Every pin is a feature; one without a point on earth has no geometry, and the JSON holds only finite numbers."""
    made = pins_geojson(pins)
    assert len(made["features"]) == len(pins)
    json.dumps(made, allow_nan=False)
    for feature in made["features"]:
        lon, lat = (feature["geometry"] or {"coordinates": [0, 0]})["coordinates"]
        assert math.isfinite(lon) and abs(lon) <= 180 and abs(lat) <= 90


def test_most_claims_come_first() -> None:
    """Pins are ordered by their claims, so that names have room where most is said."""
    pins = [Pin(str(n), "P", 1, 1, 1, n, "/p") for n in (3, 9, 5)]
    assert [feature["id"] for feature in pins_geojson(pins)["features"]] == ["9", "5", "3"]


def test_a_pin_leads_to_no_other_site() -> None:
    """A link to another site is refused."""
    with pytest.raises(ValueError, match="not an address of this site"):
        pins_geojson([Pin("1", "P", 1, 1, 1, 1, "https://elsewhere.example/")])
