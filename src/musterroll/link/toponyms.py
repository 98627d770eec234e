"""Which place a name means, weighed by people, kind of place, what the report says beside it and what else it names.

All names of a report are weighed together, a few times over: what is likely by itself (people, kind, "X, Y") votes for
its neighbours, its province and its country, and what they vote for is weighed anew. Weights were set by hand on half
of two corpora; `benchmarks/places.py` measures them on both halves.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from musterroll.records import Span
from musterroll.reference import Gazetteer, Place, countries_of
from musterroll.reference.gazetteer import short_names

ROUNDS = 3
EARTH_KM = 6371.0
NEAR_KM = 54.0
SHARPNESS = 1.2
PEOPLE, ALIAS, HOME = 0.7, -0.88, 1.2
VOTE_COUNTRY, VOTE_PROVINCE, VOTE_NEAR = 1.0, 2.1, 3.3
KIND_WEIGHT = {
    "country": 3.5, "continent": 3.0, "province": 0.65, "county": 0.6, "town": 0.0, "region": 0.5, "island": 0.3,
    "district": 0.8, "terrain": 0.0, "lake": -0.4, "river": -0.4, "sea": 1.0,
}  # fmt: skip
KIND_WORDS = {
    "county": ("county", "parish"),
    "province": ("province", "governorate", "state", "oblast", "region"),
    "river": ("river", "creek"),
    "lake": ("lake", "reservoir"),
    "sea": ("sea", "gulf", "bay", "ocean", "strait"),
    "island": ("island", "islands", "isle"),
    "terrain": ("mountains", "desert", "valley", "peninsula", "mount"),
}
LEAD = re.compile(
    r"^(?:north|south|east|west|northern|southern|eastern|western|central|northeast|northwest|southeast|southwest|"
    r"north-?eastern|north-?western|south-?eastern|south-?western|downtown|upper|lower|greater|mid|city of|town of|"
    r"village of|state of|province of|county of|port of)[ -](?=\w)",
    re.I,
)
TAIL = re.compile(
    r" (?:city|town|township|village|county|parish|province|governorate|state|district|region|area|oblast|river|valley"
    r"|metro|suburbs?|peninsula|borough)$",
    re.I,
)
AFTER = re.compile(
    r"^(?:’s|'s)?,? ?(?:in )?\(?(?:the )?(?:[a-z-]+ern |central )?"
    r"(?P<name>[A-Z][\w.’'-]*(?: (?:of |and )?[A-Z][\w.’'-]*){0,3})"
)
COMMA = re.compile(r"^(?:’s|'s)?(?:,| \(| in )")


@dataclass(frozen=True)
class Ranked:
    """A place that a name can mean, with its share of the weight of all that it can mean."""

    place: Place
    share: float


@dataclass
class Name:
    """All mentions of one written name in one report, and what they can mean."""

    words: str
    spans: list[Span]
    places: tuple[Place, ...]
    base: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)


def rank_places(
    text: str, spans: Sequence[Span], known: Gazetteer, home: str | None = None
) -> dict[Span, tuple[Ranked, ...]]:
    """Return for every span what it can mean, the likeliest first; nothing for a name that we do not know.

    `home` is the country (ISO 3166) of whoever publishes the report. A demonym ("Syrians") stands for its country.
    """
    names = [weighed(name, text, known, home) for name in gathered(text, spans, known)]
    for _ in range(ROUNDS):
        votes = Votes.of(names)
        for name in names:
            name.shares = shares([b + votes.for_place(name, p) for b, p in zip(name.base, name.places, strict=True)])
    return {span: ranked(name) for name in names for span in name.spans}


def ranked(name: Name) -> tuple[Ranked, ...]:
    """Return a name's places by their share."""
    pairs = (Ranked(place, share) for place, share in zip(name.places, name.shares, strict=True))
    return tuple(sorted(pairs, key=lambda pair: -pair.share))


def gathered(text: str, spans: Iterable[Span], known: Gazetteer) -> list[Name]:
    """Put mentions of the same written name, with the same container beside them, together."""
    found: dict[tuple[str, str], Name] = {}
    contained: dict[str, str] = {}
    plain = []
    for span in spans:
        words = span.of(text)
        container = container_of(text, span, known)
        if container:
            contained.setdefault(words, container)
        plain.append((words, span, container))
    for words, span, container in plain:
        key = (words, container or contained.get(words, ""))
        name = found.setdefault(key, Name(words, [], places_of(words, known)))
        name.spans.append(span)
    return list(found.values())


def container_of(text: str, span: Span, known: Gazetteer) -> str:
    """Return the words after a name that say where it lies ("Paris, **Texas**"), or nothing."""
    after = text[span.end : span.end + 60]
    if not COMMA.match(after) or not (match := AFTER.match(after)):
        return ""
    words = match["name"].split(" ")
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        for form in (name, name.rstrip(".,"), name.removesuffix("’s").removesuffix("'s")):
            if any(p.kind in ("country", "province", "county") for p in places_of(form, known)):
                return form
    return ""


