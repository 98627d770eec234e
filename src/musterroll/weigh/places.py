"""Places: where a matter is, and how far that reaches."""

import re
from dataclasses import dataclass

from musterroll.records import Link, LinkedClaim, Named
from musterroll.reference import country_named
from musterroll.weigh.words import folded, names_somebody

# The role that says where a matter is, the first that has a place. A movement is weighed where it goes to, a withdrawal
# where it leaves, a recruitment by its destination before the place where people are hired.
PLACE_ROLES = {
    "movement": ("to", "place"),
    "withdrawal": ("from", "place"),
    "recruitment": ("to", "place", "from"),
    "supply": ("to", "place"),
}

SIDE = re.compile(r"\bside\b", re.I)  # "on the side of Haftar" is no place


@dataclass(frozen=True)
class Where:
    """Where a claim is about: its place, the country that is in, whether it is the whole country.

    `open` says that the claim names no place at all; where it has words for one that stay unresolved, it is False.
    """

    place: Named | None = None
    country: str | None = None
    whole: bool = False
    open: bool = False

    def holds(self, other: "Where") -> bool:
        """Say whether another place is this one or lies in it, or this one has no limits."""
        if self.open or other.place is None or self.place is None:
            return self.open
        return self.place.id == other.place.id or (self.whole and self.country == other.country)


def where_of(linked: LinkedClaim, type_: str) -> Where:
    """Return where a claim of a type is about: the most exact linked place of the first role that has one."""
    places = [link for link in linked.links if link.kind == "place"]
    for role in PLACE_ROLES.get(type_, ("place",)):
        found = place_among([link for link in places if link.role == role])
        if found:
            return found
    return Where(open=not places)


def place_among(links: list[Link]) -> Where | None:
    """Return the most exact linked place, else the first words that name one."""
    linked = [link for link in links if link.verdict == "linked" and link.id]
    if linked:
        return placed(min(linked, key=lambda link: link.pin.precision if link.pin else 3))
    said = next((link for link in links if names_somebody(link.words) and not SIDE.search(link.words)), None)
    return Where(Named(f"said:{folded(said.words)}", said.words)) if said else None


def placed(link: Link) -> Where:
    """Return a linked place; it is a whole country where it has the country's own name."""
    country = link.pin.country if link.pin else None
    known = country_named(link.name or "")
    return Where(Named(link.id or "", link.name or link.words), country, known is not None and known.iso2 == country)
