"""Judgements: what people say beside the evidence. Superseded, never erased. And the notices that follow from them."""

from dataclasses import dataclass
from functools import cached_property

from musterroll.records.identity import content_id

DEEDS = ("confirm", "mend", "reject", "reopen", "retract", "restore", "merge", "part")
SUBJECTS = ("claim", "report", "actor")
UNDONE_BY = {"confirm": "reopen", "mend": "reopen", "reject": "reopen", "retract": "restore", "merge": "part"}
MENDABLE = (
    "type", "polarity", "modality", "measure", "min", "max", "force", "by", "side", "place", "from", "to", "source",
    "first_day", "last_day",
)  # fmt: skip
CLASSES = ("corrected", "withdrawn", "refiled", "held", "declined")


@dataclass(frozen=True)
class Judgement:
    """One act of a person on a claim, a report or an actor.

    `deed`: "confirm", "mend" or "reject" a claim ("reopen" takes any of them back); "retract" a report ("restore"
    takes it back); "merge" an actor into another ("part" takes it back). `by` is who, `at` when (ISO 8601 with its
    offset), `why` the reason in words, never empty. `what` holds a mend's (field, value) pairs, fields from MENDABLE,
    value "" for unknown; a merge's is (("into", id),). `before` is the judgement that this one supersedes, if any.
    """

    deed: str
    subject_kind: str
    subject: str
    by: str
    at: str
    why: str
    what: tuple[tuple[str, str], ...] = ()
    before: str | None = None

    @cached_property
    def id(self) -> str:
        """The judgement's id: a hash of all that it says."""
        pairs = [list(pair) for pair in self.what]
        return content_id([self.deed, self.subject_kind, self.subject, self.by, self.at, self.why, pairs, self.before])


@dataclass(frozen=True)
class Whole:
    """The record of which a notice keeps a part: a hash of all of it, and how many it had of each (name, number)."""

    hash: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Notice:
    """What a judgement changed: one finding or holding, before → after as JSON text (None: it was not there).

    `cause` is the judgement's id. Where it was there before and is after, the rows of `before` (claims, reports,
    evidence …) hold what `after` has not, and the other way round; `had` and `has` tell of the whole records. Where it
    came or went, and in notices of earlier versions, the record is whole, and `had` and `has` are None.
    A notice is kept for ever, at the address of what it is about.
    """

    cause: str
    subject_kind: str
    subject: str
    before: str | None
    after: str | None
    had: Whole | None = None
    has: Whole | None = None

    @cached_property
    def id(self) -> str:
        """The notice's id."""
        return content_id([self.cause, self.subject_kind, self.subject, self.before, self.after])
