"""Commonplaces: names that every report of a war may have, so that two reports that share them share no story.

The list is fixed, so that what two reports are to each other never depends on a third. It holds the countries and their
people (from the reference tables), days and months, and capitals, seats of power and bodies that news names everywhere.
"""

from functools import lru_cache

from musterroll.reference import countries
from musterroll.trace.names import folded

_CALENDAR = """monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december"""
_SEATS = """ankara baghdad beijing beirut brussels cairo damascus doha geneva jerusalem kabul khartoum kyiv london
moscow paris riyadh sanaa tehran tripoli washington kremlin pentagon america europe africa asia"""
_BODIES = (
    "un|nato|eu|united nations|european union|security council|islamic state|isis|isil|qaeda|taliban"
    "|arab|arabs|kurdish|kurds"
)


@lru_cache(maxsize=1)
def commonplaces() -> frozenset[str]:
    """Return the folded names that tell nothing."""
    people = {folded(name) for land in countries() for name in (land.name, *land.aliases, *land.demonyms)}
    return frozenset(
        ("", *people, *(f"{name}s" for name in people), *_CALENDAR.split(), *_SEATS.split(), *_BODIES.split("|"))
    )
