"""Cases: what readers sent and the thread that followed. Rows are added; where a case stands follows from them.

Who sent it is personal data: sealed, in a table of its own, and the only thing here that is ever deleted.
"""

from django.db import models

from musterroll.ledger.models.evidence import ID
from musterroll.ledger.models.threads import ContactRow, CountRow, SentRow, StandRow, StepRow


class CaseRow(SentRow):
    """A case as it was received."""

    about_kind = models.CharField(max_length=20)
    about = models.CharField(max_length=ID, db_index=True)

    class Meta:
        db_table = "ledger_case"


class CaseEventRow(StepRow):
    """One step of a case's thread."""

    case = models.ForeignKey(CaseRow, models.PROTECT, related_name="events")

    class Meta:
        db_table = "ledger_case_event"
        indexes = (models.Index(fields=["kind", "case"], name="case_event_by_kind"),)


class CaseJudgementRow(models.Model):
    """A judgement that carried out a case's decision."""

    case = models.ForeignKey(CaseRow, models.PROTECT, related_name="judgements")
    judgement = models.CharField(max_length=ID, unique=True)

    class Meta:
        db_table = "ledger_case_judgement"


class CaseStandRow(StandRow):
    """Where a case stands, in columns for the queue and the log; rewritten from its events."""

    case = models.OneToOneField(CaseRow, models.PROTECT, primary_key=True, related_name="stand")
    held = models.BooleanField()
    outcome = models.CharField(max_length=20)
    part = models.CharField(max_length=20)
    due = models.CharField(max_length=10)
    harm = models.BooleanField()
    logged = models.CharField(max_length=40)

    class Meta:
        db_table = "ledger_case_stand"
        indexes = (
            models.Index(fields=["state", "due"], name="case_by_due"),
            models.Index(fields=["outcome", "logged"], name="case_by_outcome"),
        )


class CaseContactRow(ContactRow):
    """Who sent a case."""

    case = models.OneToOneField(CaseRow, models.PROTECT, primary_key=True, related_name="contact")
    updates = models.BooleanField()

    class Meta:
        db_table = "ledger_case_contact"


class CaseCountRow(CountRow):
    """The last case number given in a year."""

    class Meta:
        db_table = "ledger_case_count"
