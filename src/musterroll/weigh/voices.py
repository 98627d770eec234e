"""Voices: who the origin of a claim is, as the packs know it."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from musterroll.records import Chain, LinkedClaim, Report
from musterroll.reference.packs import Actor, PackOutlet, Packs
from musterroll.weigh.words import folded

UN_BODIES = ("united-nations", "un-security-council", "unsmil")
NAMED_KINDS = ("named-person", "named-body", "document")


@dataclass(frozen=True)
class Voice:
    """Who speaks, as the packs know it: the id of an actor or outlet, None where they do not; `kind` of the source.

    `bodies` are those of the United Nations that it speaks for, or is one of: "the UN said" may be any of their word.
    """

    actor: str | None
    name: str | None
    kind: str
    bodies: frozenset[str] = frozenset()


def voice_of(linked: LinkedClaim, chain: Chain, start: Report, packs: Packs) -> Voice:
    """Return who the origin of a claim is; `start` is the report at its origin."""
    name, kind = chain.origin, linked.claim.attribution.kind
    if name is None:
        return own_voice(start, packs) or Voice(None, None, kind)
    name = name.strip(" ()")
    actor = linked_voice(linked, name) or id_by_name(name, packs)
    return Voice(actor, name, kind, bodies_of(actor, packs))


def bodies_of(actor: str | None, packs: Packs) -> frozenset[str]:
    """Return the bodies of the United Nations that an actor works for, and the United Nations with them."""
    known = packs.actors.get(actor or "")
    above = {sponsor.actor for sponsor in known.sponsors if sponsor.actor} if known else set()
    found = (above | {actor or ""}) & set(UN_BODIES)
    return frozenset(found | {UN_BODIES[0]}) - {actor or ""} if found else frozenset()


def own_voice(start: Report, packs: Packs) -> Voice | None:
    """Return the voice of a mission, a monitor or another body whose own page is the first to have a statement."""
    actor = id_by_name(start.outlet, packs) if start.outlet else None
    return Voice(actor, start.outlet, "named-body", bodies_of(actor, packs)) if actor in packs.actors else None


def linked_voice(linked: LinkedClaim, name: str) -> str | None:
    """Return the actor that the claim's own source or relay was linked to, where it is the origin by its words."""
    key = folded(name)
    links = (link for link in linked.links if link.role in ("source", "relay") and link.verdict == "linked")
    same = (link.id for link in links if link.id and key in (folded(link.words), folded(link.name or "")))
    return next(same, None)


@lru_cache(maxsize=65536)
def id_by_name(name: str, packs: Packs) -> str | None:
    """Return the actor or outlet that a name ends in, in full or in two words: "Foreign Minister Najla al-Mangoush"."""
    words, known = folded(name).split(), ids_by_name(packs)
    tails = (" ".join(words[at:]) for at in range(max(1, len(words) - 1)))
    return next((known[tail] for tail in tails if tail in known), None)


@lru_cache(maxsize=64)
def ids_by_name(packs: Packs) -> dict[str, str]:
    """Return the actor or outlet of every name, or end of one of three words or more, that only one bears."""
    bearers: dict[str, set[str]] = defaultdict(set)
    everybody: tuple[Actor | PackOutlet, ...] = (*packs.actors.values(), *packs.outlets.values())
    for known in everybody:
        for name in (known.name, *known.names, *known.arabic):
            words = folded(name).split()
            for at in range(max(1, len(words) - 2)):
                bearers[" ".join(words[at:])].add(known.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}
