"""Actors: every force, source and side to an actor of the packs, or why not.

An actor is linked by a name of its own that is the head of the words ("Sultan Murad Division fighters"). Who backs or
leads it ("Turkish-backed", "loyal to Haftar") only identifies and links nothing. A weak name (an abbreviation that
several bear) needs the actor's full name elsewhere in the report.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from musterroll.link.context import Context
from musterroll.records import Candidate, Link, Span
from musterroll.reference import countries_of, country_named
from musterroll.reference.packs import Actor, Packs
from musterroll.reference.place_names import name_key, without_article

LONGEST = 9
BACKED = re.compile(
    r"\b[\w.’'-]+?(?:[ -](?:and|or)[ -][\w.’'-]+?)?[- ](?:backed|led|linked|aligned|affiliated|allied|supported|funded"
    r"|trained|sponsored|controlled|run|based|dominated|occupied|held)\b(?![’'])|\b(?:pro|anti)-[\w-]+",
    re.I,
)
TAIL = re.compile(
    r",? (?:loyal|allied|linked|affiliated|aligned|close|belonging|answerable|opposed) (?:to|with)\b.*"
    r"|,? (?:backed|supported|led|commanded|headed|trained|funded|sent|recruited|sponsored|hired|deployed) by\b.*"
    r"|,? (?:fighting|operating|working|stationed|based|deployed|who|which|that|from|in|at|under|against)\b.*"
    r"|,? alongside\b.*",
    re.I | re.S,
)
COUNT = re.compile(
    r"^(?:(?:the|a|an|all|some|several|many|most|more|its|their|his|other|these|those|both|former|new|own|fellow"
    r"|hundreds|thousands|dozens|scores|tens|members|units|elements|men|parts|of|about|around|over|up to|at least"
    r"|[\d,.]+)\s+)+",
    re.I,
)
MILITARY = ("army", "troops", "forces", "military", "soldiers", "servicemen", "navy", "air force", "warplanes", "jets")
FIGHTERS = re.compile(
    r"\b(?:fighters?|terrorists?|suspects?|affiliates?|planes?|aircraft|mercenar(?:y|ies)|rebels?|militants?|militia(?:s|men)?|recruits?|volunteers?|insurgents?|gunmen"
    r"|jihadis(?:ts?)?|groups?|factions?|brigades?|contractors?|instructors?|combatants?|nationals|citizens|men|members?"
    r"|forces?|troops|soldiers|army|units?|battalions?|division|movement|front|command|coalition|alliance|personnel"
    r"|spokes(?:man|woman|person)|officials?|officers?|commanders?|leaders?|leadership|chief|envoy|sources?|ministry"
    r"|minister|government|statement|report|delegation|representatives?|experts?|investigators|monitors?|side|camp)\b",
    re.I,
)
JOINED = re.compile(r",? and |, ")
SHORT = re.compile(r"^(?:he|she|they|it|we|i|him|his|her|hers|them|their|theirs|its|our|us|who)$", re.I)


@dataclass(frozen=True)
class Name:
    """One name of one actor or outlet of the packs: who bears it, what that is, and whether it is weak."""

    id: str
    kind: str
    weak: bool


@dataclass(frozen=True)
class Index:
    """Every name of the packs, by folded key."""

    names: dict[str, tuple[Name, ...]]
    full: dict[str, tuple[str, ...]]
    titles: dict[str, str]
    actors: dict[str, Actor]

    def at(self, key: str) -> tuple[Name, ...]:
        """Return who bears a folded name; an article counts only where it must."""
        return self.names.get(key) or self.names.get(without_article(key), ())


@lru_cache(maxsize=4)
def index_of(packs: Packs) -> Index:
    """Make the index of packs; made once for each row of packs."""
    names: dict[str, dict[Name, None]] = defaultdict(dict)
    full: dict[str, list[str]] = defaultdict(list)
    things: list[tuple[str, str, Iterable[str], Iterable[str]]] = [
        (a.id, "actor", (a.name, *a.names, *a.arabic), a.weak) for a in packs.actors.values()
    ]
    things += [(o.id, "outlet", (o.name, *o.names, *o.arabic), ()) for o in packs.outlets.values()]
    for number, kind, strong, weak in things:
        for written, is_weak in [(w, False) for w in strong] + [(w, True) for w in weak]:
            key = without_article(name_key(written))
            names[key][Name(number, kind, is_weak)] = None
            if not is_weak:
                full[number].append(key)
    titles = {a.id: a.name for a in packs.actors.values()} | {o.id: o.name for o in packs.outlets.values()}
    return Index(
        {key: tuple(bearers) for key, bearers in names.items()},
        {number: tuple(keys) for number, keys in full.items()},
        titles,
        packs.actors,
    )


@dataclass(frozen=True)
class Asked:
    """Words that name somebody: the role, the span they stand in, the words themselves (a short form resolved).

    `where` are the countries of the claim's places: what an aggregate's name means depends on them.
    """

    role: str
    span: Span | None
    words: str
    where: frozenset[str] = frozenset()


def link_actor(context: Context, asked: Asked, packs: Packs) -> Link:
    """Link one force, side, source or relay."""
    index = index_of(packs)
    core = TAIL.sub("", asked.words).strip(" ,;")
    plain = COUNT.sub("", BACKED.sub("", core)).strip(" ,;-")
    for words in dict.fromkeys((asked.words, core, COUNT.sub("", core), plain)):
        if bearers := bearers_of(index, words, asked.role):
            return settle(context, asked, index, name_key(words), bearers)
    if several := tuple(found[2][0] for part in JOINED.split(plain) if (found := head_name(index, part, asked.role))):
        if len({name.id for name in several}) > 1:
            return open_to(asked, index, several, "several are named", None)
        found = head_name(index, plain, asked.role) or ("", "", several)
        return by_head(context, asked, index, plain, *found)
    return nobody(asked, plain)


def bearers_of(index: Index, words: str, role: str) -> tuple[Name, ...]:
    """Return who bears a name; outlets only where someone speaks."""
    key = name_key(re.sub(r"(?:’s|'s|’|')$", "", words.strip()))
    return tuple(name for name in index.at(key) if name.kind == "actor" or role in ("source", "relay")) if key else ()


def head_name(index: Index, words: str, role: str) -> tuple[str, str, tuple[Name, ...]] | None:
    """Return the last and longest name inside words, with what follows it: "Wagner Group", "fighters"."""
    tokens = words.split()
    for end in range(len(tokens), 0, -1):
        for start in range(max(0, end - LONGEST), end):
            name = " ".join(tokens[start:end])
            if name[:1].islower() and not name.lower().startswith(("al-", "el-")):
                continue
            bearers = bearers_of(index, name, role)
            if bearers and not (start and bearers[0].kind == "outlet" and tokens[start - 1][:1].isupper()):
                return name, " ".join(tokens[end:]), bearers
    return None


def by_head(
    context: Context, asked: Asked, index: Index, words: str, name: str, rest: str, bearers: tuple[Name, ...]
) -> Link:
    """Link words by the name inside them, if what follows the name is only what kind of people they are."""
    actors = [index.actors[b.id] for b in bearers if b.id in index.actors]
    if rest and any(actor.kind in ("state", "person", "government") for actor in actors):
        return of_state(context, asked, index, words, name, rest) or open_to(
            asked, index, bearers, f"the words say whose they are ({name}), not which force", origin_of(words)
        )
    if rest and not FIGHTERS.search(rest) and asked.role not in ("source", "relay"):
        return open_to(
            asked, index, bearers, f"the name {name} stands in words that may mean another", origin_of(words)
        )
    return settle(context, asked, index, name_key(name), bearers)


def of_state(context: Context, asked: Asked, index: Index, words: str, name: str, rest: str) -> Link | None:
    """Link "Turkey's troops" to the armed forces of the state, "the Kremlin's spokesman" to the state."""
    speaks = asked.role in ("source", "relay") and not rest.lower().endswith((*MILITARY, "government"))
    if speaks:
        return settle(context, asked, index, name_key(name), index.at(name_key(re.sub(r"(?:’s|'s)$", "", name))))
    if not rest.lower().endswith(MILITARY):
        return None
    bare = re.sub(r"(?:’s|'s|’)$", "", name)
    country = country_named(bare)
    persons = [index.actors[b.id] for b in index.at(name_key(bare)) if b.id in index.actors]
    forms = [f"{demonym} forces" for demonym in country.demonyms] if country else []
    forms += [f"{other}'s forces" for actor in persons for other in (actor.name, *actor.names, *actor.weak)]
    found = next((bearers for form in forms if (bearers := bearers_of(index, form, asked.role))), ())
    return settle(context, asked, index, name_key(words), found) if found else None


def settle(context: Context, asked: Asked, index: Index, key: str, bearers: tuple[Name, ...]) -> Link:
    """Choose among those who bear a name, by what else the report says; leave it open where it says nothing."""
    if elsewhere := [b for b in bearers if not at_theatre(index, b, asked)]:
        bearers = tuple(b for b in bearers if b not in elsewhere)
        if not bearers:
            reason = "a name for several forces at once, and the claim does not say that it means those of this war"
            return open_to(asked, index, tuple(elsewhere), reason, origin_of(asked.words))
    ids = list(dict.fromkeys(bearer.id for bearer in bearers))
    strong = [bearer for bearer in bearers if not bearer.weak]
    if len({bearer.id for bearer in strong}) == 1:
        return linked(asked, index, strong[0], "a name of its own")
    own = [b for b in bearers if any(k != key and len(k) > 5 and context.says(k) for k in index.full[b.id])]
    if len({b.id for b in own}) == 1:
        return linked(asked, index, own[0], "a name that others bear too; the report names this one in full")
    at_home = [b for b in bearers if not b.weak and country_fits(index, b, context)]
    if not own and len(ids) > 1 and len({b.id for b in at_home}) == 1:
        return linked(asked, index, at_home[0], "a name that others bear too; the report names the country of this one")
    reason = (
        f"{len(ids)} bear this name, and the report does not say which"
        if len(ids) > 1
        else "a name that can mean something else, and the report does not name this one in full"
    )
    return open_to(asked, index, bearers, reason, origin_of(asked.words))


def at_theatre(index: Index, name: Name, asked: Asked) -> bool:
    """Say whether a claim plays where the names of an aggregate have their meaning; other actors have no such place."""
    actor = index.actors.get(name.id)
    return not (actor and actor.theatre) or actor.theatre in asked.where


def country_fits(index: Index, name: Name, context: Context) -> bool:
    """Say whether the report names the country of an actor."""
    actor = index.actors.get(name.id)
    return bool(actor and actor.country in context.countries)


def linked(asked: Asked, index: Index, name: Name, reason: str) -> Link:
    """Return a link to an actor or an outlet."""
    return Link(
        asked.role, asked.span, asked.words, name.kind, "linked", reason, name.id, index.titles[name.id],
        origin=origin_of(asked.words),
    )  # fmt: skip


def open_to(asked: Asked, index: Index, bearers: tuple[Name, ...], reason: str, origin: str | None) -> Link:
    """Return a link that stays open between those who bear a name."""
    ids = dict.fromkeys(bearer.id for bearer in bearers)
    candidates = tuple(Candidate(number, index.titles[number]) for number in ids)
    kind = bearers[0].kind
    return Link(
        asked.role, asked.span, asked.words, kind, "unsure", reason, candidates=candidates, origin=origin
    )  # fmt: skip


def nobody(asked: Asked, plain: str) -> Link:
    """Return a link that leads nowhere, with the reason: no name, a nationality only, or a name that no pack knows."""
    origin = origin_of(plain)
    if origin:
        people = "an unnamed source" if asked.role in ("source", "relay") else "people"
        reason = f"{people} of a nationality ({origin}); who exactly is not said"
    elif re.search(r"(?:^|\s)(?:al-|el-)?[A-Z]", plain) and not SHORT.match(plain):
        reason = "no pack knows this name"
    else:
        reason = "no name"
    return Link(asked.role, asked.span, asked.words, "actor", "unknown", reason, origin=origin)


def origin_of(words: str) -> str | None:
    """Return the country that a demonym in the words says; "Turkish-backed Syrian fighters" are from SY."""
    for word in BACKED.sub("", TAIL.sub("", words)).split():
        countries = countries_of(word.strip(",.’'"))
        if len(countries) == 1:
            return countries[0].iso2
    return None
