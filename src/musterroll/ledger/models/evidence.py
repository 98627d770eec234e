"""Evidence: what was read from which bytes. Rows are added; triggers forbid every change and every deletion."""

from django.db import models

ID = 200  # characters; ids from content have 24, a record's own id may be longer
# Where a unique constraint begins with a foreign key, the key needs no index of its own (db_index=False).


class PageRow(models.Model):
    """Facts of a page: where its bytes came from, when, and their hash. The bytes are not kept."""

    id = models.CharField(max_length=ID, primary_key=True)
    url = models.TextField(null=True)
    name = models.TextField()
    record = models.TextField()

    class Meta:
        db_table = "ledger_page"


class ReportRow(models.Model):
    """A report: the whole record, and what it is looked up by. `day` is the publisher's local day, "" if unknown."""

    id = models.CharField(max_length=ID, primary_key=True)
    page = models.ForeignKey(PageRow, models.PROTECT, related_name="reports")
    url = models.TextField(null=True)
    host = models.TextField()
    outlet = models.TextField(null=True)
    title = models.TextField(null=True)
    day = models.CharField(max_length=10)
    language = models.CharField(max_length=20)
    opinion = models.BooleanField()
    record = models.TextField()

    class Meta:
        db_table = "ledger_report"
        indexes = (
            models.Index(fields=["day", "id"], name="report_by_day"),
            models.Index(fields=["host"], name="report_by_host"),
        )


class ClaimRow(models.Model):
    """A claim as it was read: the whole record."""

    id = models.CharField(max_length=ID, primary_key=True)
    report = models.ForeignKey(ReportRow, models.PROTECT, related_name="claims")
    type = models.CharField(max_length=20)
    sentence = models.IntegerField()
    reader = models.TextField()
    record = models.TextField()

    class Meta:
        db_table = "ledger_claim"


class SentenceRow(models.Model):
    """Words that are searched: a report's title (place −1) and each sentence that a claim stands in, with its start."""

    report = models.ForeignKey(ReportRow, models.PROTECT, related_name="sentences", db_index=False)
    place = models.IntegerField()
    start = models.IntegerField()
    words = models.TextField()

    class Meta:
        db_table = "ledger_sentence"
        constraints = (models.UniqueConstraint(fields=["report", "place"], name="one_sentence_a_place"),)


class RefusalRow(models.Model):
    """A page that gave no report, or a report that was not read, and why."""

    id = models.CharField(max_length=ID, primary_key=True)
    name = models.TextField()
    code = models.TextField()
    reason = models.TextField()

    class Meta:
        db_table = "ledger_refusal"
