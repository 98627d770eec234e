"""Countries: their names, other names and demonyms (GeoNames, CC BY 4.0)."""

from dataclasses import dataclass
from functools import lru_cache

from musterroll.reference.tables import read_rows


@dataclass(frozen=True)
class Country:
    """A country or territory: ISO 3166 alpha-2 code, English name, other names, demonyms."""

    iso2: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Return every country that we know."""
    return tuple(
        Country(row["iso2"], row["name"], _list(row["aliases"]), _list(row["demonyms"]))
        for row in read_rows("countries.csv")
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Country]:
    return {name: country for country in countries() for name in (country.name, *country.aliases)}


def country_named(name: str) -> Country | None:
    """Return the country of that name, written as in running text with capitals, or None."""
    return _by_name().get(name)


@lru_cache(maxsize=1)
def _by_demonym() -> dict[str, tuple[Country, ...]]:
    found: dict[str, tuple[Country, ...]] = {}
    for country in countries():
        for demonym in country.demonyms:
            found[demonym] = (*found.get(demonym, ()), country)
    return found


def countries_of(demonym: str) -> tuple[Country, ...]:
    """Return every country that a demonym belongs to; "Congolese" belongs to two."""
    return _by_demonym().get(demonym, ())


def country_of(demonym: str) -> Country | None:
    """Return the one country that a demonym belongs to ("Syrian", "Syrians"), or None."""
    found = countries_of(demonym)
    return found[0] if len(found) == 1 else None
