"""Doubts: why the likeliest place is not sure enough to be pinned, in words."""

import re
from collections.abc import Mapping

from musterroll.link.context import Context
from musterroll.link.toponyms import Ranked, distance
from musterroll.records import Span
from musterroll.reference import Place

ENOUGH = 0.65
ALONE = 0.9
KNOWN_TO_ALL = 1_000_000
KNOWN = 150_000
LARGE = 100_000
SMALL = 5_000
SAME_KM = 120.0
BESIDE_KM = 300.0
REGION_KM = 1000.0
WIDE = ("country", "continent", "sea")
WITHIN = re.compile(
    r"^(?:’s|'s)?(?: (?:refugee |military |air ?)?(?:camp|base|district|area|neighbou?rhood|suburb|quarter))?,?"
    r" (?:in|inside|within|of)(?: the)?(?: \w+ern| downtown| capital)?(?: city of| town of)? $",
    re.I,
)
CLOSE = re.compile(
    r"^(?:’s|'s)?(?: (?:refugee |military |air ?)?(?:camp|base|district|area|town|village))?,?"
    r" (?:just )?(?:near|outside|around|(?:\w+ )?(?:south|north|east|west)\w* of|on the (?:\w+ )?outskirts of)"
    r"(?: the)? $",
    re.I,
)

Ranks = Mapping[Span, tuple[Ranked, ...]]


def doubt(context: Context, span: Span, ranks: Ranks) -> str | None:
    """Return why the likeliest place of a name is not sure enough, or None."""
    ranked = ranks[span]
    top, share = ranked[0].place, share_of(ranked)
    if share < ENOUGH:
        return f"several places bear this name, and {top.name} ({top.country or top.kind}) is not much the likeliest"
    if top.kind in WIDE or not top.country:
        return None
    if beside := misplaced(context.text, span, top, ranks):
        return f"it stands beside {beside.name} ({beside.country}), far from the {top.name} known in {top.country}"
    main, people = weight_of(ranked)
    if top.country in context.countries or (main and people > (KNOWN if share > ALONE else KNOWN_TO_ALL)):
        return None
    if share > ALONE and main and (people > SMALL or top.kind != "town") and in_region(span, ranks):
        return None
    named = f"it names {', '.join(sorted(context.countries)[:6])}" if context.countries else "it names no country"
    return f"the likeliest lies in {top.country}, which the report does not name ({named})"


def share_of(ranked: tuple[Ranked, ...]) -> float:
    """Return the share of the likeliest place, with that of entries that are the same place to a reader."""
    return sum(pair.share for pair in ranked if same_spot(ranked[0].place, pair.place))


def weight_of(ranked: tuple[Ranked, ...]) -> tuple[bool, int]:
    """Return whether the likeliest place bears the name as its own, and its people; a town counts with its province."""
    here = [pair.place for pair in ranked if same_spot(ranked[0].place, pair.place)]
    return any(place.main for place in here), max(place.population for place in here)


def in_region(span: Span, ranks: Ranks) -> bool:
    """Say whether the report names sure places near the likeliest of a name: a country or large town, or two others."""
    top, name = ranks[span][0].place, ranks[span][0].place.name
    near = {
        other[0].place.id: other[0].place
        for other in ranks.values()
        if other and other[0].place.main and other[0].place.name != name and share_of(other) > ALONE
        if other[0].place.kind not in ("continent", "sea") and distance(top, other[0].place) < REGION_KM
    }
    weight = sum(2 if place.kind == "country" or place.population > LARGE else 1 for place in near.values())
    return weight > 1


def same_spot(one: Place, other: Place) -> bool:
    """Say whether two entries are one place to a reader: a town, its province, the same town twice."""
    return one.country == other.country and (
        distance(one, other) < SAME_KM or (one.admin1 == other.admin1 != "" and "province" in (one.kind, other.kind))
    )


def misplaced(text: str, span: Span, top: Place, ranks: Ranks) -> Place | None:
    """Return the place in or near which a name is said to lie, where that is far from the likeliest place."""
    for other in sorted(other for other in ranks if 0 < other.start - span.end < 60 and ranks[other]):
        place, between = ranks[other][0].place, text[span.end : other.start]
        wide = place.kind in (*WIDE, "province", "region")
        if WITHIN.match(between) and (place.country != top.country if wide else distance(top, place) > BESIDE_KM):
            return place
        if CLOSE.match(between) and not wide and distance(top, place) > BESIDE_KM:
            return place
    return None
