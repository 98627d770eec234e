"""Publish: an accepted op-ed appears under Opinion; an accepted report is read into the ledger as any other."""

from musterroll import ledger, pipeline
from musterroll.actions.act import EDITORS, Act, moment, permit
from musterroll.actions.restore_report import restore_report
from musterroll.actions.submissions.step import event_of, step
from musterroll.records import ActRefused, LedgerError, Page, PageError, Person, SubmissionFile

ACT = Act("publish_submission", "published", "submission", EDITORS)


def publish_submission(number: str, *, by: Person, why: str = "published", at: str | None = None) -> SubmissionFile:
    """Publish what was accepted. Nothing of an opinion enters the claims; a report is read, linked and weighed.

    Raises what `step` raises; ActRefused too where a report gives nothing to read, or where the ledger has it already.
    """
    permit(ACT, by, why)
    then = moment(at)
    file = ledger.check_submission_event(event_of(ACT, number, by, why, then))
    if file.submission.kind == "opinion":
        return step(ACT, number, by, why, then)
    return enter_again(file, by, why, then) if file.report else enter(file, by, why, then)


def enter(file: SubmissionFile, by: Person, why: str, at: str) -> SubmissionFile:
    """Read a report into the ledger and derive what follows; the reading is done before anything is written."""
    page = page_of(file)
    try:
        entry = pipeline.read_apart(page, f"submitted by {file.submission.byline}")
    except (PageError, LedgerError) as error:
        raise ActRefused(f"{file.submission.number} cannot be read into the ledger: {error}") from error
    with ledger.one_step():
        grown = step(ACT, file.submission.number, by, why, at, report=entry.reading.report.id)
        pipeline.keep(page, entry)
        pipeline.rederive()
    return grown


def enter_again(file: SubmissionFile, by: Person, why: str, at: str) -> SubmissionFile:
    """Restore the report that a submission, withdrawn since, had become."""
    report = file.report or ""
    with ledger.one_step():
        restore_report(report, by=by, why=f"{file.submission.number}: {why}", at=at)
        return step(ACT, file.submission.number, by, why, at, report=report)


def page_of(file: SubmissionFile) -> Page:
    """Return a submitted report as a page: its text, and what its sender states of it."""
    submission, manuscript = file.submission, file.manuscript
    stated = {"title": manuscript.title, "published": submission.day}
    return Page(
        body=manuscript.text.encode("utf-8"),
        name=submission.number,
        media_type="record",
        url=submission.url,
        given=tuple((key, value) for key, value in stated.items() if value),
    )
