"""The public verb: a report's claims, each name led to an actor or a place, or said why not."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from musterroll.link import actors, places
from musterroll.link.asked import AskedPlace
from musterroll.link.context import Context
from musterroll.link.names import index_of
from musterroll.link.precision import days_of, geo_precision, time_precision
from musterroll.link.senders import Setting, link_sent
from musterroll.records import Claim, Link, LinkedClaim, Part, Report, Span
from musterroll.reference import gazetteer
from musterroll.reference.packs import PackOutlet, Packs
from musterroll.reference.place_names import name_key

ACTOR_ROLES = ("force", "by", "side")
PLACE_ROLES = ("place", "from", "to")


def link_claims(report: Report, claims: Sequence[Claim], packs: Packs) -> list[LinkedClaim]:
    """Link the claims of a report, in their order.

    Each force, source, relay, side and place gets one Link: "linked" to an id, "unsure" with its candidates, or
    "unknown", each with the reason in words. Raises nothing for what it does not know. Source: the report, the packs
    and the gazetteer.
    """
    meant = (part.resolved for claim in claims for part in claim.parts if part.role in PLACE_ROLES)
    context = Context(report, tuple(dict.fromkeys(words for words in meant if words and words not in report.text)))
    asked = [places_asked(context, claim) for claim in claims]
    answers = iter(places.link_places(context, [ask for here in asked for ask in here], packs, gazetteer()))
    return [
        linked_claim(context, claim, [next(answers) for _ in here], packs)
        for claim, here in zip(claims, asked, strict=True)
    ]


def places_asked(context: Context, claim: Claim) -> list[AskedPlace]:
    """Return the places of a claim; a short form is looked up where its words stand in the report."""
    return [
        AskedPlace(part.role, part.span, standing(context.text, part))
        for part in claim.parts
        if part.role in PLACE_ROLES
    ]


def standing(text: str, part: Part) -> Span:
    """Return the span of a part's name: its own, or where the words that it stands for were said last before it."""
    if not part.resolved:
        return part.span
    start = text.rfind(part.resolved, 0, part.span.start)
    start = text.find(part.resolved) if start < 0 else start
    return Span(start, start + len(part.resolved))


def linked_claim(context: Context, claim: Claim, here: Sequence[Link], packs: Packs) -> LinkedClaim:
    """Put one linked claim together; its links stand in the order of its parts, source and relay last."""
    parts, where = iter(here), frozenset(link.pin.country for link in here if link.pin)
    links = [
        next(parts)
        if part.role in PLACE_ROLES
        else actors.link_actor(context, actor_asked(context, part, where, packs), packs)
        for part in claim.parts
        if part.role in PLACE_ROLES + ACTOR_ROLES
    ]
    days = days_of(claim, context.report)
    links = link_sent(claim.type, links, Setting(where, days, packs))
    speech = (*link_source(context, claim, packs), *link_relay(context, claim, packs))
    return LinkedClaim(claim, (*links, *speech), days, geo_precision(links), time_precision(days))


def actor_asked(context: Context, part: Part, where: frozenset[str], packs: Packs) -> actors.Asked:
    """Return what to look up for a force or side of a claim that plays in some countries."""
    words = words_asked(part.span.of(context.report.text), part.resolved, part.role, packs)
    return actors.Asked(part.role, part.span, words, where)


def words_asked(words: str, resolved: str | None, role: str, packs: Packs) -> str:
    """Return what words stand for, or the words themselves where they are a name that the packs have.

    A person whom the report gives no office stands for a role, unless a pack knows the name.
    """
    return words if not resolved or index_of(packs).at(words, role) else resolved


def link_source(context: Context, claim: Claim, packs: Packs) -> tuple[Link, ...]:
    """Link the source: whom the sentence names, the outlet where it names nobody, or nobody ("reportedly")."""
    speech = claim.attribution
    if speech.source:
        words = words_asked(speech.source.of(context.report.text), speech.resolved, "source", packs)
        link = actors.link_actor(context, actors.Asked("source", speech.source, words), packs)
        voice = speech.kind.startswith("unnamed") and link.verdict == "linked"
        return (replace(link, reason=f"an unnamed voice of it: {link.reason}") if voice else link,)
    if speech.kind == "outlet":
        return (link_publisher(context.report, packs),)
    return (Link("source", None, "", "actor", "unknown", "the sentence names no source"),)


def link_relay(context: Context, claim: Claim, packs: Packs) -> tuple[Link, ...]:
    """Link the medium through which the source spoke, where one is named."""
    span = claim.attribution.relay
    words = span.of(context.report.text) if span else ""
    return (actors.link_actor(context, actors.Asked("relay", span, words), packs),) if span else ()


def link_publisher(report: Report, packs: Packs) -> Link:
    """Link the outlet that speaks for itself, by its host or its name; a mission or monitor may be its own outlet."""
    host = (urlsplit(report.url).hostname or "") if report.url else ""
    words = report.outlet or host
    found = at_host(host, packs) or by_name(report.outlet or "", packs)
    if found:
        return Link("source", None, words, "outlet", "linked", "the outlet itself", found.id, found.name)
    spoken = [name for name in index_of(packs).at(report.outlet or "", "source") if not name.weak]
    if len(spoken) == 1 and (who := packs.actors.get(spoken[0].id)):
        return Link("source", None, words, "actor", "linked", "it publishes its own words", who.id, who.name)
    return Link("source", None, words, "outlet", "unknown", "no pack knows the outlet" if words else "outlet not known")


def at_host(host: str, packs: Packs) -> PackOutlet | None:
    """Return the outlet at a host or a name below it."""
    hosts = packs.outlets_by_host
    labels = host.split(".")
    return next((hosts[tail] for i in range(len(labels)) if (tail := ".".join(labels[i:])) in hosts), None)


def by_name(name: str, packs: Packs) -> PackOutlet | None:
    """Return the outlet of a name."""
    key = name_key(name)
    return next((o for o in packs.outlets.values() if key and key in {name_key(n) for n in (o.name, *o.names)}), None)
