"""Origins: the claims of one matter by who first had them, and what each of them says of the number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from musterroll.records import Origin, Quantity
from musterroll.reference.packs import Packs
from musterroll.weigh.interests import interest_of
from musterroll.weigh.qualifiers import qualifier_of
from musterroll.weigh.voices import NAMED_KINDS, Voice
from musterroll.weigh.weighed import Weighed
from musterroll.weigh.words import content_of, folded, names_somebody


@dataclass(frozen=True)
class Told:
    """One origin and its claims, the earliest first; `key` is None where the origin is not known.

    `figured` is the earliest claim with a figure: what this origin says, once for each name it is known under. Later
    figures are drift.
    """

    key: str | None
    voice: Voice
    claims: tuple[Weighed, ...]
    figured: tuple[Weighed, ...]

    @cached_property
    def names(self) -> frozenset[frozenset[str]]:
        """What its claims call whoever said it, the medium aside, in content words; names of one word are left out."""
        said = {self.voice.name or ""} | {source for claim in self.claims if (source := source_of(claim))}
        return frozenset(words for name in said if len(words := content_of(name)) > 1)

    @property
    def figure(self) -> Quantity | None:
        """The number that this origin gives first."""
        return self.figured[0].figure if self.figured else None

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """The numbers that this origin gives, one for each of its names."""
        return tuple(claim.figure for claim in self.figured if claim.figure)


def told_by(claims: Sequence[Weighed]) -> tuple[Told, ...]:
    """Return the origins of claims that stand in order: the known first, both by their first claim.

    Two ways to name one source are one origin: one actor of the packs, or a name that another holds in full ("UN
    experts", "the UN Panel of Experts"), be it heard through two media; the United Nations and their envoy are one too.
    An unknown origin is that of one statement and its copies.
    """
    groups: dict[tuple[bool, str], list[Weighed]] = defaultdict(list)
    for claim in claims:
        groups[origin_key(claim)].append(claim)
    known = [made(key, group[0].voice, group) for (unknown, key), group in groups.items() if not unknown]
    open_ = [made(None, group[0].voice, group) for (unknown, _), group in groups.items() if unknown]
    return (*united(known), *open_)


def made(key: str | None, voice: Voice, claims: Sequence[Weighed]) -> Told:
    """Return an origin of claims that stand in order."""
    return Told(key, voice, tuple(claims), tuple([claim for claim in claims if claim.figure][:1]))


def united(told: Sequence[Told]) -> list[Told]:
    """Return known origins with those that are one put together, in order."""
    if len(told) < 2:
        return list(told)
    rows: list[list[Told]] = []
    for one in told:
        same = [row for row in rows if any(alike(one, other) for other in row)]
        rows = [row for row in rows if row not in same] + [[*(other for row in same for other in row), one]]
    return sorted(map(together, rows), key=lambda one: one.claims[0].order)


def together(row: Sequence[Told]) -> Told:
    """Return one origin of several; it bears the name of a source before that of a medium, the fullest of them."""
    voice = min(row, key=lambda one: (one.voice.kind not in NAMED_KINDS, -fullness(one), one.claims[0].order))
    claims = sorted((claim for one in row for claim in one.claims), key=lambda claim: claim.order)
    figured = sorted((claim for one in row for claim in one.figured), key=lambda claim: claim.order)
    return Told(voice.key, voice.voice, tuple(claims), tuple(figured))


def fullness(told: Told) -> int:
    """Return how many words of the name of an origin tell it from others."""
    return len(content_of(told.voice.name or ""))


def alike(one: Told, other: Told) -> bool:
    """Say whether two known origins are one: the same key, one's body the other, or a name that holds another."""
    of = one.key in other.voice.bodies or other.key in one.voice.bodies
    return of or one.key == other.key or any(a <= b or b <= a for a in one.names for b in other.names)


def source_of(claim: Weighed) -> str | None:
    """Return what a claim calls its source, where that names somebody."""
    words = next((link.words for link in claim.linked.links if link.role == "source" and link.kind == "actor"), "")
    return words if names_somebody(words) else None


def origin_key(claim: Weighed) -> tuple[bool, str]:
    """Return what origins are told apart by: the actor, else the name; the first claim where neither is known."""
    if claim.voice.name is None:
        return True, claim.chain.first
    return False, claim.voice.actor or folded(claim.voice.name)


def origin_record(told: Told, packs: Packs) -> Origin:
    """Return the record of one origin; its interest is that of its first claim's day."""
    first, figure = told.claims[0], told.figure
    return Origin(
        name=told.voice.name,
        interest=interest_of(told.voice, voiced(told), packs),
        claims=tuple(claim.id for claim in told.claims),
        first=next((claim.day for claim in told.claims if claim.day), None),
        min=figure.min if figure else None,
        max=figure.max if figure else None,
        qualifier=qualifier_of(figure) if figure else None,
        reason=first.chain.reason if told.key is None else None,
    )


def voiced(told: Told) -> Weighed:
    """Return the first claim that has its origin's own name."""
    own = (claim for claim in told.claims if claim.voice.name == told.voice.name)
    return next(own, told.claims[0])


def independent(first: Told, second: Told) -> bool:
    """Say whether two origins are known and differ."""
    return first.key is not None and second.key is not None and not alike(first, second)


def known(told: Iterable[Told]) -> list[Told]:
    """Return the origins that are known."""
    return [one for one in told if one.key is not None]
