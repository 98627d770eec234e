"""Reservations: who disputes that a commitment covers something, by a pack's page or by a claim."""

from collections.abc import Iterable

from musterroll.hold.days import counts, due_of
from musterroll.hold.evidence import Grounds, days_under, fits, source_actor
from musterroll.hold.rules import NO_DEPARTURE, PRESENCE, rules_of
from musterroll.hold.stages import is_own
from musterroll.hold.theatre import title_speaks_of
from musterroll.records import LinkedClaim, Report, Reservation
from musterroll.reference.packs import Commitment, Packs


def reservations_of(made: Iterable[Reservation], commitment: Commitment, packs: Packs) -> tuple[Reservation, ...]:
    """Return the reservations to a commitment: the packs' own, then those that claims made, by claim."""
    stated = [Reservation(None, named(one.who, packs), one.words, one.source_url) for one in commitment.reservations]
    return (*stated, *sorted(made, key=lambda one: one.claim or ""))


def named(who: str, packs: Packs) -> str:
    """Return the name of an actor."""
    return packs.actors[who].name if who in packs.actors else who


def reservation_in(linked: LinkedClaim, commitment: Commitment, grounds: Grounds) -> Reservation | None:
    """Return the reservation that a claim makes.

    Only what a claim says plainly: whose forces they are says itself that they will not leave, or on what agreement
    they are there.
    """
    rule = NO_DEPARTURE if linked.claim.type == "withdrawal" else PRESENCE
    if rule not in rules_of(commitment, linked.claim.type):
        return None
    source, report = source_actor(linked, grounds.packs), grounds.reports.get(linked.claim.report)
    why = says(linked, report)
    if why is None or source is None or not is_own(source, linked, grounds.packs):
        return None
    days = days_under(linked, grounds)
    if days is None or not counts(days, "start", due_of(commitment)):
        return None
    title = title_speaks_of(report, commitment)
    return Reservation(linked.id, source.name, why) if fits(linked, rule, commitment, grounds.packs, title) else None


def says(linked: LinkedClaim, report: Report | None) -> str | None:
    """Return in words what a claim holds against a commitment, None where it holds nothing."""
    claim = linked.claim
    if (claim.type, claim.polarity, claim.modality) == ("withdrawal", "negative", "planned"):
        return "says that its forces will not leave"
    basis = claim.spans("instrument")
    if (claim.type, claim.polarity, claim.modality) == ("presence", "positive", "actual") and basis:
        words = basis[0].of(report.text) if report else "an agreement"
        return f"says that its forces are there under “{words}”"
    return None
