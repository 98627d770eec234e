"""Submissions: what readers sent in and the steps of its review. Rows are added; where one stands follows from them.

They lie beside the claims and never among them. Who sent one is personal data: sealed, apart, and deleted in time.
"""

from django.db import models

from musterroll.ledger.models.cases import HASH


class SubmissionRow(models.Model):
    """A submission as it was received. Its link's secret is kept as a hash alone, and so is the form's token."""

    number = models.CharField(max_length=20, primary_key=True)
    kind = models.CharField(max_length=20)
    received = models.CharField(max_length=40, db_index=True)
    secret = models.CharField(max_length=HASH)
    token = models.CharField(max_length=HASH, unique=True)
    content = models.CharField(max_length=HASH)
    record = models.TextField()

    class Meta:
        db_table = "ledger_submission"


class SubmissionEventRow(models.Model):
    """One step of a submission."""

    row = models.BigAutoField(primary_key=True)
    submission = models.ForeignKey(SubmissionRow, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20)
    at = models.CharField(max_length=40)
    record = models.TextField()

    class Meta:
        db_table = "ledger_submission_event"


class SubmissionStandRow(models.Model):
    """Where a submission stands, in columns for the queue and the list of opinions; rewritten from its events."""

    submission = models.OneToOneField(SubmissionRow, models.PROTECT, primary_key=True, related_name="stand")
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    open = models.BooleanField()
    queue = models.CharField(max_length=10)
    claimed_by = models.TextField()
    received = models.CharField(max_length=40)
    published = models.CharField(max_length=40)
    closed = models.CharField(max_length=40)

    class Meta:
        db_table = "ledger_submission_stand"
        indexes = (
            models.Index(fields=["open", "received"], name="submission_by_received"),
            models.Index(fields=["kind", "published"], name="submission_by_published"),
        )


class SenderRow(models.Model):
    """Who sent a submission, sealed with the secret of its link; and whether they are told. Deleted in time."""

    submission = models.OneToOneField(SubmissionRow, models.PROTECT, primary_key=True, related_name="sender")
    sealed = models.TextField()
    updates = models.BooleanField(default=False)
    confirmed = models.BooleanField(default=False)

    class Meta:
        db_table = "ledger_sender"


class SubmissionCountRow(models.Model):
    """The last number of a submission given in a year."""

    year = models.IntegerField(primary_key=True)
    last = models.IntegerField()

    class Meta:
        db_table = "ledger_submission_count"
