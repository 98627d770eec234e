"""Maps: pins of the ledger as GeoJSON, on a base layer that travels with the program."""

from musterroll.desk.maps.pins import Pin, pins_geojson
from musterroll.desk.maps.shown import Map, map_of

__all__ = ["Map", "Pin", "map_of", "pins_geojson"]
