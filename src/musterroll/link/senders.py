"""Senders: people known by their nationality alone, led to a pack's aggregate by who the claim says sends them.

"Syrian fighters" is nobody in particular; "Turkey sent Syrian fighters to Libya" says whose they are. The claim itself
must say it: the sender in role `by`, and a place in the theatre that the aggregate is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from musterroll.link.names import index_of
from musterroll.records import DayInterval, Link
from musterroll.reference import country_named
from musterroll.reference.packs import Actor, Packs, Sponsor

# In these types `by` is who keeps, sends, orders, recruits or pays the force; elsewhere it may be who fights it.
SENDING = frozenset(("presence", "movement", "withdrawal", "recruitment", "pay"))
POSTING = frozenset(("presence", "movement", "withdrawal"))  # a state may also pay or enlist soldiers of others
OWN = re.compile(r"(?:(?:its|their|own|more|other|regular)\s+)*(?:soldiers|troops|servicemen)", re.I)


@dataclass(frozen=True)
class Setting:
    """Where and when a claim plays: the countries of its places, its days, and the packs that know who is there."""

    where: frozenset[str]
    days: DayInterval | None
    packs: Packs


def link_sent(type_: str, links: Sequence[Link], setting: Setting) -> list[Link]:
    """Return the links of a claim; a force without a name of its own becomes the one aggregate that its sender has.

    Nothing changes where no sender is linked, or several aggregates fit. A narrower aggregate takes the place of one
    that names several forces at once ("300 foreign fighters", by the LNA).
    """
    senders = {link.id for link in links if link.role == "by" and link.verdict == "linked"}
    if type_ not in SENDING or not senders:
        return list(links)
    return [
        ((type_ in POSTING and _own(link, senders, setting.packs)) or _sent(link, senders, setting))
        if link.role == "force"
        else link
        for link in links
    ]


def _own(link: Link, senders: set[str | None], packs: Packs) -> Link | None:
    """Link bare soldiers to the armed forces of the one state that posts them."""
    states = [actor for name in senders if (actor := packs.actors.get(name or "")) and actor.kind == "state"]
    if link.verdict != "unknown" or len(states) != 1 or not OWN.fullmatch(link.words):
        return None
    country = country_named(states[0].name)
    forms = [f"{demonym} forces" for demonym in country.demonyms] if country else []
    found = next((bearers for form in forms if (bearers := index_of(packs).at(form, "force"))), ())
    if len({bearer.id for bearer in found}) != 1:
        return None
    army = packs.actors[found[0].id]
    reason = "soldiers of the state that the claim says sends them"
    return replace(link, verdict="linked", reason=reason, id=army.id, name=army.name)


def _sent(link: Link, senders: set[str | None], setting: Setting) -> Link:
    """Link people of a nationality, or a name for several forces, to the one aggregate of who sends them."""
    now = setting.packs.actors.get(link.id or "")
    nameless = link.verdict == "unknown" and link.origin is not None
    wide = now is not None and now.kind == "aggregate" and now.country is None
    if not (nameless or wide):
        return link
    fit = [a for a in setting.packs.actors.values() if a is not now and _fits(a, link.origin, senders, setting)]
    if len(fit) != 1:
        return link
    reason = "the claim says who sends them, and the pack has one such force here"
    return replace(link, verdict="linked", reason=reason, id=fit[0].id, name=fit[0].name, candidates=())


def _fits(actor: Actor, origin: str | None, senders: set[str | None], setting: Setting) -> bool:
    sponsored = any(sponsor.actor in senders and _in_force(sponsor, setting.days) for sponsor in actor.sponsors)
    return actor.kind == "aggregate" and actor.country == origin and actor.theatre in setting.where and sponsored


def _in_force(sponsor: Sponsor, days: DayInterval | None) -> bool:
    """Say whether a sponsor's years touch the days; what is not known shuts nothing out."""
    first, last = (days.first, days.last) if days else (None, None)
    begun = not (sponsor.since and last) or last[: len(sponsor.since)] >= sponsor.since
    return begun and (not (sponsor.until and first) or first[: len(sponsor.until)] <= sponsor.until)
