"""Withdraw a submission: a published op-ed keeps its page, with the reason; a report in the ledger is retracted."""

from musterroll import ledger
from musterroll.actions.act import EDITORS, Act, moment, permit
from musterroll.actions.retract_report import retract_report
from musterroll.actions.submissions.step import step
from musterroll.records import Person, SubmissionFile

ACT = Act("withdraw_submission", "withdrawn", "submission", EDITORS)


def withdraw_submission(number: str, *, by: Person, why: str, at: str | None = None) -> SubmissionFile:
    """Withdraw what is published, or what is under review; `why` is shown to everybody.

    Raises what `step` and `retract_report` raise.
    """
    permit(ACT, by, why)
    then = moment(at)
    with ledger.one_step():
        report = ledger.submission_file(number).report
        if report and ledger.report_status(report) == "standing":
            retract_report(report, by=by, why=f"{number}: {why}", at=then)
        return step(ACT, number, by, why, then)
