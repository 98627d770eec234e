"""What may not be done to a submission, as rules on its file: each gives the reason in words."""

from collections.abc import Callable

from musterroll.records import SUBMISSION_EVENTS, SubmissionEvent, SubmissionFile

UNDECIDED = ("submitted", "in review", "changes asked")
WORDY = {
    "comment": "comment", "message": "message", "reply": "reply", "changes asked": "wish for changes",
    "declined": "decision", "withdrawn": "withdrawal", "revision": "revision", "reopened": "reopening",
}  # fmt: skip


def submission_refusal(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Return why an event may not be added to a submission now, or None."""
    if event.kind not in SUBMISSION_EVENTS or event.kind == "submitted":
        return f"no such step of a submission: {event.kind}"
    if event.kind in WORDY and not event.words.strip():
        return f"a {WORDY[event.kind]} needs words"
    if (rule := RULES.get(event.kind)) and (why := rule(file, event)):
        return f"{file.submission.number} {why}"
    return None


def undecided(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Only what is undecided is reviewed."""
    return None if file.state in UNDECIDED else f"is {file.state} already"


def claimable(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """One editor has a submission at a time."""
    if file.claimed_by == event.by:
        return "is yours already"
    return f"is with {file.claimed_by}" if file.claimed_by else None


def leavable(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Only what somebody has is left."""
    return None if file.claimed_by else "is with nobody"


def rewritable(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Its author hands in a new version until it is decided; it must be another text."""
    return undecided(file, event) or new_text(file, event)


def revisable(file: SubmissionFile, event: SubmissionEvent) -> str | None:
    """Editors revise what is not closed, and an opinion that is published; a report in the ledger is evidence."""
    if file.state in ("declined", "withdrawn"):
        return f"is {file.state}; reopen it first"
    if file.state == "published" and file.submission.kind == "report":
        return "is in the ledger, where evidence is never changed: correct its claims, or withdraw it"
    return new_text(file, event)


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


RULES: dict[str, Callable[[SubmissionFile, SubmissionEvent], str | None]] = {
    "claimed": claimable,
    "left": leavable,
    "approval": undecided,
    "changes asked": undecided,
    "version": rewritable,
    "revision": revisable,
    "accepted": undecided,
    "declined": lambda file, event: None if file.open else f"is {file.state} already",
    "published": publishable,
    "withdrawn": withdrawable,
    "reopened": reopenable,
}
