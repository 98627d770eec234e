"""Armed words: which words of a text name an armed force, or speak of arms and fighting."""

import re
from dataclasses import dataclass
from functools import lru_cache

from musterroll.reference.countries import countries_of
from musterroll.reference.tables import read_rows

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_OWNED = re.compile(r"'s$")
_FORCES = "forces"


@dataclass(frozen=True)
class ArmedWord:
    """A word or name found in a text: `kind` "force" names an armed force, "war" speaks of arms or fighting."""

    kind: str
    words: str


def armed_words(text: str) -> tuple[ArmedWord, ...]:
    """Return the armed words of a text in order, the longest where several begin at one word, in small letters.

    Source: `data/armed_words.csv`, and demonyms before "forces" ("Chadian forces").
    """
    words = _words_of(text)
    found, at = [], 0
    while at < len(words):
        if one := _longest(words, at):
            found.append(one)
        at += len(one.words.split()) if one else 1
    return tuple(found)


def _words_of(text: str) -> list[str]:
    """Return the words of a text without a possessive ending."""
    return [_OWNED.sub("", word) for word in _WORD.findall(text.replace("’", "'"))]


def _longest(words: list[str], at: int) -> ArmedWord | None:
    """Return the longest entry that begins at a word."""
    if words[at + 1 : at + 2] == [_FORCES] and countries_of(words[at]):
        return ArmedWord("force", f"{words[at].lower()} {_FORCES}")
    for size in _sizes().get(words[at].lower(), ()):
        written = " ".join(words[at : at + size])
        entry = _entries().get(written.lower())
        if entry and (entry.words == written or not entry.words.isupper()):
            return ArmedWord(entry.kind, written.lower())
    return None


@lru_cache(maxsize=1)
def _entries() -> dict[str, ArmedWord]:
    """Return the entries of the table by their words in small letters."""
    written = ((row["kind"], " ".join(_words_of(row["words"]))) for row in read_rows("armed_words.csv"))
    return {words.lower(): ArmedWord(kind, words) for kind, words in written}


@lru_cache(maxsize=1)
def _sizes() -> dict[str, tuple[int, ...]]:
    """Return how many words the entries that begin with a word have, the longest first."""
    found: dict[str, set[int]] = {}
    for words in _entries():
        parts = words.split()
        found.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}
