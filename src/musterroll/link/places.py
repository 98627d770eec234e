"""Places: every place of a claim to a site of the packs or a place of the gazetteer, or why not.

A pin needs more than a name: its country named in the report, or people enough that nobody would say which one. What
stands beside the name ("Yarmouk camp, south of Tripoli") may not be far from it.
"""

import re
from collections.abc import Sequence

from musterroll.link.asked import ABOUT, AskedPlace
from musterroll.link.context import Context
from musterroll.link.doubts import SAME_KM, WIDE, Ranks, doubt, same_spot
from musterroll.link.mentions import proper, surroundings, toponyms_in
from musterroll.link.sites import link_site, link_weak_site
from musterroll.link.toponyms import Ranked, distance, rank_places
from musterroll.records import Candidate, Link, Pin, Span
from musterroll.reference import Gazetteer, Place, countries_of
from musterroll.reference.packs import Packs

SHOWN = 5
OWN_IDS = 1_000_000_000
PROVINCE = re.compile(r"\b(?:province|governorate|oblast|region|state|countryside|district)s?\b", re.I)
SHORT = re.compile(r"^(?:it|its|there|here|this|that|they|their|them|these|those)$", re.I)

Found = Sequence[tuple[Span, tuple[Ranked, ...]]]


def link_places(context: Context, asked: Sequence[AskedPlace], packs: Packs, known: Gazetteer) -> list[Link]:
    """Link every place asked for, all of them weighed together with the other places that the report names."""
    inner = {ask: proper(context.text, toponyms_in(context.text, ask.named, known)) for ask in asked}
    spans = {span for found in inner.values() for span in found}
    spans |= set(surroundings(context, known, spans))
    ranks = rank_places(context.text, sorted(spans), known, context.home)
    return [
        link_site(context, ask, packs)
        or (None if inner[ask] else link_weak_site(ask, ask.named.of(context.text), packs))
        or decide(context, ask, [(s, ranks[s]) for s in inner[ask]], ranks)
        for ask in asked
    ]


def decide(context: Context, ask: AskedPlace, found: Found, ranks: Ranks) -> Link:
    """Say which place is meant, or why that stays open."""
    words = ask.named.of(context.text)
    if not found:
        return Link(ask.role, ask.span, words, "place", "unknown", no_place(words))
    if len(found) > 1 and inward(found[0][1], found[1][1]):
        found = found[1:]
    span, ranked = found[0]
    if len(found) > 1 and not holds(found[1][1], ranked):
        candidates = tuple(candidate(places[0]) for _, places in found)
        return Link(ask.role, ask.span, words, "place", "unsure", "several places are named", candidates=candidates)
    open_reason = doubt(context, span, ranks)
    if open_reason:
        candidates = tuple(candidate(pair) for pair in ranked[:SHOWN])
        return Link(ask.role, ask.span, words, "place", "unsure", open_reason, candidates=candidates)
    before = context.text[max(0, ask.named.start - 40) : ask.named.start].rsplit(".", 1)[-1]
    said = f"{before} {words} {context.text[span.end : span.end + 14]}"
    place = town_of(ranked, said)
    pin = Pin(place.lat, place.lon, place.country, precision(place, said))
    return Link(ask.role, ask.span, words, "place", "linked", why(context, place), place_id(place), place.name, pin=pin)


def town_of(ranked: tuple[Ranked, ...], said: str) -> Place:
    """Return the likeliest place; of a town and its province with one name the town, unless a province is spoken of."""
    top = ranked[0].place
    towns = [p.place for p in ranked if p.place.kind == "town" and same_spot(top, p.place)]
    return towns[0] if top.kind == "province" and towns and not PROVINCE.search(said) else top


def no_place(words: str) -> str:
    """Say in words why nothing was found: no name, a nationality only, or a name that we do not know."""
    if SHORT.match(words) or words == words.lower():
        return "no name of a place in these words"
    if any(countries_of(word.strip(",.")) for word in words.split()):
        return "a nationality, and no name of a place"
    return "no place of this name is known"


def inward(first: tuple[Ranked, ...], second: tuple[Ranked, ...]) -> bool:
    """Say whether the words go from the large to the small: "Syria’s Deir ez-Zor province"."""
    return first[0].place.kind == "country" != second[0].place.kind and holds(first, second)


def holds(outer: tuple[Ranked, ...], inner: tuple[Ranked, ...]) -> bool:
    """Say whether the second name of "Sirte in Libya" is around the first, or close to it."""
    first, second = inner[0].place, outer[0].place
    around = second.kind in ("country", "province", "county", "region") and second.country == first.country
    return around or distance(first, second) < SAME_KM


def candidate(pair: Ranked) -> Candidate:
    """Return a candidate, with its country in its name."""
    place = pair.place
    return Candidate(place_id(place), f"{place.name} ({place.kind}, {place.country or '-'})", round(pair.share, 3))


def place_id(place: Place) -> str:
    """Return a place's id: "geonames:2210247", or "area:…" for what GeoNames does not have."""
    return f"geonames:{place.id}" if place.id < OWN_IDS else f"area:{place.id}"


def precision(place: Place, words: str) -> int:
    """Return how exact a place is: 1 a town, 2 near a town or a county, 3 a province, a country, a region."""
    if place.kind == "town":
        return 2 if ABOUT.search(words) else 1
    return 2 if place.kind in ("county", "island", "district") else 3


def why(context: Context, place: Place) -> str:
    """Say in words why a place was taken."""
    if place.kind in WIDE:
        return f"the name of a {place.kind}"
    if place.country in context.countries:
        return f"the likeliest {place.kind} of this name; the report names its country"
    return f"the likeliest {place.kind} of this name, with {place.population:,} people"
