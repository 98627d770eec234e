"""Comment on a case: a note for the other editors, which the reader never sees."""

from musterroll.actions.act import REVIEWERS, Act
from musterroll.actions.cases.step import step
from musterroll.records import CaseFile, Person

ACT = Act("comment_case", "comment", "case", REVIEWERS)


def comment_case(number: str, *, by: Person, why: str, at: str | None = None) -> CaseFile:
    """Add a note to the thread; `why` is the note.

    Raises what `step` raises.
    """
    return step(ACT, number, by, why, at)
