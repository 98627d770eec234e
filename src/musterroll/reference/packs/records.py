"""What a pack holds: frozen records, and the row of several packs that a run uses."""

from dataclasses import dataclass, replace
from functools import cached_property

ACTOR_KINDS = (
    "state", "government", "state-force", "armed-group", "private-military-company", "international-body",
    "peacekeepers", "monitor", "person", "company", "aggregate",
)  # fmt: skip
SITE_KINDS = (
    "air-base", "airport", "naval-base", "helicopter-base", "garrison", "camp", "oil-field-base", "port", "crossing",
)  # fmt: skip
OUTLET_KINDS = ("outlet", "agency")
PRECISIONS = ("site", "harbour", "town")
BASES = ("page", "know")


@dataclass(frozen=True)
class Sponsor:
    """Who pays, arms or commands an actor, since and until when (YYYY, YYYY-MM or YYYY-MM-DD; None where unknown).

    `actor` is an id of the packs, or None where the sponsor is known in `words` only.
    """

    actor: str | None
    words: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Actor:
    """A state, force, group, body or person. `basis` is "page" (`source_url` says it) or "know" (not looked up).

    `names` hold every way to write it that means it alone, Arabic ones among them; `weak` ones count only beside a
    word or a name that says what is meant. `country` is ISO 3166 alpha-2 or None, `side` the pack's word for a camp.
    `theatre` is the country that the names of an aggregate are about: "foreign forces" means this one there alone.
    """

    id: str
    name: str
    kind: str
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()
    country: str | None = None
    side: str | None = None
    theatre: str | None = None
    sponsors: tuple[Sponsor, ...] = ()
    wikidata: str | None = None
    basis: str = "page"
    source_url: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Site:
    """A base, airport, port or camp; `weak` names are those of the town beside it."""

    id: str
    name: str
    kind: str
    country: str
    lat: float
    lon: float
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()
    precision: str = "site"
    source_url: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class PackOutlet:
    """Who publishes ("outlet") or whose wire it is ("agency"); `interest` says who owns it or whom it favours."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    country: str | None = None
    interest: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class StatedReservation:
    """What a bound party or a sponsor of one holds against a commitment, in words, as a page has it."""

    who: str
    words: str
    source_url: str


@dataclass(frozen=True)
class Area:
    """A stretch of ground in degrees: what lies between two parallels and two meridians."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, lat: float, lon: float) -> bool:
        """Say whether a point lies in it."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


@dataclass(frozen=True)
class EvidenceKind:
    """A kind of evidence in the pack's words; `kind` is the one that `hold` looks for, None where it looks for none."""

    words: str
    kind: str | None = None


@dataclass(frozen=True)
class Commitment:
    """A clause with who is bound and until when.

    `bound` are actor ids, `bound_words` those whom the text names as a class ("all UN member states"). `unverified`
    says that the clause's number was not looked up in the text itself. `duties` (see `duties.py`) are what it asks,
    `about` the forces it asks it of (ids, words of ABOUT_WORDS, or "word:mercenaries"), `countries` and `area` where.
    `ends` says that `until` is the day the duty ends, not one by which it must be done. `verifiers` are the actors
    whose word counts as verified.
    """

    id: str
    instrument: str
    theatre: str
    clause: str
    unverified: bool
    obligation: str
    bound: tuple[str, ...]
    bound_words: tuple[str, ...]
    since: str
    until: str | None = None
    evidence_for: tuple[EvidenceKind, ...] = ()
    evidence_against: tuple[EvidenceKind, ...] = ()
    source_url: str | None = None
    note: str | None = None
    duties: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    area: Area | None = None
    ends: bool = False
    verifiers: tuple[str, ...] = ()
    reservations: tuple[StatedReservation, ...] = ()


@dataclass(frozen=True)
class Pack:
    """One pack: its id, title, the packs it builds on, and what it holds."""

    id: str
    title: str
    needs: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    sites: tuple[Site, ...] = ()
    outlets: tuple[PackOutlet, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    cues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hedges: tuple[str, ...] = ()

    def counts(self) -> dict[str, int]:
        """Return how many of each thing the pack holds."""
        return {
            "actors": len(self.actors),
            "sites": len(self.sites),
            "outlets and agencies": len(self.outlets),
            "commitments": len(self.commitments),
            "cue and hedge words": sum(len(words) for _, words in self.cues) + len(self.hedges),
        }


@dataclass(frozen=True, eq=False)
class Packs:
    """Several packs in a row; where two know one actor, the later adds to the earlier. Equal only to itself."""

    packs: tuple[Pack, ...]

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Every actor by its id."""
        found: dict[str, Actor] = {}
        for pack in self.packs:
            for actor in pack.actors:
                known = found.get(actor.id)
                found[actor.id] = merged(known, actor) if known else actor
        return found

    @cached_property
    def sites(self) -> dict[str, Site]:
        """Every site by its id; a later pack's word holds."""
        return {site.id: site for pack in self.packs for site in pack.sites}

    @cached_property
    def outlets(self) -> dict[str, PackOutlet]:
        """Every outlet and agency by its id; a later pack's word holds."""
        return {outlet.id: outlet for pack in self.packs for outlet in pack.outlets}

    @cached_property
    def outlets_by_host(self) -> dict[str, PackOutlet]:
        """Every outlet and agency by each of its hosts."""
        return {host: outlet for outlet in self.outlets.values() for host in outlet.hosts}

    @cached_property
    def commitments(self) -> dict[str, Commitment]:
        """Every commitment by its id."""
        return {commitment.id: commitment for pack in self.packs for commitment in pack.commitments}


def merged(first: Actor, later: Actor) -> Actor:
    """Return an actor with what a later pack adds: names, side, sponsors; its kind and country stay."""
    return replace(
        first,
        names=tuple(dict.fromkeys((*first.names, later.name, *later.names))),
        weak=tuple(dict.fromkeys((*first.weak, *later.weak))),
        arabic=tuple(dict.fromkeys((*first.arabic, *later.arabic))),
        side=later.side or first.side,
        sponsors=(*first.sponsors, *later.sponsors),
        note=later.note or first.note,
    )
