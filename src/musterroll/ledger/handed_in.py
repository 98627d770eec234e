"""Submissions in the ledger: filed once, each step appended, where they stand rewritten from their steps."""

from datetime import UTC, datetime

from django.db.models import Q

from musterroll.ledger.codec import decoded, encoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, Slice
from musterroll.ledger.models import (
    SubmissionCountRow,
    SubmissionEventRow,
    SubmissionRow,
    SubmissionStandRow,
)
from musterroll.ledger.seals import hashed, secret_of
from musterroll.ledger.senders import keep_sender
from musterroll.ledger.state import one_step
from musterroll.ledger.submission_filters import Handed, SubmissionFilter
from musterroll.ledger.submission_law import submission_refusal
from musterroll.records import (
    ActRefused,
    NotInLedger,
    Submission,
    SubmissionDraft,
    SubmissionEvent,
    SubmissionFile,
)

PURPOSE = "submission"


@at_edge
def file_submission(draft: SubmissionDraft, key: str, at: str) -> Handed:
    """File what a reader sent in; the same form with the same words gives the submission that is there.

    `key` is the installation's secret key: it makes the link's secret, of which the ledger keeps a hash, and seals who
    sent it. Raises ActRefused where the form was sent before with other words.
    """
    secret, token = secret_of(PURPOSE, draft.token, key), hashed(draft.token)
    with one_step():
        if row := SubmissionRow.objects.filter(token=token).first():
            if row.content != draft.content:
                raise ActRefused(f"this form was sent already, as submission {row.number}")
            return Handed(decoded(Submission, row.record), secret, again=True)
        made = submission_of(draft, next_number(int(at[:4])), at)
        put_submission(made, hashed(secret), token, draft.content)
        keep_sender(made.number, draft.contact, secret, key)
    return Handed(made, secret)


def put_submission(made: Submission, secret: str, token: str, content: str) -> None:
    """Write a submission and its first step; `secret` and `token` are hashes."""
    SubmissionRow.objects.create(
        number=made.number, kind=made.kind, received=in_utc(made.received), secret=secret, token=token,
        content=content, record=encoded(made),
    )  # fmt: skip
    append(SubmissionFile(made, ()), SubmissionEvent(made.number, "submitted", made.received, ""))


def submission_of(draft: SubmissionDraft, number: str, at: str) -> Submission:
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


def next_number(year: int) -> str:
    """Return the next number of a year: "S-2026-000123". Called inside one step."""
    SubmissionCountRow.objects.get_or_create(year=year, defaults={"last": 0})
    count = SubmissionCountRow.objects.get(year=year)
    count.last += 1
    count.save()
    return f"S-{year}-{count.last:06}"


@at_edge
def add_submission_event(event: SubmissionEvent) -> SubmissionFile:
    """Append a step to a submission; return its file as it is then.

    Raises NotInLedger for an unknown submission, ActRefused where the step may not be done now: two that come at once
    are taken one after the other.
    """
    with one_step():
        file = submission_file(event.submission)
        if why := submission_refusal(file, event):
            raise ActRefused(why)
        return append(file, event)


@at_edge
def check_submission_event(event: SubmissionEvent) -> SubmissionFile:
    """Raise what `add_submission_event` would raise, add nothing, and return the file as it is."""
    file = submission_file(event.submission)
    if why := submission_refusal(file, event):
        raise ActRefused(why)
    return file


def append(file: SubmissionFile, event: SubmissionEvent) -> SubmissionFile:
    """Write an event and where the submission stands with it."""
    SubmissionEventRow.objects.create(
        submission_id=event.submission, kind=event.kind, at=event.at, record=encoded(event)
    )
    grown = SubmissionFile(file.submission, (*file.events, event))
    SubmissionStandRow.objects.update_or_create(submission_id=event.submission, defaults=stand_of(grown))
    return grown


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


def in_utc(at: str | None) -> str:
    """Return a moment so that moments sort as text; "" for none."""
    return datetime.fromisoformat(at).astimezone(UTC).isoformat(timespec="seconds") if at else ""


@at_edge
def submission_file(number: str) -> SubmissionFile:
    """Return a submission with its steps; raises NotInLedger."""
    row = SubmissionRow.objects.filter(number=number).first()
    if row is None:
        raise NotInLedger(f"no submission {number}")
    return files_of([row])[0]


@at_edge
def submission_by_secret(number: str, secret: str) -> SubmissionFile:
    """Return the submission that a secret link leads to; raises NotInLedger where number or secret is wrong, alike."""
    row = SubmissionRow.objects.filter(number=number, secret=hashed(secret)).first()
    if row is None:
        raise NotInLedger(f"no submission {number} with this link")
    return files_of([row])[0]


def files_of(rows: list[SubmissionRow]) -> list[SubmissionFile]:
    """Return submissions with their steps, in the order of their rows, by one query."""
    threads: dict[str, list[SubmissionEvent]] = {row.number: [] for row in rows}
    for event in SubmissionEventRow.objects.filter(submission_id__in=threads).order_by("row"):
        threads[event.submission_id].append(decoded(SubmissionEvent, event.record))
    return [SubmissionFile(decoded(Submission, row.record), tuple(threads[row.number])) for row in rows]


@at_edge
def submissions(
    wanted: SubmissionFilter | None = None, after: Cursor | None = None, limit: int = LIMIT
) -> Slice[SubmissionFile]:
    """Return submissions in the order in which they came."""
    rows = SubmissionStandRow.objects.filter(chosen(wanted or SubmissionFilter())).select_related("submission")
    if after:
        rows = rows.filter(Q(received__gt=after.key) | Q(received=after.key, submission_id__gt=after.id))
    found = list(rows.order_by("received", "submission_id")[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    files = files_of([row.submission for row in found[:limit]])
    return Slice(tuple(files), Cursor(last.received, last.submission_id) if last else None)


def chosen(wanted: SubmissionFilter) -> Q:
    """Return a filter as a condition."""
    condition = Q()
    for name in ("kind", "state", "open", "queue", "claimed_by"):
        if (value := getattr(wanted, name)) is not None:
            condition &= Q(**{name: value})
    return condition


@at_edge
def count_submissions(wanted: SubmissionFilter) -> int:
    """Return how many submissions a filter keeps."""
    return SubmissionStandRow.objects.filter(chosen(wanted)).count()


@at_edge
def submissions_received(since: str) -> int:
    """Return how many submissions came in since a moment (ISO 8601, UTC)."""
    return SubmissionRow.objects.filter(received__gte=in_utc(since)).count()
