"""Relations: what editors said of two reports that a reader may read beside each other. The latest word holds."""

from dataclasses import dataclass
from functools import cached_property

from musterroll.records.identity import content_id

RELATION_DEEDS = ("confirm", "take back")


@dataclass(frozen=True)
class Relation:
    """One word of an editor on two reports.

    `deed`: "confirm" that they belong together, or "take back" that they do. `reports` are the two ids, the lesser
    first, so that a word on A and B is one on B and A. `by` is who, `at` when (ISO 8601 with its offset), `why` the
    reason in words, never empty. `before` is the id of the word on the same two that this one supersedes, if any.
    """

    deed: str
    reports: tuple[str, str]
    by: str
    at: str
    why: str
    before: str | None = None

    @cached_property
    def id(self) -> str:
        """The relation's id: a hash of all that it says."""
        return content_id([self.deed, *self.reports, self.by, self.at, self.why, self.before])

    @property
    def holds(self) -> bool:
        """Whether the two belong together by this word."""
        return self.deed == "confirm"

    def other_than(self, report: str) -> str:
        """Return the other of the two reports."""
        first, second = self.reports
        return second if report == first else first
