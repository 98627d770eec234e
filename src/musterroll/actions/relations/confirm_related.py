"""Confirm related: an editor says that two reports belong together, suggested or not."""

from musterroll.actions.act import EDITORS, Act
from musterroll.actions.relations.say import say
from musterroll.records import Person, Relation

ACT = Act("confirm_related", "confirm", "report", EDITORS)


def confirm_related(report: str, other: str, *, by: Person, why: str, at: str | None = None) -> Relation:
    """Have each of two reports (ids) name the other as one to read beside it; `why` is shown to readers.

    Raises what `say` raises.
    """
    return say(ACT, report, other, by, why, at)
