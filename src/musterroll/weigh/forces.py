"""Forces: whom a matter is about and for whom they are there, by the table of roles in `docs/claims.md`.

A linked actor is its id. People of a nationality meet under one said-key for all fighters and another for all soldiers
of it, apart by who sent them. Words that name nobody ("the fighters") meet only within one statement and its copies:
that two reports say "fighters" does not make them the same fighters.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from musterroll.records import Chain, Link, LinkedClaim, Named
from musterroll.reference.packs import Actor, Packs
from musterroll.weigh.words import backer_of, folded, names_somebody, people_of

# Who acts is `by` in a support and a clash; the others speak of `force`. In a truce either is a party to it.
FORCE_ROLES = {"support": ("by", "force"), "clash": ("by", "force"), "truce": ("force", "by")}
SENT = ("presence", "movement", "withdrawal", "recruitment")
OWNERS = ("private-military-company", "armed-group", "state-force", "peacekeepers", "aggregate")
NOT_NAMED = "a force not named"
OF_COUNTRY = re.compile(r"said:([A-Z]{2})/")


def force_of(linked: LinkedClaim, chain: Chain, packs: Packs, country: str | None) -> Named | None:
    """Return the force of a claim that is about a country; None only for a truce without a party."""
    type_ = linked.claim.type
    link = chosen(links_in(linked, FORCE_ROLES.get(type_, ("force",))))
    sender = next(iter(linked.linked("by")), None) if type_ in SENT else None
    if link and (link.verdict == "linked" or tells(link)):
        return named(link, sender, packs, country)
    if sender:
        return people_sent(link, sender, packs)
    if type_ == "truce" and not link:
        return None
    words = link.words if link else ""
    return Named(f"said:{folded(words)}@{chain.first}", words or NOT_NAMED)


def side_of(linked: LinkedClaim, force: Named | None, packs: Packs) -> Named | None:
    """Return for whom they are there: in a support the supported, else the part in the role "side"."""
    link = chosen(links_in(linked, side_roles(linked)))
    side = named(link, None, packs, None) if link and tells(link) else None
    return None if force and side and side.id == force.id else side


def side_roles(linked: LinkedClaim) -> tuple[str, ...]:
    """Return the roles that the side of a claim is read from."""
    return ("force",) if linked.claim.type == "support" and links_in(linked, ("by",)) else ("side",)


def links_in(linked: LinkedClaim, roles: Iterable[str]) -> list[Link]:
    """Return the links of the first role that the claim has."""
    return next((found for role in roles if (found := [link for link in linked.links if link.role == role])), [])


def chosen(links: list[Link]) -> Link | None:
    """Return the first linked, else the first that tells who, else the first."""
    linked = (link for link in links if link.verdict == "linked")
    telling = (link for link in links if tells(link))
    return next(linked, None) or next(telling, None) or next(iter(links), None)


def tells(link: Link) -> bool:
    """Say whether a link says more than "fighters": an actor, candidates, a nationality or a name that nobody knows."""
    return link.verdict != "unknown" or link.origin is not None or names_somebody(link.words)


def named(link: Link, sender: Link | None, packs: Packs, country: str | None) -> Named:
    """Return the actor linked to, the packs' aggregate that the words describe, or what the words say."""
    if link.verdict == "linked" and link.id:
        return Named(link.id, link.name or link.words, origin_of(link.id))
    origin = link.origin or candidates_country(link, packs)
    if not link.origin:
        return Named(said(origin, folded(link.words)), link.words, origin)
    people = people_of(link.words)
    doer = sender.id if sender else state_of(packs, backer_of(link.words))
    known = aggregate_of(packs, link.origin, doer, country) if doer and people == "fighters" else None
    if known:
        return Named(known.id, known.name)
    name = f"{link.words} ({sender.name})" if sender else link.words
    return Named(said(link.origin, f"{people} by {doer}" if doer else people), name, link.origin)


@lru_cache(maxsize=1024)
def state_of(packs: Packs, country: str | None) -> str | None:
    """Return the state of a country, where the packs have one."""
    states = [actor.id for actor in packs.actors.values() if actor.kind == "state" and actor.country == country]
    return states[0] if country and states else None


def said(origin: str | None, words: str) -> str:
    """Return the id of a force that no pack knows: two of one id are of one country."""
    return f"said:{origin}/{words}" if origin else f"said:{words}"


def origin_of(id_: str) -> str | None:
    """Return the country that the id of a force says, None for an actor's."""
    found = OF_COUNTRY.match(id_)
    return found.group(1) if found else None


def candidates_country(link: Link, packs: Packs) -> str | None:
    """Return the one country that all candidates come from, None where they differ or it is not known."""
    found = {actor.country for one in link.candidates if (actor := packs.actors.get(one.id))}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def aggregate_of(packs: Packs, origin: str, sender: str | None, country: str | None) -> Actor | None:
    """Return the one aggregate of the packs that is people of a nationality, sent by somebody, in a country."""
    found = [
        actor
        for actor in packs.actors.values()
        if actor.kind == "aggregate" and actor.country == origin and actor.theatre == country
        if any(sponsor.actor == sender for sponsor in actor.sponsors)
    ]
    return found[0] if country and len(found) == 1 else None


def people_sent(link: Link | None, sender: Link, packs: Packs) -> Named:
    """Return whose people "its soldiers" are: an armed group's are the group, a state's are said by their kind."""
    actor = packs.actors.get(sender.id or "")
    name = sender.name or sender.words
    if actor and actor.kind in OWNERS:
        return Named(actor.id, name)
    words = link.words if link else "people"
    people = people_of(words) if link else "fighters"
    country = actor.country if actor and people == "soldiers" else None
    return Named(said(country, f"{people} by {sender.id}"), f"{words} ({name})", country)


def family_of(force: Named | None, packs: Packs) -> str:
    """Return with whom a force is compared: an actor with itself, aggregates and people of a nationality by country."""
    if force is None:
        return ""
    actor = packs.actors.get(force.id)
    country = actor.country if actor and actor.kind == "aggregate" else force.origin
    return country or force.id
