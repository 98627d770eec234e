"""Actors: every force, source and side to an actor of the packs, or why not.

An actor is linked by a name of its own that is the head of the words ("Sultan Murad Division fighters"). Who backs or
leads it ("Turkish-backed", "loyal to Haftar") only identifies and links nothing. A weak name (an abbreviation that
several bear) needs the actor's full name elsewhere in the report.
"""

import re
from dataclasses import dataclass

from musterroll.link.context import Context
from musterroll.link.names import ADJECTIVE, POSSESSIVE, Head, Index, Name, head_of, index_of, is_capital
from musterroll.records import Candidate, Link, Span
from musterroll.reference import countries_of, country_named
from musterroll.reference.packs import Packs
from musterroll.reference.place_names import name_key

LONG_NAME = 3
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
    r"\b(?:fighters?|terrorists?|suspects?|planes?|aircraft|mercenar(?:y|ies)|rebels?|militants?|militia(?:s|men)?|recruits?"
    r"|volunteers?|insurgents?|gunmen|flights?|elements|gangs?|cells?|teams?|remnants|cadres|convoys?|patrols?|jihadis(?:ts?)?|groups?|factions?|brigades?|contractors?|instructors?|combatants?|nationals|citizens|men|members?"
    r"|forces?|troops|soldiers|army|units?|battalions?|division|movement|front|command|coalition|alliance|personnel"
    r"|spokes(?:man|woman|person)|officials?|officers?|commanders?|leaders?|leadership|chief|envoy|sources?|ministry"
    r"|minister|government|statement|report|delegation|representatives?|experts?|investigators|monitors?|side|camp)\b",
    re.I,
)
VOICES = re.compile(
    r"\b(?:spokes(?:man|woman|person)|officials?|officers?|commanders?|ministry|minister|president|ambassador|mission"
    r"|reporters?|correspondents?|agency|television|statement|report|envoy|representatives?|experts?|investigators"
    r"|monitors?|sources?|government|leaders?|chief|secretary|department|office|delegation|press|media|diplomats?)\b",
    re.I,
)
JOINED = re.compile(r",? and |, ")
GLOSS = re.compile(r"\s*\((?=[^()]*[A-Z])[\w.’'-]{2,12}\)")
OFFICE = re.compile(r",? (?:of|from) |, (?=[a-z])")
OF_THEIRS = re.compile(r"\b(?:army|troops|forces|military|soldiers) of(?: [\w-]+){0,3} $")
ON_THEIR_SIDE = re.compile(r"\b(?:side|ranks|camp|service) of(?: [\w-]+){0,3} $")
SIDES = ("side", "ranks", "camp")
SHORT = re.compile(r"^(?:he|she|they|it|we|i|him|his|her|hers|them|their|theirs|its|our|us|who)$", re.I)


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
    given = GLOSS.sub("", asked.words)
    core = TAIL.sub("", given).strip(" ,;")
    plain = COUNT.sub("", BACKED.sub("", core)).strip(" ,;-")
    for words in dict.fromkeys((asked.words, given, core, COUNT.sub("", core), plain)):
        if bearers := index.at(words, asked.role):
            return settle(context, asked, index, name_key(words), bearers)
    if first := named_first(index, core, asked.role):
        return settle(context, asked, index, name_key(first[0]), first[1])
    heads = [head for part in JOINED.split(plain) if (head := head_of(index, part, asked.role))]
    others = {head.bearers[0].id for head in heads[1:]} - {head.bearers[0].id for head in heads[:1]}
    if others or (heads and shared(plain)):
        return open_to(asked, index, tuple(head.bearers[0] for head in heads), "several are named", None)
    head = head_of(index, plain, asked.role) or next(iter(heads), None)
    return by_head(context, asked, index, plain, head) if head else nobody(context, asked, plain)


def named_first(index: Index, words: str, role: str) -> tuple[str, tuple[Name, ...]] | None:
    """Return the name that stands before an office or an owner: "Ahmed al-Mismari, spokesman of the LNA" is the man.

    A capital behind "of" may belong to the name ("Islamic State of Iraq"), unless it names a person.
    """
    for found in OFFICE.finditer(words):
        first, rest = words[: found.start()], words[found.end() :]
        bearers = index.at(first, role) if is_capital(first) else ()
        owner = head_of(index, rest, role) if is_capital(rest) else None
        ends = not is_capital(rest) or (owner is not None and names_person(index, owner.bearers))
        if bearers and ends and not any(bearer.weak for bearer in bearers):
            return first, bearers
    return None


def names_person(index: Index, bearers: tuple[Name, ...]) -> bool:
    """Say whether a name is a person's."""
    return all(bearer.id in index.actors and index.actors[bearer.id].kind == "person" for bearer in bearers)


