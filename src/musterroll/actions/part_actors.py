"""Part actors: a merge is taken back."""

from musterroll.actions.act import EDITORS, Act, Done, perform
from musterroll.records import Person

ACT = Act("part_actors", "part", "actor", EDITORS)


def part_actors(actor: str, *, by: Person, why: str, at: str | None = None) -> Done:
    """Let an actor that was merged into another stand for itself again.

    `actor` is its id. Raises what `perform` raises.
    """
    return perform(ACT, actor, by, why, at)
