"""How well a departure is known: announced, reported, confirmed or verified."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from musterroll.hold.about import STATE_KINDS, meant, sponsors_of
from musterroll.hold.evidence import Held, source_actor
from musterroll.hold.parties import bound_sides, is_party, sided
from musterroll.records import LinkedClaim
from musterroll.reference.packs import Actor, Commitment, Packs

WINDOW = 31


def stages_of(rows: Sequence[Held], commitment: Commitment, packs: Packs) -> dict[str, str]:
    """Return the stage of every departure among what is held, by its claim."""
    own = {one.linked.id: stage_alone(one, commitment, packs) for one in rows if one.rule.kind == "departure"}
    groups: dict[str | None, list[Held]] = defaultdict(list)
    for one in rows:
        if own.get(one.linked.id) == "reported":
            groups[force_key(one.linked)].append(one)
    told_twice = (one for group in groups.values() for one in confirmed(group))
    return own | {one.linked.id: "confirmed" for one in told_twice}


def confirmed(group: Sequence[Held]) -> Iterator[Held]:
    """Yield those departures of one force that another origin tells of, too."""
    rows = sorted(group, key=lambda one: one.day)
    days = [date.fromisoformat(one.day).toordinal() for one in rows]
    for one, day in zip(rows, days, strict=True):
        near = rows[bisect_left(days, day - WINDOW) : bisect_right(days, day + WINDOW)]
        if any(second_origin(one, two) for two in near):
            yield one


def stage_alone(one: Held, commitment: Commitment, packs: Packs) -> str:
    """Return the stage that a claim has by itself: by its modality, and by who says it."""
    source = source_actor(one.linked, packs)
    if one.planned:
        return "announced"
    if source is None:
        return "reported"
    if verifies(source, commitment):
        return "verified"
    if is_own(source, one.linked, packs) or is_ally(source, one.linked, commitment, packs):
        return "announced"
    if receives(source, one.linked, packs) or opposes(source, one.linked, commitment, packs):
        return "confirmed"
    return "announced" if is_party(source, commitment, packs) else "reported"


def verifies(source: Actor, commitment: Commitment) -> bool:
    """Say whether a source is one whose word counts as verified, or speaks for one."""
    return bool({source.id, *sponsors_of(source, "")} & set(commitment.verifiers))


def forces(linked: LinkedClaim, packs: Packs) -> list[Actor]:
    """Return the actors that the force of a claim is linked to."""
    return [actor for link in linked.linked("force") for actor in meant(link, packs)]


def is_own(source: Actor, linked: LinkedClaim, packs: Packs) -> bool:
    """Say whether a source speaks of its own: the force itself, who sends it, its sponsor or its state."""
    senders = {link.id for link in linked.linked("by")}
    origins = {link.origin for link in linked.links if link.role == "force"} - {None}
    told = forces(linked, packs)
    return (
        source.id in senders
        or any(source.id == actor.id or source.id in sponsors_of(actor, "") for actor in told)
        or (source.kind == "state-force" and source.country in origins)
    )


def is_ally(source: Actor, linked: LinkedClaim, commitment: Commitment, packs: Packs) -> bool:
    """Say whether a source is one of the theatre's own on whose side the force stands."""
    sides = {actor.side for actor in forces(linked, packs)}
    return sided(source) and source.country in commitment.countries and source.side in sides


def receives(source: Actor, linked: LinkedClaim, packs: Packs) -> bool:
    """Say whether a source speaks for the state that a force goes to, or comes from by its name."""
    homes = {link.origin for link in linked.links if link.role == "force"} | {
        actor.country for actor in forces(linked, packs)
    }
    homes |= {link.pin.country for link in linked.linked("to") if link.pin}
    return source.kind in (*STATE_KINDS, "person") and source.country is not None and source.country in homes


def opposes(source: Actor, linked: LinkedClaim, commitment: Commitment, packs: Packs) -> bool:
    """Say whether a source is of a bound side and the force of another."""
    told = forces(linked, packs)
    return (
        bool(told)
        and source.side in bound_sides(commitment, packs)
        and all(sided(actor) and actor.side != source.side for actor in told)
    )


def second_origin(one: Held, two: Held) -> bool:
    """Say whether another claim of the same weeks tells of the same departure and goes back to another origin."""
    known = one.origin is not None and two.origin is not None and one.origin.casefold() != two.origin.casefold()
    return known and force_key(one.linked) is not None and figures_meet(one.linked, two.linked)


def force_key(linked: LinkedClaim) -> str | None:
    """Return what a force is known by: its id, else the country of its people; None where neither is known."""
    links = [link for link in linked.links if link.role == "force"]
    ids = [link.id for link in links if link.verdict == "linked" and link.id]
    origins = [f"origin:{link.origin}" for link in links if link.origin]
    return next(iter(ids or origins), None)


def figures_meet(one: LinkedClaim, two: LinkedClaim) -> bool:
    """Say whether the figures of two claims can be one number; a claim without a figure meets any."""
    first, second = one.claim.strength, two.claim.strength
    if first is None or second is None:
        return True
    low = max(first.min or 0, second.min or 0)
    highs = [bound for bound in (first.max, second.max) if bound is not None]
    return not highs or low <= min(highs)
