"""Take back related: what an editor confirmed of two reports is taken back."""

from musterroll.actions.act import EDITORS, Act
from musterroll.actions.relations.say import say
from musterroll.records import Person, Relation

ACT = Act("take_back_related", "take back", "report", EDITORS)


def take_back_related(report: str, other: str, *, by: Person, why: str, at: str | None = None) -> Relation:
    """Have neither of two reports (ids) name the other as confirmed any more; what the ledger suggests stays.

    Raises what `say` raises.
    """
    return say(ACT, report, other, by, why, at)
