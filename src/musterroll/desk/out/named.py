"""Places and actors that standing claims name, counted once until the ledger changes."""

from musterroll import ledger
from musterroll.desk.reading.kept import kept
from musterroll.ledger import ActorLine, PlaceLine


def places() -> list[PlaceLine]:
    """Return every place, by id."""
    return sorted(kept("places", ledger.places), key=lambda line: line.id)


def actors() -> list[ActorLine]:
    """Return every actor and outlet, by id."""
    return sorted(kept("actors", ledger.actors), key=lambda line: line.id)
