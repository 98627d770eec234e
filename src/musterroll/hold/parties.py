"""Parties: who is bound, and who stands on a side of those who are."""

from musterroll.reference.packs import Actor, Commitment, Packs


def sided(actor: Actor) -> bool:
    """Say whether an actor stands on one side."""
    return actor.side not in (None, "both", "other")


def bound_sides(commitment: Commitment, packs: Packs) -> set[str | None]:
    """Return the sides of the bound parties."""
    parties = (packs.actors[party] for party in commitment.bound if party in packs.actors)
    return {party.side for party in parties if sided(party)}


def is_party(source: Actor, commitment: Commitment, packs: Packs) -> bool:
    """Say whether a source is bound itself, or one of the theatre's own who stands on the side of one that is bound."""
    sides = bound_sides(commitment, packs)
    return source.id in commitment.bound or (source.side in sides and source.country in commitment.countries)
