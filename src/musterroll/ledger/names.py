"""What an id stands for: an actor, outlet or site of the packs, or a place of the gazetteer."""

from functools import lru_cache

from musterroll.ledger.overlay import Known, LookUp
from musterroll.records import Pin
from musterroll.reference import gazetteer
from musterroll.reference.packs import Packs

GAZETTEER = ("geonames", "area")
EXACT = {"town": 1, "county": 2, "island": 2, "district": 2}
WIDE = 3


def look_up_in(packs: Packs) -> LookUp:
    """Return the look-up of ids in these packs and the gazetteer."""

    @lru_cache(maxsize=10_000)
    def look_up(known: str) -> Known | None:
        kind, _, rest = known.partition(":")
        if kind in GAZETTEER and rest.isdigit():
            return place_of(int(rest))
        if kind == "site":
            return site_of(rest, packs)
        actor = packs.actors.get(known)
        outlet = packs.outlets.get(known)
        return Known(actor.name, "actor") if actor else Known(outlet.name, "outlet") if outlet else None

    return look_up


def place_of(number: int) -> Known | None:
    """Return a place of the gazetteer by its number."""
    place = gazetteer().at(number)
    if place is None:
        return None
    return Known(place.name, "place", Pin(place.lat, place.lon, place.country, EXACT.get(place.kind, WIDE)))


def site_of(name: str, packs: Packs) -> Known | None:
    """Return a site of the packs by its id."""
    site = packs.sites.get(name)
    return Known(site.name, "place", Pin(site.lat, site.lon, site.country, 1)) if site else None
