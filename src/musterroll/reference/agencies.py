"""News agencies: whose wire a report repeats."""

import re
from dataclasses import dataclass
from functools import lru_cache

from musterroll.reference.tables import read_rows


@dataclass(frozen=True)
class Agency:
    """A news agency: the name it is known by, and every other way that credits write it."""

    name: str
    aliases: tuple[str, ...]
    country: str


_INITIALS = 5


def _folded(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name).strip().casefold().removeprefix("the ")


@lru_cache(maxsize=1)
def agencies() -> tuple[Agency, ...]:
    """Return every agency that we know."""
    return tuple(
        Agency(row["name"], tuple(a for a in row["aliases"].split("|") if a), row["country"])
        for row in read_rows("agencies.csv")
    )


@lru_cache(maxsize=1)
def _by_alias() -> dict[str, tuple[Agency, bool]]:
    """Agencies by folded alias, and whether that alias is letters only that have to stand as capitals ("MAP")."""
    found: dict[str, tuple[Agency, bool]] = {}
    for agency in agencies():
        for alias in (agency.name, *agency.aliases):
            initials = alias.isupper() and len(alias) <= _INITIALS and found.get(_folded(alias), (agency, True))[1]
            found[_folded(alias)] = (agency, initials)
    return found


def agency_named(credit: str) -> Agency | None:
    """Return the agency that a credit names ("AFP", "the Associated Press"), or None.

    Short forms such as "AA" count here: ask only about words that stand where a credit stands.
    """
    agency, initials = _by_alias().get(_folded(credit), (None, False))
    return agency if agency is not None and (credit.isupper() or not initials) else None
