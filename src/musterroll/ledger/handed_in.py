"""Submissions in the ledger: filed once, each step appended, where they stand rewritten from their steps."""

from dataclasses import asdict

from musterroll.ledger.contacts import OF_SUBMISSIONS
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, Slice
from musterroll.ledger.models import (
    SubmissionCountRow,
    SubmissionEventRow,
    SubmissionRow,
    SubmissionStandRow,
)
from musterroll.ledger.moments import in_utc
from musterroll.ledger.queries.slices import asked
from musterroll.ledger.submission_filters import Handed, SubmissionFilter
from musterroll.ledger.submission_law import SUBMISSION_LAW
from musterroll.ledger.threads import Shelf
from musterroll.records import Submission, SubmissionDraft, SubmissionEvent, SubmissionFile


@at_edge
def file_submission(draft: SubmissionDraft, key: str, at: str) -> Handed:
    """File what a reader sent in; the same form with the same words gives the submission that is there.

    `key` is the installation's secret key: it makes the link's secret, of which the ledger keeps a hash, and seals who
    sent it. Raises ActRefused where the form was sent before with other words.
    """
    return Handed(*SUBMISSIONS.put(draft, key, at))


def submission_of(draft: SubmissionDraft, at: str, number: str) -> Submission:
    """Return the submission that a draft becomes."""
    return Submission(
        number=number,
        kind=draft.kind,
        manuscript=draft.manuscript,
        byline=draft.byline,
        interest=draft.interest,
        received=at,
        about=draft.about,
        url=draft.url,
        day=draft.day,
        queue=draft.queue,
    )


def stand_of(file: SubmissionFile) -> dict[str, object]:
    """Return the columns that say where a submission stands."""
    return {
        "kind": file.submission.kind,
        "state": file.state,
        "open": file.open,
        "queue": file.submission.queue,
        "claimed_by": file.claimed_by or "",
        "received": in_utc(file.submission.received),
        "published": in_utc(file.published_at),
        "closed": in_utc(file.closed_at),
    }


SUBMISSIONS = Shelf(
    name="submission",
    letter="S",
    sent=Submission,
    event=SubmissionEvent,
    file=SubmissionFile,
    become=submission_of,
    first=lambda sent: SubmissionEvent(sent.number, "submitted", sent.received, ""),
    rows=SubmissionRow,
    steps=SubmissionEventRow,
    stands=SubmissionStandRow,
    counts=SubmissionCountRow,
    contacts=OF_SUBMISSIONS,
    law=SUBMISSION_LAW,
    columns=lambda submission: {"kind": submission.kind},
    standing=stand_of,
    order="received",
)
add_submission_event, check_submission_event, submission_file = SUBMISSIONS.add, SUBMISSIONS.check, SUBMISSIONS.open
submission_by_secret, submissions_received = SUBMISSIONS.open_by_secret, SUBMISSIONS.received


@at_edge
def submissions(
    wanted: SubmissionFilter | None = None, after: Cursor | None = None, limit: int = LIMIT
) -> Slice[SubmissionFile]:
    """Return submissions in the order in which they came."""
    return SUBMISSIONS.listed(asked(**asdict(wanted or SubmissionFilter())), after, limit)


@at_edge
def count_submissions(wanted: SubmissionFilter) -> int:
    """Return how many submissions a filter keeps."""
    return SUBMISSIONS.count(asked(**asdict(wanted)))
