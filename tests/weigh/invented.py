"""Invented claims with their report, their links and their chain, made in a line each; and a small invented pack."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from musterroll.records import (
    Attribution,
    Chain,
    ChainLink,
    Claim,
    DayInterval,
    Finding,
    Link,
    LinkedClaim,
    Moment,
    Part,
    Pin,
    Quantity,
    Report,
    Span,
)
from musterroll.reference.packs import Actor, Pack, PackOutlet, Packs, Sponsor
from musterroll.weigh import weigh_claims

COUNTRY = ("geonames:1", "Libya", "LY", 3)
TOWN = ("geonames:2", "Sirte", "LY", 1)
OTHER_TOWN = ("geonames:3", "Benghazi", "LY", 1)
ABROAD = ("geonames:4", "Syria", "SY", 3)


@lru_cache(maxsize=1)
def packs() -> Packs:
    """Return a small invented pack: two camps of one country, their sponsors, a company, a monitor and the UN."""
    actors = (
        Actor("east-army", "East Army", "armed-group", country="LY", side="east", sponsors=(Sponsor("ruritania", "R"),)),
        Actor("west-army", "West Army", "state-force", country="LY", side="west"),
        Actor("company", "Grey Company", "private-military-company", ("Grey",), country="RU", side="east",
              sponsors=(Sponsor("ruritania", "R", "2018", "2020-06"),)),
        Actor("ruritania", "Ruritania", "state", country="RU"),
        Actor("freedonia", "Freedonia", "state", country="TR"),
        Actor("sent-fighters", "Fighters sent by Freedonia", "aggregate", country="SY", theatre="LY",
              sponsors=(Sponsor("freedonia", "F"),)),
        Actor("watch", "War Watch", "monitor"),
        Actor("un-mission", "UN Mission", "international-body"),
        Actor("spokesman", "Ali Saad", "person", country="LY", side="east"),
    )  # fmt: skip
    outlets = (PackOutlet("wire", "Wire", "agency"),)
    return Packs((Pack("test", "Invented", actors=actors, outlets=outlets, cues=(("deny", ("denied",)),)),))


@dataclass(frozen=True)
class Told:
    """One invented claim with what belongs to it."""

    report: Report
    linked: LinkedClaim
    chain: Chain

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.linked.id


@dataclass(frozen=True)
class Sentence:
    """What is said in the one sentence of an invented report."""

    text: str = "They are there."
    trigger: str = "are"
    type: str = "presence"
    force: str | tuple[str, str] | None = "company"
    by: str | None = None
    side: str | None = None
    place: tuple[str, str, str, int] | str | None = COUNTRY
    role: str = "place"
    count: Quantity | None = None
    origin: str | None = "War Watch"
    kind: str = "named-body"
    source: str | None = None
    day: str | None = "2020-05-07"
    time: DayInterval | None = None
    polarity: str = "positive"
    modality: str = "actual"
    measure: str | None = None
    cue: str | None = None
    copies: Told | None = None
    links: tuple[Link, ...] = field(default=())


def told(name: str, **said: object) -> Told:
    """Return an invented claim of a report called `name`."""
    one = Sentence(**said)  # type: ignore[arg-type]
    report = Report(
        "page", "test", one.text, (), (Span(0, len(one.text)),), "en", given_id=name, outlet=f"The {name}",
        published=Moment(one.day, "stated") if one.day else None,
    )  # fmt: skip
    linked = LinkedClaim(claim_of(name, one), links_of(one), one.time or up_to(one.day), 3, precision(one), one.measure)
    return Told(report, linked, chain_of(name, one, linked.id))


def precision(one: Sentence) -> int:
    """Return how exact the time is: 1 a day, 3 where it is not said."""
    return 1 if one.time and one.time.first == one.time.last else 3


def up_to(day: str | None) -> DayInterval | None:
    """Return the time up to a day."""
    return DayInterval(None, day) if day else None


def claim_of(name: str, one: Sentence) -> Claim:
    """Return the claim; its spans are those of the words, or the first letter where they are not in the text."""

    def span(words: str) -> Span:
        start = max(0, one.text.find(words))
        return Span(start, start + len(words))

    parts = tuple(Part(link.role, link.span or Span(0, 1)) for link in links_of(one) if link.role != "source")
    speech = Attribution(one.kind, span(one.source or "") if one.source else None, span(one.cue) if one.cue else None)
    return Claim(
        name, one.type, span(one.trigger), 0, parts, one.polarity, one.modality, speech, "test",
        strength=one.count, time=one.time,
    )  # fmt: skip


def links_of(one: Sentence) -> tuple[Link, ...]:
    """Return the links: a force is an actor's id, or words and the country of their demonym."""
    found = []
    if isinstance(one.force, tuple):
        found.append(
            Link("force", Span(0, 1), one.force[0], "actor", "unknown", "invented", origin=one.force[1] or None)
        )
    elif one.force:
        found.append(actor_link("force", one.force))
    found += [actor_link(role, words) for role, words in (("by", one.by), ("side", one.side)) if words]
    if isinstance(one.place, str):
        found.append(Link(one.role, Span(0, 1), one.place, "place", "unknown", "invented"))
    elif one.place:
        number, name, country, exact = one.place
        found.append(
            Link(one.role, Span(0, 1), name, "place", "linked", "invented", number, name, pin=Pin(0, 0, country, exact))
        )
    if one.source:
        found.append(Link("source", Span(0, 1), one.source, "actor", "unknown", "invented"))
    return (*found, *one.links)


def actor_link(role: str, actor: str) -> Link:
    """Return a link to an actor of the pack."""
    return Link(
        role, Span(0, 1), packs().actors[actor].name, "actor", "linked", "invented", actor, packs().actors[actor].name
    )


def chain_of(name: str, one: Sentence, claim: str) -> Chain:
    """Return the chain: the claim's own, or that of the claim it copies."""
    first = one.copies.chain if one.copies else None
    origin = first.origin if first else one.origin
    reason = None if origin else "origin unknown: invented"
    return Chain(claim, (ChainLink(f"The {name}", "outlet", name),), origin, first.first if first else claim, reason)


def weigh(*tellings: Told) -> list[Finding]:
    """Weigh invented claims by the small pack."""
    return weigh_all(tellings, packs())


def weigh_all(tellings: Sequence[Told], known: Packs) -> list[Finding]:
    """Weigh invented claims by some packs."""
    return weigh_claims([t.report for t in tellings], [t.linked for t in tellings], [t.chain for t in tellings], known)


def exactly(number: int) -> Quantity:
    """Return an exact number."""
    return Quantity(number, number)
