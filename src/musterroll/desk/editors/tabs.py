"""The views of a queue: each a filter with how much it keeps, narrowed by what the address asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Wanted = TypeVar("Wanted")


@dataclass(frozen=True)
class Tab(Generic[Wanted]):
    """One view of a queue: its name, the filter behind it, and how much it has."""

    name: str
    wanted: Wanted
    count: int


def tabs_of(views: Mapping[str, Wanted], count: Callable[[Wanted], int]) -> list[Tab[Wanted]]:
    """Return the views of a queue with their counts."""
    return [Tab(name, wanted, count(wanted)) for name, wanted in views.items()]


def known(said: str | None, words: tuple[str, ...]) -> str | None:
    """Return a word if it is one of those known."""
    return said if said in words else None
