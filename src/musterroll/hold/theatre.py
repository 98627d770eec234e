"""Where a claim plays, as a commitment sees it: in its theatre, into it, out of it.

A theatre is the countries of a commitment, or a stretch of ground in them. A place of the sentence decides. Where it
names none, its side does ("with Haftar's forces"), and then the report's title ("… in Libya"): that is said in words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from musterroll.records import Link, LinkedClaim, Report
from musterroll.reference import countries, country_named
from musterroll.reference.packs import Actor, Commitment, Packs

PLACES = ("place", "from", "to")
UNPLACED = ("presence", "withdrawal")  # a movement without a place may go either way
REGION = 3
SITE = "site:"
PART = re.compile(r"\b(?:east|west|south|north|centr|coast|border)", re.I)
GOAL = re.compile(r"\b(?:in|to|into|from|of|for) ([A-Z][\w-]+(?: [A-Z][\w-]+)*)")


@dataclass(frozen=True)
class Playing:
    """The roles of a claim whose places lie inside a theatre and outside it.

    `whole` are the roles inside whose place is a country as a whole, `wide` those whose place is one or a part of one;
    in a stretch of ground every place is both. `sites` are those that are a base or a port. `sided` says that the
    claim's side belongs to the theatre, `titled` that the report's title does, which counts only where the sentence
    names no place at all.
    """

    inside: frozenset[str]
    outside: frozenset[str]
    whole: frozenset[str]
    wide: frozenset[str]
    sites: frozenset[str]
    sided: bool
    titled: bool

    @property
    def placed(self) -> bool:
        """Whether the sentence names a place that is known."""
        return bool(self.inside or self.outside)

    @property
    def by_title(self) -> bool:
        """Whether the title alone places it."""
        return self.titled and not self.placed and not self.sided


def playing(linked: LinkedClaim, commitment: Commitment, packs: Packs, title: bool) -> Playing:
    """Return where a claim plays; `title` says whether its report's title speaks of the theatre."""
    spots = [link for link in linked.links if link.role in PLACES and link.pin]
    named = any(part.role in PLACES for part in linked.claim.parts)
    inside = [link for link in spots if within(link, commitment)]
    return Playing(
        inside=frozenset(link.role for link in inside),
        outside=frozenset(link.role for link in spots if beyond(link, commitment)),
        whole=frozenset(link.role for link in inside if commitment.area or is_whole(link)),
        wide=frozenset(link.role for link in inside if commitment.area or is_country(link)),
        sites=frozenset(link.role for link in inside if (link.id or "").startswith(SITE)),
        sided=any(of_theatre(packs.actors.get(link.id or ""), commitment) for link in linked.linked("side")),
        titled=title and not named and commitment.area is None and linked.claim.type in UNPLACED,
    )


def is_country(link: Link) -> bool:
    """Say whether a place is a whole country."""
    return bool(link.pin and link.pin.precision >= REGION and link.name and country_named(link.name))


def is_whole(link: Link) -> bool:
    """Say whether a place is a country as a whole: "Libya", not "eastern Libya"."""
    return is_country(link) and not PART.search(link.words)


def within(link: Link, commitment: Commitment) -> bool:
    """Say whether a place lies in the theatre; a whole country lies in no stretch of ground."""
    pin, area = link.pin, commitment.area
    if pin is None or pin.country not in commitment.countries:
        return False
    return area is None or (area.holds(pin.lat, pin.lon) and not is_country(link))


def beyond(link: Link, commitment: Commitment) -> bool:
    """Say whether a place surely lies outside; a country around a stretch of ground may mean either."""
    pin = link.pin
    if pin is None or not pin.country or within(link, commitment):
        return False
    return pin.country not in commitment.countries or not is_country(link)


def of_theatre(actor: Actor | None, commitment: Commitment) -> bool:
    """Say whether an actor belongs to a country of the theatre."""
    return actor is not None and actor.country in commitment.countries and commitment.area is None


def title_speaks_of(report: Report | None, commitment: Commitment) -> bool:
    """Say whether a report's title names a country of the theatre, and no other one as a place ("in Syria")."""
    return report is not None and names_country(report.title or "", commitment.countries)


@lru_cache(maxsize=4096)
def names_country(title: str, codes: tuple[str, ...]) -> bool:
    """Say whether a title has the name or adjective of one of the countries, and no other one after "in" or "to"."""
    goals = (country_named(goal) for goal in GOAL.findall(title))
    if any(country and country.iso2 not in codes for country in goals):
        return False
    ours = [country for country in countries() if country.iso2 in codes]
    names = {name for country in ours for name in (country.name, *country.aliases, *country.demonyms)}
    return any(re.search(rf"\b{re.escape(name)}\b", title) for name in names)


def plays_in(here: Playing) -> bool:
    """In it: a place of it, or its side or title where the sentence names no place."""
    if "place" in here.inside or "to" in here.inside:
        return True
    return not here.placed and (here.sided or here.titled)


def plays_open(here: Playing) -> bool:
    """In it, outside of bases: a unit in its base is where it should be."""
    return plays_in(here) and not (here.placed and here.inside & {"place", "to"} <= here.sites)


def plays_into(here: Playing) -> bool:
    """Into it: to or at a place of it, or to join its side, and neither from a place of it nor to one outside."""
    if "from" in here.inside or ("to" in here.outside and "to" not in here.inside):
        return False
    return "to" in here.inside or "place" in here.inside or here.sided


def plays_toward(here: Playing) -> bool:
    """For it: to a place of it, at one, or for its side, and not to one outside alone."""
    if "to" in here.outside and "to" not in here.inside:
        return False
    return here.sided or bool(here.inside & {"to", "place"})


def plays_out(here: Playing) -> bool:
    """Out of it: from it to a place outside, or from the whole of it with no goal named; never to a place of it."""
    if "to" in here.inside or ("from" in here.outside and "from" not in here.inside):
        return False
    if "to" in here.outside:
        return bool(here.inside)
    return "from" in here.wide or here.by_title


def plays_stay(here: Playing) -> bool:
    """Not out of it: at or from any place of it, or with no place where the title speaks of it."""
    return bool(here.inside & {"from", "place"}) or here.by_title


def plays_import(here: Playing) -> bool:
    """Goods into it: from outside, or to it as a whole."""
    if not plays_into(here):
        return False
    return "from" in here.outside or bool(here.whole & {"to", "place"})


def plays_export(here: Playing) -> bool:
    """Goods out of it: from a place of it to one outside."""
    return "from" in here.inside and bool(here.outside & {"to", "place"})


WAYS: dict[str, Callable[[Playing], bool]] = {
    "in": plays_in,
    "open": plays_open,
    "into": plays_into,
    "toward": plays_toward,
    "out": plays_out,
    "stay": plays_stay,
    "import": plays_import,
    "export": plays_export,
}
