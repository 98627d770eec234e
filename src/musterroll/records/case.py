"""Cases: what readers say is wrong, the thread that follows, and the correction that comes of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from musterroll.records.identity import content_id
from musterroll.records.judgement import Judgement, Notice
from musterroll.records.thread import NOBODY, Contact, Draft, Sent, Step, Thread, newest

CASE_KINDS = ("finding", "report", "claim", "commitment", "opinion", "general")
CASE_PARTS = ("number", "force", "place", "day", "source", "copy", "text", "other")
CASE_STATES = ("received", "claimed", "proposed", "decided")
CASE_EVENTS = (
    "received", "claimed", "left", "comment", "message", "reply", "proposal", "held", "released", "decided", "reopened",
)  # fmt: skip
PUBLIC_EVENTS = ("received", "claimed", "message", "reply", "held", "released", "decided", "reopened")
STEPS = ("mend", "reject", "reopen", "retract", "restore", "note")
VERDICTS_ON_CASES = ("accepted", "adjusted", "declined")
OUTCOME_OF = {
    "mend": "corrected", "reject": "withdrawn", "reopen": "corrected", "retract": "withdrawn", "restore": "corrected",
    "note": "refiled",
}  # fmt: skip
DUE_DAYS, HARM_DUE_DAYS = 5, 2


@dataclass(frozen=True)
class CaseAbout:
    """What a case is about, as its reader saw it.

    `kind` is one of CASE_KINDS and `id` the thing's id ("" for "general"); `title`, `sentence` and `figure` are the
    words and the figure that the page showed when the case was sent, kept so that the thread can be read later.
    """

    kind: str
    id: str
    title: str
    sentence: str | None = None
    figure: str | None = None

    @property
    def key(self) -> str:
        """Kind and id in one: "finding:1f…", "general"."""
        return f"{self.kind}:{self.id}" if self.id else self.kind


@dataclass(frozen=True)
class CaseDraft(Draft):
    """What a reader sends: `part` says what about the thing is wrong (CASE_PARTS), `evidence` is an address.

    `harm` says that it may harm somebody. `queue` is "strict" where nothing shows that a person sent it. `token` is
    the form's: what is sent twice with the same token and the same words is one case.
    """

    about: CaseAbout
    part: str
    wrong: str
    right: str
    token: str
    evidence: str | None = None
    harm: bool = False
    queue: str = "open"
    contact: Contact = NOBODY

    @cached_property
    def content(self) -> str:
        """A hash of what is said, whoever says it."""
        return content_id([self.about.key, self.part, self.wrong, self.right, self.evidence, self.harm])


@dataclass(frozen=True)
class Case(Sent):
    """A case as it was received; nothing of it changes later. `received` is ISO 8601 with its offset, `due` a day."""

    number: str
    about: CaseAbout
    part: str
    wrong: str
    right: str
    received: str
    due: str
    evidence: str | None = None
    harm: bool = False
    queue: str = "open"


@dataclass(frozen=True)
class Proposal:
    """A diff: one step of STEPS done to subjects of one kind, with the fields of a mend and their new values.

    A "note" has no subjects: what was wrong stands outside the ledger (an opinion, the words of a page).
    """

    step: str
    subject_kind: str = ""
    subjects: tuple[str, ...] = ()
    what: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Decision:
    """What was decided: `verdict`, the correction's class `outcome`, and the judgements (ids) that carry it out.

    `wrong` and `right` are the editors' public words; for a case that is declined `wrong` is empty.
    """

    verdict: str
    outcome: str
    wrong: str
    right: str
    proposal: Proposal | None = None
    judgements: tuple[str, ...] = ()


@dataclass(frozen=True)
class CaseEvent(Step):
    """One step of a case's thread: a kind of CASE_EVENTS, when, by whom ("" for the reader), and words.

    Comments, proposals and who has the case are the editors' own; PUBLIC_EVENTS are shown to the reader.
    """

    case: str
    kind: str
    at: str
    by: str
    words: str = ""
    proposal: Proposal | None = None
    decision: Decision | None = None

    @property
    def number(self) -> str:
        """The case's number."""
        return self.case


