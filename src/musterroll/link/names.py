"""The names of packs' actors and outlets, and where one stands inside longer words.

Inside longer words a name has to be their head and whole: "Lebanese Hezbollah fighters" are Hezbollah's, the "Sahara
Conflict Observatory" is not the Observatory, and a "diplomat following Libya" is not Libya.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from musterroll.reference import countries_of
from musterroll.reference.packs import Actor, Packs
from musterroll.reference.place_names import name_key, without_article

LONGEST = 9
INITIALS = 3
POSSESSIVE = re.compile(r"(?:’s|'s|’|')$")
ADJECTIVE = re.compile(
    r"kurdish|arab|islamist|jihadist|sunni|shiite|shia|western|(?:north|south|east)(?:ern)?|central|former|late|acting"
    r"|president|general|colonel|major|marshal|field|brigadier|lieutenant|captain|admiral|commander|sheikh|minister"
    r"|prime|foreign|defen[cs]e|interior|dr|mr|mrs|ms|gen|col|lt|maj|brig|staff|warlord|strongman|leader|spokesman"
    r"|[\w]+-[\w-]+",
    re.I,
)
BEFORE = re.compile(
    r"of|for|the|group|groups|movement|militia|organi[sz]ation|leader|chief|president|commander|marshal|general|agency"
    r"|newspaper|channel|broadcaster|website|airline|carrier|spokes(?:man|woman|person)|envoy|secretary-general|company|network|by|alongside"
    r"|warlord|strongman|faction|party|force|troops|fighters|mercenaries|rebels|militants|so-called|and|or|with",
    re.I,
)


@dataclass(frozen=True)
class Name:
    """A name of one actor or outlet: who bears it, what that is, whether it is weak, whether it wants capitals."""

    id: str
    kind: str
    weak: bool
    initials: bool


@dataclass(frozen=True)
class Index:
    """Every name of the packs, by folded key; every full name of each; and what each is called."""

    names: dict[str, tuple[Name, ...]]
    full: dict[str, tuple[str, ...]]
    titles: dict[str, str]
    actors: dict[str, Actor]

    def at(self, words: str, role: str) -> tuple[Name, ...]:
        """Return who bears a name; outlets only where someone speaks, initials only in capitals."""
        bare = POSSESSIVE.sub("", words.strip())
        key = name_key(bare)
        bearers = self.names.get(key) or self.names.get(without_article(key), ()) if key else ()
        speaks = role in ("source", "relay")
        return tuple(
            name for name in bearers if (name.kind == "actor" or speaks) and (bare.isupper() or not name.initials)
        )


@lru_cache(maxsize=4)
def index_of(packs: Packs) -> Index:
    """Make the index of packs; made once for each row of packs."""
    names: dict[str, dict[Name, None]] = defaultdict(dict)
    full: dict[str, list[str]] = defaultdict(list)
    for number, kind, written, weak in written_names(packs):
        letters = re.sub(r"\W", "", written)
        initials = letters.isupper() and letters.isascii() and len(letters) <= INITIALS
        for key in keys_of(written, kind):
            names[key][Name(number, kind, weak, initials)] = None
            if not weak:
                full[number].append(key)
    titles = {a.id: a.name for a in packs.actors.values()} | {o.id: o.name for o in packs.outlets.values()}
    return Index(
        {key: tuple(bearers) for key, bearers in names.items()},
        {number: tuple(keys) for number, keys in full.items()},
        titles,
        packs.actors,
    )


def written_names(packs: Packs) -> Iterable[tuple[str, str, str, bool]]:
    """Yield (id, kind, name, whether it is weak) for every name in packs."""
    for actor in packs.actors.values():
        yield from ((actor.id, "actor", name, False) for name in (actor.name, *actor.names, *actor.arabic))
        yield from ((actor.id, "actor", name, True) for name in actor.weak)
    for outlet in packs.outlets.values():
        yield from ((outlet.id, "outlet", name, False) for name in (outlet.name, *outlet.names, *outlet.arabic))


def keys_of(written: str, kind: str) -> set[str]:
    """Return the keys of a name; an Arabic article may be left out of an actor's name, not of a newspaper's."""
    key = name_key(written)
    bare = without_article(key) if kind == "actor" else key.removeprefix("the ")
    return {key, bare} - {""}


@dataclass(frozen=True)
class Head:
    """A name inside words, with who bears it and the words behind it: "Wagner Group", "fighters"."""

    name: str
    rest: str
    bearers: tuple[Name, ...]


def head_of(index: Index, words: str, role: str) -> Head | None:
    """Return the last and longest name that is the head of words, or None."""
    tokens = words.split()
    for end in range(len(tokens), 0, -1):
        for start in range(max(0, end - LONGEST), end):
            name = " ".join(tokens[start:end])
            small = name[:1].islower() and not name.lower().startswith(("al-", "el-"))
            bearers = () if small else index.at(name, role)
            if bearers and fits(tokens[:start], tokens[start:end], tokens[end:]):
                return Head(name, " ".join(tokens[end:]), bearers)
    return None


def fits(before: list[str], name: list[str], after: list[str]) -> bool:
    """Say whether a name is whole and the head: no capital beside it that may belong to it, no other noun before it."""
    owned = bool(before) and bool(POSSESSIVE.search(before[-1]))
    if before and not owned and not leads(before):
        return False
    return not after or bool(POSSESSIVE.search(name[-1])) or not is_capital(after[0]) or bool(countries_of(after[0]))


def leads(before: list[str]) -> bool:
    """Say whether words before a name leave it the head: adjectives, titles, "of the", "group"."""
    last = before[-1].strip('.,“”"')
    if is_capital(last):
        return bool(ADJECTIVE.fullmatch(last) or countries_of(last))
    noun = any(word.islower() and not is_attribute(word) for word in before)
    return not noun or bool(BEFORE.fullmatch(last) or ADJECTIVE.fullmatch(last))


def is_attribute(word: str) -> bool:
    """Say whether a small word before a name only describes it ("remaining", "suspected", "local")."""
    return bool(re.fullmatch(r"\w+(?:ed|ing|al|ic|ist|ive|ous|ful|an)", word))


def is_capital(word: str) -> bool:
    """Say whether a word starts with a capital."""
    return bool(re.match(r"[^\W\d_a-z]", word)) and word[:1].lower() != word[:1]