def shared(words: str) -> bool:
    """Say whether a noun has two nationalities before it: "French and Nigerien soldiers"."""
    return any(countries_of(part.strip()) for part in JOINED.split(words)[:-1])


def by_head(context: Context, asked: Asked, index: Index, words: str, head: Head) -> Link:
    """Link words by the name inside them, if what follows the name is only what kind of people they are."""
    actors = [index.actors[bearer.id] for bearer in head.bearers if bearer.id in index.actors]
    owns = any(actor.kind in ("state", "person", "government") for actor in actors)
    speaks = asked.role in ("source", "relay")
    if owns and not speaks and (head.rest or not words.startswith(head.name)) and not titled(words, head):
        whose = f"the words say whose they are ({head.name}), not which force"
        return of_state(context, asked, index, words, head) or open_to(
            asked, index, head.bearers, whose, origin_of(words)
        )
    if owns and head.rest:
        found = of_state(context, asked, index, words, head)
        if found or not VOICES.search(head.rest):
            return found or open_to(asked, index, head.bearers, f"somebody of {head.name}", origin_of(words))
    if head.rest and not (FIGHTERS.search(head.rest) or (speaks and VOICES.search(head.rest))):
        reason = f"the name {head.name} stands in words that may mean another"
        return open_to(asked, index, head.bearers, reason, origin_of(words))
    return settle(context, asked, index, name_key(head.name), head.bearers)


def titled(words: str, head: Head) -> bool:
    """Say whether only titles or adjectives stand before the name ("field marshal Khalifa Haftar")."""
    before = words[: words.rfind(head.name)].split()
    return not head.rest and all(ADJECTIVE.fullmatch(word.strip(".,")) or countries_of(word) for word in before)


def of_state(context: Context, asked: Asked, index: Index, words: str, head: Head) -> Link | None:
    """Link "Turkey's troops" to the armed forces of the state, "forces of Assad" to those that a pack calls so."""
    before = "" if head.rest else words[: words.rfind(head.name)]
    armed = head.rest.lower().endswith(MILITARY) or bool(OF_THEIRS.search(before))
    beside = asked.role == "side" and (head.rest.lower() in SIDES or bool(ON_THEIR_SIDE.search(before)))
    country = country_named(POSSESSIVE.sub("", head.name))
    persons = [index.actors[bearer.id] for bearer in head.bearers if bearer.id in index.actors]
    forms = [f"{demonym} forces" for demonym in country.demonyms] if country and armed else []
    if armed or beside:
        forms += [f"{other}'s forces" for actor in persons for other in (actor.name, *actor.names, *actor.weak)]
    found = next((bearers for form in forms if (bearers := index.at(form, asked.role))), ())
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
    long = len(key.split()) >= LONG_NAME and asked.words != asked.words.lower()
    at_home = [b for b in bearers if (long or not b.weak) and country_fits(index, b, context)]
    if not own and len({b.id for b in at_home}) == 1:
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
        origin=None if asked.role in ("source", "relay") else origin_of(asked.words),
    )  # fmt: skip


def open_to(asked: Asked, index: Index, bearers: tuple[Name, ...], reason: str, origin: str | None) -> Link:
    """Return a link that stays open between those who bear a name."""
    ids = dict.fromkeys(bearer.id for bearer in bearers)
    candidates = tuple(Candidate(number, index.titles[number]) for number in ids)
    kind = bearers[0].kind
    return Link(
        asked.role, asked.span, asked.words, kind, "unsure", reason, candidates=candidates, origin=origin
    )  # fmt: skip


def nobody(context: Context, asked: Asked, plain: str) -> Link:
    """Return a link that leads nowhere, with the reason: no name, a nationality only, or a name that no pack knows."""
    origin = origin_of(plain)
    if origin:
        people = "an unnamed source" if asked.role in ("source", "relay") else "people"
        reason = f"{people} of a nationality ({origin}); who exactly is not said"
    else:
        reason = "no pack knows this name" if holds_name(context, asked, plain) else "no name"
    return Link(asked.role, asked.span, asked.words, "actor", "unknown", reason, origin=origin)


def holds_name(context: Context, asked: Asked, plain: str) -> bool:
    """Say whether words hold a capital that no beginning of a sentence explains."""
    if SHORT.match(plain):
        return False
    before = context.text[: asked.span.start].rstrip("“\"‘' ") if asked.span else ""
    opens = not before or before[-1] in ".!?\n:;”"
    words = plain.split()
    return any(is_capital(word) or word.startswith(("al-", "el-")) for word in (words[1:] if opens else words))


def origin_of(words: str) -> str | None:
    """Return the country that a demonym in the words says; "Turkish-backed Syrian fighters" are from SY."""
    for word in BACKED.sub("", TAIL.sub("", words)).split():
        countries = countries_of(word.strip(",.’'"))
        if len(countries) == 1:
            return countries[0].iso2
    return None
