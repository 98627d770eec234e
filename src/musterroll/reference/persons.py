"""Persons: by which words a name is a person's, what they are said to be, and who is known to hold public office."""

from functools import lru_cache
from pathlib import Path

from musterroll.reference.packs import load_packs, shipped_packs
from musterroll.reference.place_names import name_key
from musterroll.reference.tables import read_entries, read_rows


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return given names, in small letters, by which a full name is a person's."""
    return frozenset(read_entries("given_names.txt"))


@lru_cache(maxsize=1)
def person_words() -> dict[str, str]:
    """Return what a person is said to be, in small letters: "office" (or rank), or "role" that anybody may have."""
    return {row["word"]: row["kind"] for row in read_rows("person_words.csv")}


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Return folded names, full and short: every actor of the packs that come with the program, and office holders."""
    folders = sorted(path.parent for path in Path(shipped_packs()).glob("*/pack.yaml"))
    actors = load_packs(*folders).actors.values()
    of_packs = (name for actor in actors for name in (actor.name, *actor.names, *actor.weak))
    return frozenset(map(name_key, (*of_packs, *read_entries("office_holders.txt"))))
