"""Submissions: op-eds and reports that readers send in, the steps of their review, and what is published of them."""

from dataclasses import dataclass
from functools import cached_property

from musterroll.records.identity import content_id
from musterroll.records.thread import NOBODY, Contact, Draft, Sent, Step, Thread, newest

SUBMISSION_KINDS = ("opinion", "report")
SUBMISSION_STATES = (
    "submitted", "in review", "changes asked", "accepted", "declined", "published", "withdrawn",
)  # fmt: skip
SUBMISSION_EVENTS = (
    "submitted", "claimed", "left", "comment", "approval", "message", "reply", "changes asked", "version", "revision",
    "accepted", "declined", "published", "withdrawn", "reopened",
)  # fmt: skip
PUBLIC_SUBMISSION_EVENTS = (
    "submitted", "claimed", "message", "reply", "changes asked", "version", "revision", "accepted", "declined",
    "published", "withdrawn", "reopened",
)  # fmt: skip
SETTLING = ("changes asked", "accepted", "declined", "published", "withdrawn")
TAKEN_UP = {"submitted": ("claimed", "left"), "in review": ("claimed", "left"), "changes asked": ("version",)}
FORMS_OF_TEXT = ("typed", "plain", "markdown", "html", "docx")


@dataclass(frozen=True)
class Manuscript:
    """A text as it was handed in: its safe HTML, the same as plain text, and what it was made from (FORMS_OF_TEXT).

    What was uploaded is not kept.
    """

    title: str
    html: str
    text: str
    made_from: str = "typed"

    @cached_property
    def content(self) -> str:
        """A hash of what it says."""
        return content_id([self.title, self.html])


@dataclass(frozen=True)
class SubmissionDraft(Draft):
    """What a reader sends: a manuscript, the name it is to appear under, and what its author has to declare.

    `url` is the page where a report stands and `day` when it was published (YYYY-MM-DD), where its sender knows them.
    `queue` is "strict" where nothing shows that a person sent it. Sent twice with one `token` it is one submission.
    """

    kind: str
    manuscript: Manuscript
    byline: str
    interest: str
    token: str
    about: str = ""
    url: str | None = None
    day: str | None = None
    queue: str = "open"
    contact: Contact = NOBODY

    @cached_property
    def content(self) -> str:
        """A hash of what is said, and of the name it is said under."""
        said = [self.kind, self.manuscript.content, self.byline, self.interest, self.about, self.url, self.day]
        return content_id(said)


@dataclass(frozen=True)
class Submission(Sent):
    """A submission as it was received; nothing of it changes later. `received` is ISO 8601 with its offset."""

    number: str
    kind: str
    manuscript: Manuscript
    byline: str
    interest: str
    received: str
    about: str = ""
    url: str | None = None
    day: str | None = None
    queue: str = "open"


@dataclass(frozen=True)
class SubmissionEvent(Step):
    """One step of a submission: a kind of SUBMISSION_EVENTS, when, by whom ("" for its author), and words.

    A "version" (the author's) and a "revision" (the editors') bring a manuscript; "published" the id of the report in
    the ledger, where a report was submitted.
    """

    submission: str
    kind: str
    at: str
    by: str
    words: str = ""
    manuscript: Manuscript | None = None
    report: str | None = None

    @property
    def number(self) -> str:
        """The submission's number."""
        return self.submission


@dataclass(frozen=True)
class SubmissionFile(Thread[Submission, SubmissionEvent]):
    """A submission with its thread; reopened, it stays with the editor who has it."""

    submission: Submission
    events: tuple[SubmissionEvent, ...]

    steps = SUBMISSION_EVENTS
    public = PUBLIC_SUBMISSION_EVENTS
    anew = ("submitted",)

    @property
    def sent(self) -> Submission:
        """The submission as it was received."""
        return self.submission

    @property
    def state(self) -> str:
        """One of SUBMISSION_STATES."""
        state = waiting = "submitted"
        for event in self.events:
            waiting = {"claimed": "in review", "left": "submitted"}.get(event.kind, waiting)
            if event.kind in SETTLING:
                state = event.kind
            elif event.kind in TAKEN_UP.get(state, ()) or event.kind == "reopened":
                state = waiting
        return state

    @property
    def open(self) -> bool:
        """Whether it waits for somebody."""
        return self.state in ("submitted", "in review", "changes asked", "accepted")

    @property
    def manuscript(self) -> Manuscript:
        """The text as it is now."""
        return self.versions[-1]

    @property
    def versions(self) -> tuple[Manuscript, ...]:
        """All texts, the first first."""
        return (self.submission.manuscript, *(event.manuscript for event in self.events if event.manuscript))

    @property
    def approvals(self) -> tuple[str, ...]:
        """Who approved the text as it is now."""
        news = [number for number, event in enumerate(self.events) if event.manuscript]
        since = self.events[news[-1] :] if news else self.events
        return tuple(dict.fromkeys(event.by for event in since if event.kind == "approval"))

    @property
    def published_at(self) -> str | None:
        """When it was first published."""
        return next((event.at for event in self.events if event.kind == "published"), None)

    @property
    def report(self) -> str | None:
        """The id of the report in the ledger that came of it."""
        return newest(event.report for event in self.events)

    @property
    def closed_at(self) -> str | None:
        """When it was last declined, published or withdrawn, if nobody waits for anything."""
        end = self.last("declined", "published", "withdrawn")
        return end.at if end and not self.open else None


@dataclass(frozen=True)
class Revision:
    """A change to an opinion after it was published: when, and the editors' public words."""

    at: str
    words: str


@dataclass(frozen=True)
class Opinion:
    """An op-ed as it is published. One that was withdrawn keeps its page, with the reason, and loses its text."""

    id: str
    manuscript: Manuscript
    byline: str
    interest: str
    published: str
    about: str = ""
    revisions: tuple[Revision, ...] = ()
    withdrawn: Revision | None = None

    @property
    def title(self) -> str:
        """Its title."""
        return self.manuscript.title

    @property
    def modified(self) -> str:
        """When it was last changed."""
        last = self.withdrawn or (self.revisions[-1] if self.revisions else None)
        return last.at if last else self.published
