"""Words that no pack knows, and whom an editor says that they mean: the claim is weighed as if it were linked to them.

A force or a side that only words name has an id of the words ("said:128th brigade"). That two such ids mean one, or
that one means an actor of the packs, is a merger of actors like any other; here it reaches the claims, which have no
link.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from musterroll.records import SAID, Chain, Link, LinkedClaim, Named
from musterroll.reference.packs import Packs
from musterroll.weigh.forces import FORCE_ROLES, chosen, links_in, side_of, side_roles
from musterroll.weigh.matters import matter_parts

PARTIES = ("force", "by", "side")
Roles = tuple[str, ...]


def said_in(linked: LinkedClaim, chain: Chain, packs: Packs) -> frozenset[str]:
    """Return the ids ("said:…") of the force and the side that a claim names by words alone.

    Words that name nobody ("said:fighters@…") are not among them: what they mean is said of each claim.
    """
    return frozenset(
        one.id for one, _ in parties(linked, chain, packs) if one.id.startswith(SAID) and "@" not in one.id
    )


def as_meant(linked: LinkedClaim, chain: Chain, packs: Packs, meant: Mapping[str, str]) -> LinkedClaim:
    """Return a claim linked to those whom its words mean; `meant` leads from ids of words to ids of actors or words."""
    for one, roles in parties(linked, chain, packs):
        if one.id in meant:
            linked = replace(linked, links=tuple(led(linked, roles, one, meant[one.id], packs)))
    return linked


def parties(linked: LinkedClaim, chain: Chain, packs: Packs) -> list[tuple[Named, Roles]]:
    """Return the force and the side under which a claim is weighed, each with the roles that it is read from; none
    where links alone say who they are."""
    if is_led(linked):
        return []
    force, _, _ = matter_parts(linked, chain, packs)
    side = side_of(linked, force, packs)
    named = ((force, FORCE_ROLES.get(linked.claim.type, ("force",))), (side, side_roles(linked)))
    return [(one, roles) for one, roles in named if one]


def is_led(linked: LinkedClaim) -> bool:
    """Say whether a claim has a link for its force, and none to a party that leads nowhere."""
    named = all(link.verdict == "linked" for link in linked.links if link.role in PARTIES)
    return named and bool(links_in(linked, FORCE_ROLES.get(linked.claim.type, ("force",))))


def led(linked: LinkedClaim, roles: Roles, words: Named, into: str, packs: Packs) -> Iterator[Link]:
    """Yield the links of a claim, that which names a party led to whom an editor says that it means."""
    was = chosen(links_in(linked, roles)) or Link(roles[0], None, "", "actor", "unknown", "not named")
    actor = packs.actors.get(into)
    reason = f"{was.reason}; an editor says whom the words mean"
    name = words.name if into.startswith(SAID) else actor.name if actor else into
    new = replace(was, kind="actor", verdict="linked", reason=reason, id=into, name=name, candidates=())
    if was not in linked.links:
        yield new
    for link in linked.links:
        yield new if link is was else link
