"""Origins: the claims of one matter by who first had them, and what each of them says of the number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from musterroll.records import Chain, Origin, Quantity
from musterroll.reference.packs import Packs
from musterroll.weigh.interests import Voice, interest_of, voice_of
from musterroll.weigh.qualifiers import qualifier_of
from musterroll.weigh.weighed import Weighed
from musterroll.weigh.words import folded


@dataclass(frozen=True)
class Told:
    """One origin and its claims, the earliest first; `key` is None where the origin is not known."""

    key: str | None
    voice: Voice
    claims: tuple[Weighed, ...]

    @property
    def figured(self) -> Weighed | None:
        """The earliest claim with a figure: what this origin says; later figures of copies are drift."""
        return next((claim for claim in self.claims if claim.figure), None)

    @property
    def figure(self) -> Quantity | None:
        """The number that this origin gives."""
        return self.figured.figure if self.figured else None


def told_by(claims: Sequence[Weighed], packs: Packs) -> tuple[Told, ...]:
    """Return the origins of claims that stand in order: the known first, both by their first claim.

    Two ways to name one actor of the packs are one origin. An unknown origin is that of one statement and its copies.
    """
    groups: dict[tuple[bool, str], list[Weighed]] = defaultdict(list)
    voices: dict[tuple[bool, str], Voice] = {}
    for claim in claims:
        voice = voice_of(claim, packs)
        key = origin_key(claim.chain, voice)
        groups[key].append(claim)
        voices.setdefault(key, voice)
    found = [
        Told(None if unknown else key, voices[unknown, key], tuple(group)) for (unknown, key), group in groups.items()
    ]
    return tuple(sorted(found, key=lambda told: told.key is None))


def origin_key(chain: Chain, voice: Voice) -> tuple[bool, str]:
    """Return what origins are told apart by: the actor, else the name; the first claim where neither is known."""
    if chain.origin is None:
        return True, chain.first
    return False, voice.actor or folded(chain.origin)


def origin_record(told: Told, packs: Packs) -> Origin:
    """Return the record of one origin; its interest is that of its first claim's day."""
    first, figure = told.claims[0], told.figure
    return Origin(
        name=first.chain.origin,
        interest=interest_of(told.voice, first, packs),
        claims=tuple(claim.id for claim in told.claims),
        first=next((claim.day for claim in told.claims if claim.day), None),
        min=figure.min if figure else None,
        max=figure.max if figure else None,
        qualifier=qualifier_of(figure) if figure else None,
        reason=first.chain.reason if first.chain.origin is None else None,
    )


def independent(first: Told, second: Told) -> bool:
    """Say whether two origins are known and differ."""
    return first.key is not None and second.key is not None and first.key != second.key


def known(told: Iterable[Told]) -> list[Told]:
    """Return the origins that are known."""
    return [one for one in told if one.key is not None]
