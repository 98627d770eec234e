"""Senders: people known by their nationality alone, led to a pack's aggregate by who the claim says sends them.

"Syrian fighters" is nobody in particular; "Turkey sent Syrian fighters to Libya" says whose they are. The claim itself
must say it: the sender in role `by`, and a place in the theatre that the aggregate is about.
"""

from collections.abc import Sequence
from dataclasses import replace

from musterroll.records import Link
from musterroll.reference.packs import Actor, Packs

# In these types `by` is who keeps, sends, orders, recruits or pays the force; elsewhere it may be who fights it.
SENDING = frozenset(("presence", "movement", "withdrawal", "recruitment", "pay"))


def link_sent(type_: str, links: Sequence[Link], where: frozenset[str], packs: Packs) -> list[Link]:
    """Return the links of a claim; a force without a name of its own becomes the one aggregate that its sender has.

    `where` are the countries of the claim's places. Nothing changes where no sender is linked, or several aggregates
    fit. A narrower aggregate takes the place of one that names several forces at once ("300 foreign fighters", by the
    LNA).
    """
    senders = {link.id for link in links if link.role == "by" and link.verdict == "linked"}
    if type_ not in SENDING or not senders:
        return list(links)
    return [_sent(link, senders, where, packs) if link.role == "force" else link for link in links]


def _sent(link: Link, senders: set[str | None], where: frozenset[str], packs: Packs) -> Link:
    now = packs.actors.get(link.id or "")
    nameless = link.verdict == "unknown" and link.origin is not None
    wide = now is not None and now.kind == "aggregate" and now.country is None
    if not (nameless or wide):
        return link
    fit = [a for a in packs.actors.values() if a is not now and _fits(a, link.origin, senders, where)]
    if len(fit) != 1:
        return link
    reason = "the claim says who sends them, and the pack has one such force here"
    return replace(link, verdict="linked", reason=reason, id=fit[0].id, name=fit[0].name, candidates=())


def _fits(actor: Actor, origin: str | None, senders: set[str | None], where: frozenset[str]) -> bool:
    sponsored = any(sponsor.actor in senders for sponsor in actor.sponsors)
    return actor.kind == "aggregate" and actor.country == origin and actor.theatre in where and sponsored
