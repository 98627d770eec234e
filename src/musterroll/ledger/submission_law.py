"""What may not be done to a submission, as rules on its file: each gives the reason in words."""

from musterroll.ledger.thread_law import ThreadLaw, not_anothers, not_yours, somebodys
from musterroll.records import SubmissionEvent, SubmissionFile

UNDECIDED = ("submitted", "in review", "changes asked")


def undecided(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Only what is undecided is reviewed."""
    return None if file.state in UNDECIDED else f"is {file.state} already"


def revisable(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Editors revise what is not closed, and an opinion that is published; a report in the ledger is evidence."""
    if file.state in ("declined", "withdrawn"):
        return f"is {file.state}; reopen it first"
    if file.state == "published" and file.submission.kind == "report":
        return "is in the ledger, where evidence is never changed: correct its claims, or withdraw it"
    return None


def unsettled(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Only what waits for somebody is declined."""
    return None if file.open else f"is {file.state} already"


def new_text(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """A version brings a text that differs."""
    if event.manuscript is None:
        return "gets no new version without a text"
    return "has this text already" if event.manuscript.content == file.manuscript.content else None


def publishable(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Only what was accepted is published; a report brings its id in the ledger."""
    return None if file.state == "accepted" else f"is {file.state}: only what is accepted is published"


def withdrawable(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """What is closed without having been published is withdrawn no more; what is published by editors alone."""
    if file.state in ("declined", "withdrawn"):
        return f"is {file.state} already"
    if file.state == "published" and not event.by:
        return "is published: ask the editors to withdraw it"
    return None


def reopenable(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Only what was declined or withdrawn is reopened."""
    return None if file.state in ("declined", "withdrawn") else f"is {file.state}, not closed"


SUBMISSION_LAW = ThreadLaw[SubmissionFile, SubmissionEvent](
    name="submission",
    wordy={
        "comment": "comment", "message": "message", "reply": "reply", "changes asked": "wish for changes",
        "declined": "decision", "withdrawn": "withdrawal", "revision": "revision", "reopened": "reopening",
    },
    rules={
        "claimed": (not_yours, not_anothers),
        "left": (somebodys,),
        "approval": (undecided,),
        "changes asked": (undecided,),
        "version": (undecided, new_text),
        "revision": (revisable, new_text),
        "accepted": (undecided,),
        "declined": (unsettled,),
        "published": (publishable,),
        "withdrawn": (withdrawable,),
        "reopened": (reopenable,),
    },
)  # fmt: skip
