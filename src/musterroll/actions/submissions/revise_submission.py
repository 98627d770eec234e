"""Revise a submission: editors change its text; of what is published readers are told what was changed, and why."""

from musterroll.actions.act import EDITORS, Act
from musterroll.actions.submissions.step import step
from musterroll.records import Manuscript, Person, SubmissionFile

ACT = Act("revise_submission", "revision", "submission", EDITORS)


def revise_submission(
    number: str, manuscript: Manuscript, *, by: Person, why: str, at: str | None = None
) -> SubmissionFile:
    """Put a new text in place of the one before, which is kept; `why` says what was changed.

    Raises what `step` raises; ActRefused too where it is the same text, or a report that the ledger has.
    """
    return step(ACT, number, by, why, at, manuscript=manuscript)
