"""What can be asked of submissions, and what filing one gives."""

from dataclasses import dataclass

from musterroll.records import Submission


@dataclass(frozen=True)
class SubmissionFilter:
    """Submissions by where they stand; `open` keeps those that wait for somebody. None asks nothing."""

    kind: str | None = None
    state: str | None = None
    open: bool | None = None
    queue: str | None = None
    claimed_by: str | None = None


@dataclass(frozen=True)
class Handed:
    """A submission that was filed and the secret of its link; `again` says that it had been filed before."""

    submission: Submission
    secret: str
    again: bool = False
