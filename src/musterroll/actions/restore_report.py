"""Restore a report: its retraction is taken back."""

from musterroll.actions.act import EDITORS, Act, Done, perform
from musterroll.records import Person

ACT = Act("restore_report", "restore", "report", EDITORS)


def restore_report(report: str, *, by: Person, why: str, at: str | None = None) -> Done:
    """Let a retracted report and its claims count again.

    `report` is its id. Raises what `perform` raises.
    """
    return perform(ACT, report, by, why, at)
