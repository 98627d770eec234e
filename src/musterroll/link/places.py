"""Places: every place of a claim to a site of the packs or a place of the gazetteer, or why not.

A pin needs more than a name: its country named in the report, or people enough that nobody would say which one. What
stands beside the name ("Yarmouk camp, south of Tripoli") may not be far from it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from musterroll.link.context import Context
from musterroll.link.toponyms import Ranked, distance, forms_of, places_of, rank_places
from musterroll.records import Candidate, Link, Pin, Span
from musterroll.reference import Gazetteer, Place, countries_of, country_named
from musterroll.reference.packs import Packs, Site
from musterroll.reference.place_names import name_key, without_article

ENOUGH = 0.65
KNOWN_TO_ALL = 1_000_000
SMALL = 50_000
SAME_KM = 120.0
BESIDE_KM = 300.0
LARGEST_NAMED = 5
OWN_IDS = 1_000_000_000
WIDE = ("country", "continent", "sea")
SITE_NOUN = (
    r"(?:air ?base|air ?field|air ?port|airstrip|military base|naval base|army base|base|barracks|camp|port|terminal)"
)
SITE_WORDS = re.compile(rf"\b(?:military |international |naval |army )?{SITE_NOUN}s?\b", re.I)
SITE_NEXT = re.compile(rf"^(?:’s|'s)? (?:military |international |naval |army )?{SITE_NOUN}\b", re.I)
PROVINCE = re.compile(r"\b(?:province|governorate|oblast|region|state|countryside|district)s?\b", re.I)
SHORT = re.compile(r"^(?:it|its|there|here|this|that|they|their|them|these|those)$", re.I)
LAND = re.compile(r" (?:territory|soil|lands?|border|coast|waters|airspace|side|desert|town|city|village)\b")
ABOUT = re.compile(
    r"\b(?:near|around|outside|outskirts|south of|north of|east of|west of|close to|suburbs?|surroundings|vicinity"
    r"|countryside|desert|road|between|km|kilomet(?:er|re)s|miles)\b",
    re.I,
)
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
NOUN = re.compile(
    r"university|valley|air|base|army|camp|forces?|north|south|east|west|the|islands?|rivers?|mount|islamic|state|district"
    r"|province|border|city|town|national|united|international|red|new|old|great|central|security|liberation|front"
    r"|group|brigade|division|battalion|council|government|minister|president|general|colonel",
    re.I,
)


@lru_cache(maxsize=4)
def sites_by_name(packs: Packs) -> tuple[dict[str, tuple[Site, ...]], dict[str, tuple[Site, ...]]]:
    """Return the sites of packs by folded name, and by folded weak name."""
    strong: dict[str, list[Site]] = defaultdict(list)
    weak: dict[str, list[Site]] = defaultdict(list)
    for site in packs.sites.values():
        for keys, names in ((strong, (site.name, *site.names, *site.arabic)), (weak, site.weak)):
            for key in {form for name in names for form in (name_key(name), without_article(name_key(name)))}:
                keys[key].append(site)
    return {k: tuple(v) for k, v in strong.items()}, {k: tuple(v) for k, v in weak.items()}


@dataclass(frozen=True)
class Asked:
    """A part of a claim that names a place: its role, its span, and the span of the words to look up."""

    role: str
    span: Span
    named: Span


def link_places(context: Context, asked: Sequence[Asked], packs: Packs, known: Gazetteer) -> list[Link]:
    """Link every place asked for, all of them weighed together with the other places that the report names."""
    inner = {ask: proper(context.text, toponyms_in(context.text, ask.named, known)) for ask in asked}
    spans = {span for found in inner.values() for span in found}
    spans |= set(surroundings(context, known, spans))
    ranks = rank_places(context.text, sorted(spans), known, context.home)
    return [
        link_site(context, ask, packs) or decide(context, ask, [(s, ranks[s]) for s in inner[ask]], ranks)
        for ask in asked
    ]


def proper(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the spans that name a place and no nationality ("**Syrian** Badia")."""
    return [
        span
        for span in spans
        if country_named(span.of(text)) or not countries_of(span.of(text)) or LAND.match(text[span.end :])
    ]


def toponyms_in(text: str, span: Span, known: Gazetteer) -> list[Span]:
    """Return the names of places inside a span, the longest that the gazetteer knows first at each point."""
    words = [Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"[^\s,;()]+", span.of(text))]
    found: list[Span] = []
    start = 0
    while start < len(words):
        end = longest_name(text, words, start, known)
        if end > start:
            found.append(Span(words[start].start, words[end - 1].end))
        start = max(end, start + 1)
    return found


def longest_name(text: str, words: Sequence[Span], start: int, known: Gazetteer) -> int:
    """Return where the longest known name that starts at a word ends, or its start where none does."""
    first = words[start].of(text)
    if not (first[:1].isupper() or re.match(r"(?:al|el|as|ash|ad)-[A-Z]", first) or not first.isascii()):
        return start
    for end in range(min(len(words), start + LARGEST_NAMED), start, -1):
        name, last = text[words[start].start : words[end - 1].end], words[end - 1].of(text)
        ends_well = end == start + 1 or re.match(r"(?:[a-z]{1,3}-)?[^\W\d_a-z]", last)
        if (
            "\n" not in name
            and ends_well
            and not NOUN.fullmatch(name)
            and any(likely(place) for place in places_of(name, known))
        ):
            return end
    return start


def surroundings(context: Context, known: Gazetteer, taken: set[Span]) -> Iterable[Span]:
    """Yield the other names of places in a report that say where it plays: countries, provinces, large towns."""
    for run in context.capitalised:
        for span in toponyms_in(context.text, run, known):
            free = not any(span.start < other.end and other.start < span.end for other in taken)
            if free and any(tells(place) for place in places_of(span.of(context.text), known)[:3]):
                yield span


