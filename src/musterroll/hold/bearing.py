"""Bearings: what one claim is to one commitment, whatever the other claims are."""

from collections.abc import Iterable
from dataclasses import dataclass

from musterroll.hold.evidence import Grounds, Held, held
from musterroll.hold.reservations import reservation_in
from musterroll.records import LinkedClaim, Reservation
from musterroll.reference.packs import Commitment


@dataclass(frozen=True)
class Bearing:
    """How a claim bears on a commitment: held under a rule of it, as a reservation to it, or both."""

    claim: str
    held: Held | None
    reservation: Reservation | None


def bearing(linked: LinkedClaim, commitment: Commitment, grounds: Grounds) -> Bearing | None:
    """Return how a claim bears on a commitment, None where it does not."""
    under, made = held(linked, commitment, grounds), reservation_in(linked, commitment, grounds)
    return Bearing(linked.id, under, made) if under or made else None


def bearings_on(commitment: Commitment, claims: Iterable[LinkedClaim], grounds: Grounds) -> list[Bearing]:
    """Return how each of these claims bears on a commitment, without those that do not."""
    return [one for linked in claims if (one := bearing(linked, commitment, grounds))]
