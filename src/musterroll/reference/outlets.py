"""Outlets: who publishes at which host."""

from dataclasses import dataclass
from functools import lru_cache

from musterroll.reference.tables import read_rows


@dataclass(frozen=True)
class Outlet:
    """A publisher: its host without `www.`, its name and the ISO code of its country."""

    host: str
    name: str
    country: str


@lru_cache(maxsize=1)
def outlets() -> dict[str, Outlet]:
    """Return every outlet that we know, by host."""
    return {row["host"]: Outlet(row["host"], row["name"], row["country"]) for row in read_rows("outlets.csv")}


def outlet_at(host: str) -> Outlet | None:
    """Return the outlet at a host ("www.example.com", "english.example.com"), or None."""
    labels = host.casefold().rstrip(".").split(".")
    tails = (".".join(labels[i:]) for i in range(max(1, len(labels) - 1)))
    return next((outlets()[tail] for tail in tails if tail in outlets()), None)
