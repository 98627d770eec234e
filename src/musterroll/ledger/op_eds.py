"""Opinions: the op-eds that were published. They are no evidence: nothing of them is read, linked or weighed."""

from collections.abc import Iterable, Iterator

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, Slice
from musterroll.ledger.handed_in import SUBMISSIONS, submission_file
from musterroll.ledger.models import SubmissionStandRow
from musterroll.ledger.queries.slices import slice_of
from musterroll.records import NotInLedger, Opinion, Revision, SubmissionFile


@at_edge
def opinion(number: str) -> Opinion:
    """Return an opinion by its id, the number of its submission; raises NotInLedger where it was never published."""
    made = opinion_of(submission_file(number))
    if made is None:
        raise NotInLedger(f"no opinion {number}")
    return made


@at_edge
def opinions(after: Cursor | None = None, limit: int = LIMIT) -> Slice[Opinion]:
    """Return the opinions that were published, the newest first; those that were withdrawn stay, marked."""
    rows = SubmissionStandRow.objects.filter(kind="opinion").exclude(published="").select_related("submission")
    return slice_of(rows, "published", after, limit, opinions_of)


def opinions_of(stands: Iterable[SubmissionStandRow]) -> Iterator[Opinion]:
    """Yield the opinions whose stands these are."""
    yield from filter(None, map(opinion_of, SUBMISSIONS.files_of_stands(stands)))


def opinion_of(file: SubmissionFile) -> Opinion | None:
    """Return what the public sees of a submission, None where it is nothing; what was withdrawn stays so until it is
    published again.
    """
    published = file.published_at
    if file.submission.kind != "opinion" or published is None:
        return None
    ends = [Revision(event.at, event.words) for event in file.events if event.kind == "withdrawn"]
    return Opinion(
        id=file.submission.number,
        manuscript=file.manuscript,
        byline=file.submission.byline,
        interest=file.submission.interest,
        published=published,
        about=file.submission.about,
        revisions=revisions_of(file),
        withdrawn=ends[-1] if file.state != "published" else None,
    )


def revisions_of(file: SubmissionFile) -> tuple[Revision, ...]:
    """Return the changes that were made to the text after it was first published."""
    starts = [number for number, event in enumerate(file.events) if event.kind == "published"]
    later = file.events[starts[0] :] if starts else ()
    return tuple(Revision(event.at, event.words) for event in later if event.manuscript)
