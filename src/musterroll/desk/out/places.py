"""Places that standing claims name, by id."""

from collections import Counter
from dataclasses import dataclass

from musterroll import ledger
from musterroll.ledger import ClaimFilter
from musterroll.records import Pin


@dataclass(frozen=True)
class PlaceLine:
    """A place, its point (None where it has none), and how many standing claims name it."""

    id: str
    name: str
    pin: Pin | None
    claims: int


def places() -> list[PlaceLine]:
    """Return every place, by id."""
    asked = getattr(ledger, "places", None)
    if asked:
        found = (PlaceLine(line.id, line.name, line.pin, line.claims) for line in asked())
        return sorted(found, key=lambda line: line.id)
    return counted()


def counted() -> list[PlaceLine]:
    """Return places counted claim by claim."""
    held: dict[str, tuple[str, Pin | None]] = {}
    told: Counter[str] = Counter()
    for line in ledger.every(ledger.claims, ClaimFilter()):
        links = {link.id: link for link in line.claim.links if link.kind == "place" and link.id}
        for number, link in links.items():
            held[number] = (link.name or number, link.pin)
            told[number] += 1
    return [PlaceLine(number, *held[number], told[number]) for number in sorted(held)]