@dataclass(frozen=True)
class Hold:
    """A thing that a case marks as held while it is checked: its kind and id, the case's number, and since when.

    `why` is the editors' public reason, `until` when the hold ended (None: it holds now), `report` the report of a
    claim that is held. Moments are ISO 8601 with their offset.
    """

    kind: str
    id: str
    case: str
    since: str
    why: str
    until: str | None = None
    report: str | None = None

    @property
    def turned(self) -> str:
        """When it began or ended, whichever came last."""
        return self.until or self.since


@dataclass(frozen=True)
class CaseFile(Thread[Case, CaseEvent]):
    """A case with its thread; reopened, it begins anew."""

    case: Case
    events: tuple[CaseEvent, ...]

    steps = CASE_EVENTS
    public = PUBLIC_EVENTS
    anew = ("received", "reopened")

    @property
    def sent(self) -> Case:
        """The case as it was received."""
        return self.case

    @property
    def state(self) -> str:
        """One of CASE_STATES."""
        if self.decision:
            return "decided"
        if self.proposal:
            return "proposed"
        return "claimed" if self.claimed_by else "received"

    @property
    def held(self) -> bool:
        """Whether what it is about is held while it is checked."""
        turn = self.last("held", "released", "decided")
        return turn is not None and turn.kind == "held" and not self.decision

    @property
    def proposal(self) -> Proposal | None:
        """The diff that was proposed last."""
        return newest(event.proposal for event in self.open_events if event.kind == "proposal")

    @property
    def decision(self) -> Decision | None:
        """What was decided, if it is."""
        return newest(event.decision for event in self.open_events)

    @property
    def closed_at(self) -> str | None:
        """When it was decided."""
        return newest(event.at for event in self.open_events if event.decision)

    @property
    def logged_at(self) -> str | None:
        """When it came into the public log: when it was decided, else since when it is or was held this time."""
        held = self.hold.since if self.hold and (self.held or self.released_at) else None
        return self.closed_at or held

    @property
    def released_at(self) -> str | None:
        """When the hold ended, where it was held since it was received or reopened and nothing is decided."""
        turn = self.last("held", "released", "decided")
        return turn.at if turn and turn.kind == "released" else None

    @property
    def hold(self) -> Hold | None:
        """The last hold of what it is about, ended or not; None where it never was held."""
        starts = [n for n, event in enumerate(self.events) if event.kind == "held"]
        if not starts:
            return None
        begun, later = self.events[starts[-1]], self.events[starts[-1] + 1 :]
        ends = [event.at for event in later if event.kind in ("released", "decided")]
        about = self.case.about
        return Hold(about.kind, about.id, self.case.number, begun.at, begun.words, ends[0] if ends else None)

    @property
    def outcome(self) -> str | None:
        """The class of its correction: the decision's, "held" while it is held, else None."""
        if self.decision:
            return self.decision.outcome
        return "held" if self.held else None

    def overdue(self, today: str) -> bool:
        """Whether its day has passed, undecided; `today` is YYYY-MM-DD."""
        return self.decision is None and self.case.due < today


@dataclass(frozen=True)
class Correction:
    """An entry of the public log: a case that was decided or is held, or an editor's judgement without a case.

    `id` is the case's number, or the judgement's id. `outcome` is one of CLASSES. `subject_kind` and `subject` say
    where it was mended; `judgements` what was done, `notices` what changed with it: who relied on it. `until` is set
    where the class is "held" and the hold has ended undecided.
    """

    id: str
    at: str
    outcome: str
    subject_kind: str
    subject: str
    wrong: str
    right: str
    case: str | None = None
    title: str | None = None
    judgements: tuple[Judgement, ...] = ()
    notices: tuple[Notice, ...] = ()
    until: str | None = None


def due_day(received: str, harm: bool = False) -> str:
    """Return the day by which a case is to be decided; `received` is ISO 8601."""
    days = HARM_DUE_DAYS if harm else DUE_DAYS
    return (date.fromisoformat(received[:10]) + timedelta(days=days)).isoformat()
