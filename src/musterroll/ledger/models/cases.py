"""Cases: what readers sent and the thread that followed. Rows are added; where a case stands follows from them.

Who sent it is personal data: sealed, in a table of its own, and the only thing here that is ever deleted.
"""

from django.db import models

from musterroll.ledger.models.evidence import ID

HASH = 64


class CaseRow(models.Model):
    """A case as it was received. Its link's secret is kept as a hash alone, and so is the form's token."""

    number = models.CharField(max_length=20, primary_key=True)
    about_kind = models.CharField(max_length=20)
    about = models.CharField(max_length=ID, db_index=True)
    received = models.CharField(max_length=40, db_index=True)
    secret = models.CharField(max_length=HASH)
    token = models.CharField(max_length=HASH, unique=True)
    content = models.CharField(max_length=HASH)
    record = models.TextField()

    class Meta:
        db_table = "ledger_case"


class CaseEventRow(models.Model):
    """One step of a case's thread."""

    row = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(CaseRow, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20)
    at = models.CharField(max_length=40)
    record = models.TextField()

    class Meta:
        db_table = "ledger_case_event"
        indexes = (models.Index(fields=["kind", "case"], name="case_event_by_kind"),)


class CaseJudgementRow(models.Model):
    """A judgement that carried out a case's decision."""

    case = models.ForeignKey(CaseRow, models.PROTECT, related_name="judgements")
    judgement = models.CharField(max_length=ID, unique=True)

    class Meta:
        db_table = "ledger_case_judgement"


class CaseStandRow(models.Model):
    """Where a case stands, in columns for the queue and the log; rewritten from its events."""

    case = models.OneToOneField(CaseRow, models.PROTECT, primary_key=True, related_name="stand")
    state = models.CharField(max_length=20)
    queue = models.CharField(max_length=10)
    claimed_by = models.TextField()
    held = models.BooleanField()
    outcome = models.CharField(max_length=20)
    part = models.CharField(max_length=20)
    due = models.CharField(max_length=10)
    harm = models.BooleanField()
    logged = models.CharField(max_length=40)
    closed = models.CharField(max_length=40)

    class Meta:
        db_table = "ledger_case_stand"
        indexes = (
            models.Index(fields=["state", "due"], name="case_by_due"),
            models.Index(fields=["outcome", "logged"], name="case_by_outcome"),
        )


class CaseContactRow(models.Model):
    """Who sent a case, sealed; and hashes of the secrets in the links of mails. Deleted some time after it closes."""

    case = models.OneToOneField(CaseRow, models.PROTECT, primary_key=True, related_name="contact")
    sealed = models.TextField()
    updates = models.BooleanField()
    confirmed = models.BooleanField(default=False)

    class Meta:
        db_table = "ledger_case_contact"


class CaseCountRow(models.Model):
    """The last case number given in a year."""

    year = models.IntegerField(primary_key=True)
    last = models.IntegerField()

    class Meta:
        db_table = "ledger_case_count"
