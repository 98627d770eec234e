"""Entries of the public log, written down as they are made: a page of the log is read off an index."""

from musterroll.ledger.models import LogRow
from musterroll.ledger.moments import in_utc
from musterroll.records import CaseFile, Judgement

OUTCOME_OF_DEED = {
    "mend": "corrected", "reject": "withdrawn", "retract": "withdrawn", "reopen": "corrected", "restore": "corrected",
    "merge": "corrected", "part": "corrected",
}  # fmt: skip


def log_judgement(judgement: Judgement) -> None:
    """Enter a judgement; one that only confirms corrects nothing."""
    if outcome := OUTCOME_OF_DEED.get(judgement.deed):
        LogRow.objects.create(
            entry=judgement.id,
            of_case=False,
            at=in_utc(judgement.at),
            outcome=outcome,
            subject_kind=judgement.subject_kind,
            subject=judgement.subject,
        )


def log_case(file: CaseFile) -> None:
    """Enter a case in place of the judgements that carried it out; a step that changes no entry leaves its place.

    One that held something and is undecided stays under "held".
    """
    number, about = file.case.number, file.case.about
    if file.decision:
        LogRow.objects.filter(entry__in=file.decision.judgements, of_case=False).delete()
    stands = (in_utc(file.logged_at), file.outcome or ("held" if file.released_at else ""))
    if stands == LogRow.objects.filter(entry=number).values_list("at", "outcome").first():
        return
    LogRow.objects.filter(entry=number).delete()
    at, outcome = stands
    if outcome:
        LogRow.objects.create(
            entry=number, of_case=True, at=at, outcome=outcome, subject_kind=about.kind, subject=about.id
        )
