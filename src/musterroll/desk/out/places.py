"""Places that standing claims name, by id."""

from musterroll import ledger
from musterroll.ledger import PlaceLine


def places() -> list[PlaceLine]:
    """Return every place, by id."""
    return sorted(ledger.places(), key=lambda line: line.id)
