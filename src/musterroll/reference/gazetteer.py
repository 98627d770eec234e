"""The gazetteer: where on earth a name can be.

One SQLite file, made once from `data/gazetteer.tsv.xz` (GeoNames, CC BY 4.0; Natural Earth, public domain) and kept in
the user's cache (`MUSTERROLL_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`); see `docs/decisions/0010-gazetteer.md`.
"""

import hashlib
import lzma
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from musterroll.reference.place_names import name_key, without_article
from musterroll.reference.tables import read_rows

PACKED = "gazetteer.tsv.xz"
SCHEMA = """
CREATE TABLE places (id INTEGER PRIMARY KEY, kind TEXT, name TEXT, country TEXT, admin1 TEXT,
                     lat REAL, lon REAL, population INTEGER) STRICT;
CREATE TABLE names (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place)) STRICT, WITHOUT ROWID;
"""
LOOK_UP = """
SELECT id, kind, name, country, admin1, lat, lon, population, main
FROM names JOIN places ON id = place WHERE key = ? ORDER BY population DESC LIMIT 200
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on earth: GeoNames id (ours from 1,000,000,000 on), kind, name, country (ISO 3166), first-level division.

    `kind` is "continent", "country", "province", "county", "town", "district" (a part of a town, a camp), "region",
    "island", "terrain", "lake", "river" or "sea"; `main` is 1 where it was found by its own name, 0 where by another.
    """

    id: int
    kind: str
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    main: int = 1


class Gazetteer:
    """Look-ups in one gazetteer file; open one a process."""

    def __init__(self, path: Path) -> None:
        self.named = lru_cache(maxsize=20_000)(self.look_up)
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    def look_up(self, name: str) -> tuple[Place, ...]:
        """Return every place of a name, the most populous first; an article counts only where it must.

        `named` is the same, and remembers.
        """
        key = name_key(name)
        return self._at(key) or self._at(without_article(key))

    def at(self, place: int) -> Place | None:
        """Return the place with an id, or None."""
        row = self._connection.execute(
            "SELECT id, kind, name, country, admin1, lat, lon, population FROM places WHERE id = ?", (place,)
        ).fetchone()
        return Place(*row) if row else None

    def _at(self, key: str) -> tuple[Place, ...]:
        if not key:
            return ()
        return tuple(Place(*row) for row in self._connection.execute(LOOK_UP, (key,)))


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer, made first where this user has none of this version."""
    packed = files("musterroll.reference") / "data" / PACKED
    content = packed.read_bytes()
    path = cache_folder() / f"gazetteer-{hashlib.sha256(content).hexdigest()[:12]}.sqlite"
    if not path.exists():
        make_gazetteer(content, path)
    return Gazetteer(path)


def cache_folder() -> Path:
    """Return the folder for what can be made again, or a temporary one where it cannot be written."""
    home = os.environ.get("MUSTERROLL_CACHE") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(home).absolute() / "musterroll"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.gettempdir()) / f"musterroll-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def make_gazetteer(content: bytes, path: Path) -> None:
    """Make the SQLite file from the packed table; it appears under its name only once it is whole."""
    handle, partial = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    os.close(handle)
    try:
        connection = sqlite3.connect(partial)
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        rows = list(packed_rows(content))
        connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (row[:8] for row in rows))
        connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", sorted(keys_of(rows)))
        connection.commit()
        connection.close()
        Path(partial).replace(path)
    finally:
        Path(partial).unlink(missing_ok=True)


def packed_rows(content: bytes) -> Iterator[list[str]]:
    """Yield the fields of each place: id, kind, name, country, admin1, lat, lon, population, other names."""
    for line in lzma.decompress(content).decode("utf-8").rstrip("\n").split("\n"):
        yield line.split("\t")


def keys_of(rows: list[list[str]]) -> Iterator[tuple[str, int, int]]:
    """Yield (key, place, whether it is the place's own name), own names first."""
    for row in rows:
        number = int(row[0])
        own = {name_key(row[2]), without_article(name_key(row[2]))}
        yield from ((key, number, 1) for key in own if key)
        other = {name_key(alias) for alias in row[8].split("|")} - own
        yield from ((key, number, 0) for key in other | {without_article(key) for key in other} - own if key)


@lru_cache(maxsize=1)
def short_names() -> dict[str, int]:
    """Return what newspapers write for a state or province, letter for letter ("La.", "W.Va.", "B.C."), and its id."""
    return {row["written"]: int(row["geonameid"]) for row in read_rows("short_places.csv")}


__all__ = ["Gazetteer", "Place", "cache_folder", "gazetteer", "make_gazetteer", "short_names"]
