"""Bounds: the lowest and the highest number over the origins, and the claims that state them.

One origin counts once, under each of its names. Where one says "at least 20,000" and another "15,000", the highest
figure is 20,000 and the bounds read "at least"; a denial that contests a number makes the lowest 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from musterroll.records import Quantity
from musterroll.weigh.origins import Told
from musterroll.weigh.qualifiers import joined_qualifier, qualifier_of
from musterroll.weigh.weighed import Weighed


@dataclass(frozen=True)
class Bounds:
    """The bounds of a finding, how they are to be read, and the claims that each rests on."""

    min: int | None = None
    max: int | None = None
    qualifier: str | None = None
    min_claims: tuple[str, ...] = ()
    max_claims: tuple[str, ...] = ()


def bounds_of(told: Sequence[Told], denials: Sequence[Weighed]) -> Bounds:
    """Return the bounds over origins; `denials` are those that contest the number."""
    figures = [figure for one in told for figure in one.figures]
    if not figures:
        return Bounds()
    low, high = lowest(figures), highest(figures)
    open_top = all_below(figures, high) or (bool(denials) and high is None)
    if denials:
        high = highest(figures) if highest(figures) is not None else max(f.min for f in figures if f.min is not None)
        low = 0
    return Bounds(
        low,
        high,
        joined_qualifier(
            low, high, {qualifier_of(figure) for figure in figures} | set(["exactly"] if denials else []), open_top
        ),
        tuple(one.id for one in denials) if denials else stating(told, low),
        stating(told, high),
    )


def lowest(figures: Sequence[Quantity]) -> int | None:
    """Return the lowest figure that anybody gives, where anybody bounds the number below.

    An "up to" may be lower than that, and is then the lowest.
    """
    lower = [figure.min for figure in figures if figure.min is not None]
    ceilings = [figure.max for figure in figures if figure.min is None and figure.max is not None]
    return min((*lower, *ceilings)) if lower else None


def highest(figures: Sequence[Quantity]) -> int | None:
    """Return the highest figure that anybody gives, where anybody bounds the number above.

    An "at least" may be higher than that, and is then the highest.
    """
    upper = [figure.max for figure in figures if figure.max is not None]
    floors = [figure.min for figure in figures if figure.max is None and figure.min is not None]
    return max((*upper, *floors)) if upper else None


def all_below(figures: Sequence[Quantity], high: int | None) -> bool:
    """Say whether the highest figure is an "at least", so that the number may be higher still."""
    return high is not None and any(figure.max is None and figure.min == high for figure in figures)


def stating(told: Sequence[Told], bound: int | None) -> tuple[str, ...]:
    """Return the claims in which the origins state a bound: every claim of theirs that has it, not the first alone."""
    if bound is None:
        return ()
    return tuple(
        claim.id
        for one in told
        if any(bound in (figure.min, figure.max) for figure in one.figures)
        for claim in one.claims
        if claim.figure and bound in (claim.figure.min, claim.figure.max)
    )
