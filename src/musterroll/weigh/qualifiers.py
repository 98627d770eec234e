"""Qualifiers: how a number, or two bounds, are to be read."""

from collections.abc import Collection

from musterroll.records import Quantity


def qualifier_of(figure: Quantity) -> str:
    """Return how one figure is to be read, one of QUALIFIERS."""
    if figure.max is None:
        return "at least"
    if figure.min is None:
        return "up to"
    if figure.approximate:
        return "about"
    return "exactly" if figure.min == figure.max else "between"


def joined_qualifier(low: int | None, high: int | None, stated: Collection[str], open_top: bool) -> str | None:
    """Return how the bounds over several figures are to be read; None where there is no bound.

    `stated` are the qualifiers of the figures; `open_top` says that the highest of them is an "at least".
    """
    if low is None and high is None:
        return None
    if open_top or high is None:
        return "at least"
    if low is None:
        return "up to"
    if low == high:
        return "exactly" if set(stated) == {"exactly"} else "about"
    return "about" if set(stated) == {"about"} else "between"
