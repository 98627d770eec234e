"""The public log, a row an entry: a case that is decided or held, or a judgement without a case. Follows from them."""

from django.db import models

from musterroll.ledger.models.evidence import ID


class LogRow(models.Model):
    """Where an entry stands in the log. `at` is in UTC; of one moment, `row` is the order in which things were done.

    `entry` is the case's number or the judgement's id, `outcome` the correction's class, the subject what it is about.
    """

    row = models.BigAutoField(primary_key=True)
    entry = models.CharField(max_length=ID, unique=True)
    of_case = models.BooleanField()
    at = models.CharField(max_length=40)
    outcome = models.CharField(max_length=20)
    subject_kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=ID, db_index=True)

    class Meta:
        db_table = "ledger_log"
        indexes = (
            models.Index(fields=["at", "row"], name="log_by_moment"),
            models.Index(fields=["outcome", "at", "row"], name="log_by_outcome"),
        )
