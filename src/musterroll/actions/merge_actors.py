"""Merge actors: two ids that turn out to mean one are weighed as one."""

from musterroll.actions.act import EDITORS, Act, Done, perform
from musterroll.records import Person

ACT = Act("merge_actors", "merge", "actor", EDITORS)


def merge_actors(actor: str, into: str, *, by: Person, why: str, at: str | None = None) -> Done:
    """Let `into` stand wherever `actor` was linked, both ids of actors.

    Raises what `perform` raises; ActRefused too where an actor would be merged into itself or in a circle.
    """
    return perform(ACT, actor, by, why, at, {"into": into})