def places_of(words: str, known: Gazetteer) -> tuple[Place, ...]:
    """Return every place that written words can mean, trying them as they stand, then without what surrounds a name."""
    short = short_names().get(words)
    if short is not None:
        return tuple(place for place in (known.at(short),) if place)
    if countries := countries_of(words):
        return tuple(p for c in countries for p in known.named(c.name) if p.kind == "country" and p.country == c.iso2)
    return next((found for form in forms_of(words) if (found := known.named(form))), ())


def forms_of(words: str) -> Iterable[str]:
    """Yield the ways to look words up, the fullest first."""
    yield words
    bare = re.sub(r"(?:’s|'s|’|')$", "", words)
    yield bare
    for form in (LEAD.sub("", bare), TAIL.sub("", bare), TAIL.sub("", LEAD.sub("", bare))):
        if form != bare:
            yield form


def weighed(name: Name, text: str, known: Gazetteer, home: str | None) -> Name:
    """Give each place of a name its weight by itself and by the words beside the name."""
    container = container_of(text, name.spans[0], known) or next(
        (c for span in name.spans if (c := container_of(text, span, known))), ""
    )
    around = places_of(container, known) if container else ()
    after = [text[s.end : s.end + 16].lower() for s in name.spans]
    name.base = [
        alone(place, name.words) + held(place, around) + kind_said(place, name.words, after) + at_home(place, home)
        for place in name.places
    ]
    name.shares = shares(name.base)
    return name


def alone(place: Place, words: str) -> float:
    """Return a place's weight by people, kind and whether the words are its own name."""
    own = 0.0 if place.main else ALIAS
    return PEOPLE * math.log10(place.population + 10) + KIND_WEIGHT[place.kind] + own


def held(place: Place, around: Sequence[Place]) -> float:
    """Return the weight of "X, Y": much where the place lies in Y."""
    return max((lies_in(place, outer) for outer in around), default=0.0)


def lies_in(place: Place, outer: Place) -> float:
    """Say how well a place fits into what is named around it."""
    if outer.id == place.id or outer.country != place.country:
        return 0.0
    if outer.kind == "country":
        return 6.0
    if outer.kind == "province":
        return 8.0 if outer.admin1 == place.admin1 else 0.0
    return 6.0 if outer.kind == "county" and outer.admin1 == place.admin1 and distance(place, outer) < NEAR_KM else 0.0


def kind_said(place: Place, words: str, after: Sequence[str]) -> float:
    """Return the weight of a word that says what kind of place it is ("Anderson County", "the town of")."""
    last = words.lower().split()[-1]
    for kind, nouns in KIND_WORDS.items():
        if last in nouns or any(a.startswith(f" {noun}") for a in after for noun in nouns):
            return 3.0 if place.kind == kind else 0.0
    return 0.0


def at_home(place: Place, home: str | None) -> float:
    """Return the weight of lying in the publisher's country."""
    return HOME if home and place.country == home else 0.0


def shares(weights: Sequence[float]) -> list[float]:
    """Turn weights into shares of one."""
    if not weights:
        return []
    top = max(weights)
    raised = [math.exp((weight - top) * SHARPNESS) for weight in weights]
    total = sum(raised)
    return [value / total for value in raised]


@dataclass(frozen=True)
class Votes:
    """What the names of a report say together: how much of them lies in each country, each province, and where."""

    countries: dict[str, float]
    provinces: dict[tuple[str, str], float]
    points: list[tuple[Name, Place, float]]
    names: int

    @staticmethod
    def of(names: Sequence[Name]) -> "Votes":
        """Count the votes of all names."""
        countries: dict[str, float] = defaultdict(float)
        provinces: dict[tuple[str, str], float] = defaultdict(float)
        points = []
        for name in names:
            weight = 1.0 + 0.5 * math.log(len(name.spans))
            for place, share in zip(name.places, name.shares, strict=True):
                if share < 0.02:
                    continue
                countries[place.country] += share * weight
                if place.admin1:
                    provinces[place.country, place.admin1] += share * weight * (1.5 if place.kind == "province" else 1)
                if place.kind in ("town", "county", "lake", "island", "district"):
                    points.append((name, place, share))
        return Votes(countries, provinces, points, len(names))

    def for_place(self, name: Name, place: Place) -> float:
        """Return what the other names say for a place."""
        weight = 1.0 + 0.5 * math.log(len(name.spans))
        own = [(p, s * weight) for p, s in zip(name.places, name.shares, strict=True)]
        country = self.countries.get(place.country, 0.0) - sum(s for p, s in own if p.country == place.country)
        key = (place.country, place.admin1)
        province = self.provinces.get(key, 0.0) - sum(s for p, s in own if (p.country, p.admin1) == key)
        near = sum(s * math.exp(-distance(place, p) / NEAR_KM) for n, p, s in self.points if n.words != name.words)
        return (
            VOTE_COUNTRY * math.log1p(max(0.0, country))
            + (VOTE_PROVINCE * math.log1p(max(0.0, province)) if place.admin1 else 0.0)
            + VOTE_NEAR * math.log1p(near)
        )


def distance(one: Place, other: Place) -> float:
    """Return the distance of two places in km."""
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance of two points in km, on a sphere."""
    first, second = math.radians(lat), math.radians(other_lat)
    across = math.sin(math.radians(other_lon - lon) / 2) ** 2
    a = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * across
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(a)))


__all__ = ["Ranked", "distance_km", "rank_places"]
