"""Retract a report: nothing that it says counts any more, as if it had never been read."""

from musterroll.actions.act import EDITORS, Act, Done, perform
from musterroll.records import Person

ACT = Act("retract_report", "retract", "report", EDITORS)


def retract_report(report: str, *, by: Person, why: str, at: str | None = None) -> Done:
    """Take a report and all its claims out of everything that is derived; the evidence stays.

    `report` is its id. Raises what `perform` raises.
    """
    return perform(ACT, report, by, why, at)
