"""Submissions: what readers sent in and the steps of its review. Rows are added; where one stands follows from them.

They lie beside the claims and never among them. Who sent one is personal data: sealed, apart, and deleted in time.
"""

from django.db import models

from musterroll.ledger.models.threads import ContactRow, CountRow, SentRow, StandRow, StepRow


class SubmissionRow(SentRow):
    """A submission as it was received."""

    kind = models.CharField(max_length=20)

    class Meta:
        db_table = "ledger_submission"


class SubmissionEventRow(StepRow):
    """One step of a submission."""

    submission = models.ForeignKey(SubmissionRow, models.PROTECT, related_name="events")

    class Meta:
        db_table = "ledger_submission_event"


class SubmissionStandRow(StandRow):
    """Where a submission stands, in columns for the queue and the list of opinions; rewritten from its events."""

    submission = models.OneToOneField(SubmissionRow, models.PROTECT, primary_key=True, related_name="stand")
    kind = models.CharField(max_length=20)
    open = models.BooleanField()
    received = models.CharField(max_length=40)
    published = models.CharField(max_length=40)

    class Meta:
        db_table = "ledger_submission_stand"
        indexes = (
            models.Index(fields=["open", "received"], name="submission_by_received"),
            models.Index(fields=["kind", "published"], name="submission_by_published"),
        )


class SenderRow(ContactRow):
    """Who sent a submission."""

    submission = models.OneToOneField(SubmissionRow, models.PROTECT, primary_key=True, related_name="sender")

    class Meta:
        db_table = "ledger_sender"


class SubmissionCountRow(CountRow):
    """The last number of a submission given in a year."""

    class Meta:
        db_table = "ledger_submission_count"
