"""Whom a claim is about, as a commitment sees it: a foreign force, one of the bound, one that the pack names."""

import re
from collections.abc import Iterator
from functools import cache

from musterroll.hold.theatre import beyond, is_whole, within
from musterroll.records import Link, LinkedClaim
from musterroll.reference.packs import WORD, Actor, Commitment, Packs

NO_FORCE = ("peacekeepers", "monitor", "international-body", "person")
SOLDIERS = re.compile(r"\b(?:soldiers|troops|servicemen|army|military)\b", re.I)
STATE_KINDS = ("state", "government", "state-force")


def is_about(linked: LinkedClaim, commitment: Commitment, who: tuple[str, ...], packs: Packs) -> bool:
    """Say whether a claim is about forces that a commitment's duty is about.

    `who` are the roles that say so, the first one that says anything decides: "Turkey sends fighters" is about
    Turkey's, "Turkey sends Libyan fighters" is about Libyans.
    """
    return "all" in commitment.about or any(
        is_named(linked, entry, who, packs)
        or (entry in ("foreign", "foreign-fighters") and is_foreign(linked, commitment, who, packs))
        or (entry == "bound" and is_bound(linked, commitment, who, packs))
        or (
            entry == "bound-foreign"
            and is_foreign(linked, commitment, who, packs)
            and is_bound(linked, commitment, (*who, "by"), packs)
        )
        for entry in commitment.about
    )


def is_named(linked: LinkedClaim, entry: str, who: tuple[str, ...], packs: Packs) -> bool:
    """Say whether a claim is about an actor that a pack lists, or holds a word that it lists ("word:mercenaries")."""
    if entry.startswith(WORD):
        word = word_of(entry)
        return any(word.search(link.words) for link in links_of(linked, who))
    return any(link.id == entry for link in links_of(linked, who))


@cache
def word_of(entry: str) -> re.Pattern[str]:
    """Return the pattern of a word that a pack lists ("word:mercenaries")."""
    return re.compile(rf"\b{re.escape(entry.removeprefix(WORD))}\b", re.I)


def links_of(linked: LinkedClaim, who: tuple[str, ...]) -> list[Link]:
    """Return the links of a claim in some roles."""
    return [link for link in linked.links if link.role in who]


def is_foreign(linked: LinkedClaim, commitment: Commitment, who: tuple[str, ...], packs: Packs) -> bool:
    """Say whether the force comes from outside: by what is known of it, else of who sends it, else by its way."""
    for role in who:
        answers = (foreign(link, commitment, packs) for link in links_of(linked, (role,)))
        known = [answer for answer in answers if answer is not None]
        if known:
            return any(known)
    return comes_from_outside(linked, commitment)


def comes_from_outside(linked: LinkedClaim, commitment: Commitment) -> bool:
    """Say whether people are moved or recruited from a place outside, or sent to the country as a whole."""
    if linked.claim.type == "recruitment":
        return any(beyond(link, commitment) for link in links_of(linked, ("from", "place")))
    if linked.claim.type not in ("movement", "supply"):
        return False
    if any(beyond(link, commitment) for link in links_of(linked, ("from",))):
        return True
    goals = links_of(linked, ("to",)) if commitment.area is None else []
    return any(within(link, commitment) and is_whole(link) for link in goals)


def foreign(link: Link, commitment: Commitment, packs: Packs) -> bool | None:
    """Say whether those whom a link means come from outside; None where it cannot be told."""
    if link.origin:
        return link.origin not in commitment.countries
    answers = {foreign_actor(actor, commitment) for actor in meant(link, packs)}
    return answers.pop() if len(answers) == 1 else None


def meant(link: Link, packs: Packs) -> Iterator[Actor]:
    """Yield the actor of a link, or all it could be."""
    for number in (link.id, *(candidate.id for candidate in link.candidates)):
        if number and (actor := packs.actors.get(number)):
            yield actor


def foreign_actor(actor: Actor, commitment: Commitment) -> bool | None:
    """Say whether an actor is a force from outside; None where it is no force, or nobody knows whence."""
    if actor.kind in NO_FORCE:
        return None
    if actor.kind == "aggregate" and actor.theatre:
        return actor.theatre in commitment.countries and actor.country not in commitment.countries
    return actor.country not in commitment.countries if actor.country else None


def is_bound(linked: LinkedClaim, commitment: Commitment, who: tuple[str, ...], packs: Packs) -> bool:
    """Say whether a claim is about a bound party, a force of a bound state, or one that a bound party stands behind.

    Who does it to them ("by") must be bound itself: what a sponsored army does is not yet its sponsor's deed.
    """
    parties = (packs.actors[party] for party in commitment.bound if party in packs.actors)
    states = {party.country for party in parties if party.kind == "state"}
    return any(
        (link.origin is not None and link.origin in states)
        or any(of_bound(actor, commitment, states, linked, link.role) for actor in meant(link, packs))
        for link in links_of(linked, who)
    )


def of_bound(actor: Actor, commitment: Commitment, states: set[str | None], linked: LinkedClaim, role: str) -> bool:
    """Say whether an actor is bound, of a bound state, or sponsored by the bound when the claim plays."""
    day = (linked.days.last or linked.days.first or "") if linked.days else ""
    return (
        actor.id in commitment.bound
        or (actor.country is not None and actor.country in states)
        or (role != "by" and any(backer in commitment.bound for backer in sponsors_of(actor, day)))
    )


def sponsors_of(actor: Actor, day: str) -> set[str]:
    """Return who stood behind an actor on a day ("" for any); a year or month counts whole."""
    return {
        sponsor.actor
        for sponsor in actor.sponsors
        if sponsor.actor
        and (not day or not sponsor.since or day[: len(sponsor.since)] >= sponsor.since)
        and (not day or not sponsor.until or day[: len(sponsor.until)] <= sponsor.until)
    }


def of_a_state(linked: LinkedClaim, packs: Packs) -> bool:
    """Say whether the force is a state's own army, of which a clause on mercenaries and fighters may not speak."""
    forces = [actor for link in linked.linked("force") for actor in meant(link, packs)]
    if forces:
        return all(actor.kind in STATE_KINDS for actor in forces)
    plain = [link for link in links_of(linked, ("force",)) if not link.origin and SOLDIERS.search(link.words)]
    senders = [actor for link in linked.linked("by") for actor in meant(link, packs)]
    return bool(plain) and any(actor.kind in STATE_KINDS for actor in senders)
