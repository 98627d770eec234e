"""Interests: what an origin has to do with the matter: a party, a sponsor of one, a monitor, the UN, a state, a medium.

Whose interest it is comes from the packs; that a name holds an office of state ("President") is all that words add.
A sponsor counts only on the days that the pack gives it.
"""

import re
from collections import defaultdict
from functools import lru_cache

from musterroll.records import Named
from musterroll.reference.packs import Actor, Packs, Sponsor
from musterroll.weigh.voices import NAMED_KINDS, UN_BODIES, Voice
from musterroll.weigh.weighed import Weighed

UN = re.compile(r"^(?:the )?(?:UN|U\.N\.|United Nations)(?![\w-])|\bUN[A-Z]{2,}\b")
OFFICE = re.compile(
    r"\b(?:(?:Vice )?President|(?:Prime |Deputy |[A-Z]\w+ )?Minister|Ambassador|Chancellor|King|Emir)\b"
)
STATES = ("state", "government", "state-force", "person")
FIGHTING = ("armed-group", "private-military-company", "aggregate")
DEEDS = ("presence", "movement", "recruitment", "support", "supply", "clash")


def interest_of(voice: Voice, claim: Weighed, packs: Packs) -> str:
    """Return what a voice has to do with what a claim says, one of INTERESTS."""
    if voice.name is None:
        return "unknown"
    named = voice.kind in NAMED_KINDS
    actor = packs.actors.get(voice.actor or "") or (office_of(claim, packs) if named else None)
    if actor is None:
        return named_interest(voice, packs)
    return actor_interest(actor, voice, claim, packs)


def named_interest(voice: Voice, packs: Packs) -> str:
    """Return the interest of a voice that is no actor of the packs, by what it is called."""
    if UN.search(voice.name or ""):
        return "un"
    if voice.kind == "named-person" and OFFICE.search(voice.name or ""):
        return "state"
    return medium_interest(voice, packs)


def office_of(claim: Weighed, packs: Packs) -> Actor | None:
    """Return whom the source is somebody of ("Turkey's parliament"), where the link says so of one alone."""
    links = (link for link in claim.linked.links if link.role == "source" and link.verdict == "unsure")
    ids = {one.id for link in links for one in link.candidates}
    return packs.actors.get(ids.pop()) if len(ids) == 1 else None


def medium_interest(voice: Voice, packs: Packs) -> str:
    """Return the interest of who is no named source: nobody by name, a medium, the outlet that states it."""
    if voice.kind.startswith("unnamed"):
        return "unnamed"
    if voice.kind == "media" or voice.actor in packs.outlets:
        return "media"
    return "outlet" if voice.kind == "outlet" else "unknown"


def actor_interest(actor: Actor, voice: Voice, claim: Weighed, packs: Packs) -> str:
    """Return the interest of an actor of the packs: what it is to the force goes before what it is."""
    if is_itself(actor, claim):
        return "party"
    if is_sponsor(actor, claim, packs):
        return "sponsor"
    if actor.kind in ("monitor", "international-body", "peacekeepers"):
        return "un" if is_un(actor, voice, claim) else "monitor"
    if is_un(actor, voice, claim):
        return "un"
    if is_belligerent(actor, claim, packs):
        return "party"
    if actor.kind in STATES and actor.country:
        return "state"
    return "party" if actor.kind in FIGHTING else "unknown"


def is_un(actor: Actor, voice: Voice, claim: Weighed) -> bool:
    """Say whether an actor is of the United Nations: by a name, by whom it works for, or as the source is called."""
    works_for = any(sponsor.actor in UN_BODIES for sponsor in actor.sponsors)
    called = [link.words for link in claim.linked.linked("source") if link.id == actor.id]
    names = (actor.name, *actor.names, voice.name or "", *called)
    return works_for or any(UN.search(name) for name in names)


def is_itself(actor: Actor, claim: Weighed) -> bool:
    """Say whether an actor is the force itself, who is said to have done it, or the state whose soldiers they are."""
    force = claim.force
    if force is None:
        return False
    soldiers = force.id.startswith("said:") and "soldiers" in force.id and force.origin == actor.country
    return actor.id == force.id or actor.id in claim.by or (soldiers and actor.kind in STATES and bool(actor.country))


def is_sponsor(actor: Actor, claim: Weighed, packs: Packs) -> bool:
    """Say whether an actor, or the state whose office a person holds, was a sponsor of the force on the claim's day."""
    sponsors, states = sponsors_of(packs, claim.force.id, claim.day) if claim.force else (frozenset(), frozenset())
    office = actor.kind == "person" and actor.side is None and actor.country is not None
    return actor.id in sponsors or (office and actor.country in states)


@lru_cache(maxsize=65536)
def sponsors_of(packs: Packs, force: str, day: str | None) -> tuple[frozenset[str], frozenset[str | None]]:
    """Return the sponsors of a force on a day, and the countries of those that are states."""
    known = packs.actors.get(force)
    ids = frozenset(one.actor for one in known.sponsors if one.actor and held_on(one, day)) if known else frozenset()
    states = (packs.actors[one] for one in ids if one in packs.actors)
    return ids, frozenset(state.country for state in states if state.kind == "state")


def held_on(sponsor: Sponsor, day: str | None) -> bool:
    """Say whether somebody was a sponsor on a day; on an unknown day only one without dates was for sure."""
    if day is None:
        return sponsor.since is None and sponsor.until is None
    began = sponsor.since is None or day[: len(sponsor.since)] >= sponsor.since
    return began and (sponsor.until is None or day[: len(sponsor.until)] <= sponsor.until)


def is_belligerent(actor: Actor, claim: Weighed, packs: Packs) -> bool:
    """Say whether an actor is of the force's side, or of one that fights it, or of any in the war where it plays."""
    side = camp_of(claim.force, packs) or camp_of(claim.side, packs)
    if side is None:
        return actor.side not in (None, "both") and actor.country == claim.where.country is not None
    return bool(actor.side) and (actor.side == side or (side, actor.side) in wars(packs))


def camp_of(force: Named | None, packs: Packs) -> str | None:
    """Return the camp of a force that the packs know."""
    known = packs.actors.get(force.id) if force else None
    return known.side if known and known.side != "both" else None


@lru_cache(maxsize=64)
def wars(packs: Packs) -> frozenset[tuple[str | None, str | None]]:
    """Return the pairs of camps that have armed forces of one country: those two fight each other."""
    camps: dict[str | None, set[str | None]] = defaultdict(set)
    for actor in packs.actors.values():
        if (
            actor.country
            and actor.side not in (None, "both")
            and actor.kind in ("government", "state-force", "armed-group")
        ):
            camps[actor.country].add(actor.side)
    return frozenset((one, other) for sides in camps.values() for one in sides for other in sides if one != other)


def is_admission(voice: Voice, claim: Weighed, packs: Packs) -> bool:
    """Say whether a party or its sponsor says of itself what it has no interest in saying.

    Its own dead, or that its people are, go, fight or send arms outside its own country; never that they leave.
    """
    actor = packs.actors.get(voice.actor or "") if voice.kind in NAMED_KINDS else None
    if actor is None or claim.linked.claim.modality != "actual":
        return False
    if not (is_itself(actor, claim) or is_sponsor(actor, claim, packs)):
        return False
    abroad = claim.where.country is not None and claim.where.country != actor.country
    return claim.matter.type == "toll" or (claim.matter.type in DEEDS and abroad)
