"""Invented pins: some with a spot, one rough, one without a point, one with a hostile name."""

from musterroll.desk.maps import Pin

PINS = [
    Pin("1", "Tripoli", 32.887, 13.191, 2, 120, "/places/1", (("presence", 80), ("arrival", 40))),
    Pin("2", "Sirte", 31.205, 16.588, 1, 44, "/places/2"),
    Pin("3", "Fezzan", 26.2, 14.0, 3, 18, "/places/3"),
    Pin("4", "somewhere in the south", None, None, 3, 2, "/places/4"),
]
MORE = [
    Pin("5", "al-Jufra <script>", 29.2, 16.0, 1, 63, "/places/5", (("<b>withdrawal</b>", 18),)),
    Pin("6", "Misrata", 32.377, 15.092, 2, 9, "/places/6"),
    Pin("7", "Afrin", 36.51, 36.868, 2, 12, "/places/7"),
    Pin("8", "Khartoum", 15.55, 32.53, 2, 4, "/places/8"),
]