def likely(place: Place) -> bool:
    """Say whether a place is found by its own name, or is large enough to be called by another."""
    return bool(place.main) or place.kind != "town" or place.population > SMALL / 5


def tells(place: Place) -> bool:
    """Say whether a place is known widely enough to say where a report plays."""
    return bool(place.main) and (place.kind in ("country", "province", "region") or place.population > 100_000)


def link_site(context: Context, ask: Asked, packs: Packs) -> Link | None:
    """Link a base or port of the packs: by a name of its own, or by its town's name beside a word like "base"."""
    strong, weak = sites_by_name(packs)
    words = ask.named.of(context.text)
    for name in (words, *forms_of(words)):
        if found := strong.get(name_key(name)) or strong.get(without_article(name_key(name))):
            return site_link(ask, words, found, "a name of this site")
    if found := inside(words, strong):
        return site_link(ask, words, found, "a name of this site, inside the words")
    bare = SITE_WORDS.sub("", words).strip()
    beside = bare != words or SITE_NEXT.match(context.text[ask.named.end : ask.named.end + 40])
    for name in (bare, bare.split(" ", 1)[-1]) if beside else ():
        if found := strong.get(name_key(name)) or weak.get(name_key(name)):
            return site_link(ask, words, found, "the name of its place beside a word for a base or port")
    return None


def inside(words: str, strong: dict[str, tuple[Site, ...]]) -> tuple[Site, ...]:
    """Return the sites whose own name stands inside longer words ("Russian Khmeimim Air Base in Latakia")."""
    tokens = words.split()
    for size in range(min(len(tokens), LARGEST_NAMED), 0, -1):
        for start in range(len(tokens) - size + 1):
            name = " ".join(tokens[start : start + size])
            if name != name.lower() and (found := strong.get(name_key(name))):
                return found
    return ()


def site_link(ask: Asked, words: str, sites: tuple[Site, ...], reason: str) -> Link:
    """Return a link to one site, or the sites between which it is open."""
    candidates = tuple(Candidate(f"site:{site.id}", site.name) for site in sites)
    if len({site.id for site in sites}) > 1:
        return Link(ask.role, ask.span, words, "place", "unsure", "several sites bear this name", candidates=candidates)
    site = sites[0]
    pin = Pin(site.lat, site.lon, site.country, 2 if ABOUT.search(words) else 1)
    return Link(ask.role, ask.span, words, "place", "linked", reason, candidates[0].id, site.name, pin=pin)


Found = Sequence[tuple[Span, tuple[Ranked, ...]]]


def decide(context: Context, ask: Asked, found: Found, ranks: dict[Span, tuple[Ranked, ...]]) -> Link:
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
    open_reason = doubt(context, span, ranked, ranks)
    if open_reason:
        candidates = tuple(candidate(pair) for pair in ranked[:LARGEST_NAMED])
        return Link(ask.role, ask.span, words, "place", "unsure", open_reason, candidates=candidates)
    before = context.text[max(0, ask.named.start - 40) : ask.named.start].rsplit(".", 1)[-1]
    said = f"{before} {words} {context.text[span.end : span.end + 14]}"
    place = town_of(ranked, said)
    pin = Pin(place.lat, place.lon, place.country, precision(place, said))
    return Link(ask.role, ask.span, words, "place", "linked", why(context, place), place_id(place), place.name, pin=pin)


def town_of(ranked: tuple[Ranked, ...], said: str) -> Place:
    """Return the likeliest place; of a town and its province with one name the town, unless a province is spoken of."""
    top = ranked[0].place
    towns = [p.place for p in ranked if p.place.kind == "town" and p.place.main and same_spot(top, p.place)]
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


def doubt(
    context: Context, span: Span, ranked: tuple[Ranked, ...], ranks: dict[Span, tuple[Ranked, ...]]
) -> str | None:
    """Return why the likeliest place is not sure enough, in words, or None."""
    top = ranked[0].place
    share = sum(pair.share for pair in ranked if same_spot(top, pair.place))
    if share < ENOUGH:
        return f"several places bear this name, and {top.name} ({top.country or top.kind}) is not much the likeliest"
    if top.kind in WIDE or not top.country:
        return None
    if beside := misplaced(context.text, span, top, ranks):
        return (
            f"it stands beside {beside.name} ({beside.country}), far from the {top.name} that we know ({top.country})"
        )
    if context.countries and top.country not in context.countries and not (top.main and top.population > KNOWN_TO_ALL):
        named = ", ".join(sorted(context.countries)[:6])
        return f"the likeliest lies in {top.country}, which the report does not name (it names {named})"
    if not context.countries and not (top.main and top.population > SMALL):
        return "a small place, and the report names no country"
    return None


def same_spot(one: Place, other: Place) -> bool:
    """Say whether two entries are one place to a reader: a town, its province, the same town twice."""
    return one.country == other.country and (
        distance(one, other) < SAME_KM or (one.admin1 == other.admin1 != "" and "province" in (one.kind, other.kind))
    )


def misplaced(text: str, span: Span, top: Place, ranks: dict[Span, tuple[Ranked, ...]]) -> Place | None:
    """Return the place in or near which a name is said to lie, where that is far from the likeliest place."""
    for other in sorted(other for other in ranks if 0 < other.start - span.end < 60 and ranks[other]):
        place, between = ranks[other][0].place, text[span.end : other.start]
        wide = place.kind in (*WIDE, "province", "region")
        if WITHIN.match(between) and (place.country != top.country if wide else distance(top, place) > BESIDE_KM):
            return place
        if CLOSE.match(between) and not wide and distance(top, place) > BESIDE_KM:
            return place
    return None


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
