"""What fits on one sheet of a map: the places about where most is said."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from musterroll.desk.maps import Pin, map_of
from musterroll.desk.maps.middle import near_and_far

HERE = Pin("here", "Here", 32.0, 13.0, 1, 90, "/places/here/")
BESIDE = Pin("beside", "Beside", 35.0, 36.0, 1, 40, "/places/beside/")
FAR = Pin("far", "Far", 7.0, -66.0, 3, 2, "/places/far/")


def test_a_far_place_that_few_claims_name_is_not_on_the_sheet() -> None:
    """One place beyond an ocean does not make all others a single spot: it is left off and named beside the map."""
    drawn = map_of([HERE, BESIDE, FAR], "/map/", "/places/")
    assert drawn.far == (FAR,) and FAR in drawn.pins
    assert "/places/far/" not in drawn.svg and "/places/beside/" in drawn.svg
    assert drawn.sheet == "13.00,32.00,36.00,35.00" and drawn.unplaced == 0


def test_a_far_place_that_many_claims_name_is_on_the_sheet() -> None:
    """What is said often is drawn, however far it is."""
    near, far = near_and_far([HERE, BESIDE, replace(FAR, claims=60)])
    assert len(near) == 3 and not far


def test_a_place_without_a_point_is_neither_near_nor_far() -> None:
    """It has no point to be on any sheet; the map counts it apart."""
    lost = replace(HERE, place="lost", lat=None, lon=None)
    assert near_and_far([lost]) == ([], []) and map_of([lost, HERE], "/map/", "/places/").unplaced == 1


spots = st.builds(
    lambda lat, lon, claims: Pin("p", "P", lat, lon, 1, claims, "/places/p/"),
    st.floats(-80, 80), st.floats(-180, 180), st.integers(0, 500),
)  # fmt: skip


@given(st.lists(spots, min_size=1, max_size=30))
def test_every_place_is_on_the_sheet_or_named_beside_it(pins: list[Pin]) -> None:
    """No pin is lost, none is in both, and most of what is said is on the sheet."""
    near, far = near_and_far(pins)
    assert len(near) + len(far) == len(pins) and near
    assert sum(max(pin.claims, 1) for pin in near) >= 0.95 * sum(max(pin.claims, 1) for pin in pins)
