"""Matters: what a claim is about, so that those about the same are weighed together, and no others."""

from collections.abc import Mapping

from musterroll.records import Chain, Claim, LinkedClaim, Matter, Named, Report
from musterroll.reference.packs import Packs
from musterroll.weigh.days import about_day, day_of, period_of
from musterroll.weigh.denials import denies
from musterroll.weigh.forces import family_of, force_of, side_of
from musterroll.weigh.measures import measure_of
from musterroll.weigh.places import Where, where_of
from musterroll.weigh.voices import voice_of
from musterroll.weigh.weighed import Weighed

PEOPLE = ("presence", "movement", "withdrawal", "recruitment", "support")


def weighed(linked: LinkedClaim, reports: Mapping[str, Report], chain: Chain, start: str, packs: Packs) -> Weighed:
    """Put together what weighing needs of a claim; `start` is the id of the report at its origin."""
    report, origin_day = reports[linked.claim.report], day_of(reports[start])
    force, where, type_ = matter_parts(linked, chain, packs)
    side = side_of(linked, force, packs)
    matter = Matter(
        type=type_,
        force=force.id if force else None,
        side=side.id if side else None,
        place=where.place.id if where.place else None,
        measure=measure_of(linked, report),
        period=period_of(linked.claim.time, origin_day),
    )
    return Weighed(
        linked=linked,
        report=report,
        chain=chain,
        matter=matter,
        force=force,
        side=side,
        where=where,
        day=day_of(report),
        start=origin_day,
        voice=voice_of(linked, chain, reports[start], packs),
        by=frozenset(link.id for link in linked.linked("by") if link.id),
        about=about_day(linked.claim.time, origin_day),
        denies=denies(linked.claim, report, packs),
    )


def matter_parts(linked: LinkedClaim, chain: Chain, packs: Packs) -> tuple[Named | None, Where, str]:
    """Return the force, the place and the type under which a claim is weighed."""
    claim = linked.claim
    where = where_of(linked, claim.type)
    force = force_of(linked, chain, packs, where.country)
    left = where_of(linked, "withdrawal") if claim.type == "movement" else Where()
    if is_leaving(claim, force, where, left, packs):
        return force_of(linked, chain, packs, left.country), left, "withdrawal"
    return force, where, claim.type


def is_leaving(claim: Claim, force: Named | None, to: Where, left: Where, packs: Packs) -> bool:
    """Say whether a movement leaves a foreign country for nowhere named or for home: that is weighed as a withdrawal.

    "120 Syrian fighters have come back from Libya" must not be read as 120 more in Libya, nor be lost.
    """
    if left.country is None or force is None or not claim.spans("from"):
        return False
    actor = packs.actors.get(force.id)
    home = actor.country if actor else force.origin
    foreign = home != left.country if home else bool(actor and actor.theatre == left.country)
    return foreign and (to.place is None or to.country == home is not None)


def bucket_key(type_: str, measure: str, force: Named | None, packs: Packs) -> str:
    """Return which claims are weighed together: those of one family of types and of one force or nationality."""
    return f"{type_family(type_, measure)}/{family_of(force, packs)}"


def type_family(type_: str, measure: str) -> str:
    """Return the family of a type: all that tell where people are, come from and go to are one.

    How many fight is a stock like how many are there; a clash without a number is compared with clashes alone.
    """
    counted = type_ == "clash" and measure not in ("none", "ceiling")
    return "people" if counted or type_ in PEOPLE else type_
