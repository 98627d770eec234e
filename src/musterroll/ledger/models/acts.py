"""Acts of people: judgements, what they changed, and who did what when. Rows are added; triggers forbid the rest."""

from django.db import models

from musterroll.ledger.models.evidence import ID


class JudgementRow(models.Model):
    """A judgement; `row` is the order in which they were made."""

    row = models.BigAutoField(primary_key=True)
    id = models.CharField(max_length=ID, unique=True)
    deed = models.CharField(max_length=20)
    subject_kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=ID, db_index=True)
    record = models.TextField()

    class Meta:
        db_table = "ledger_judgement"


class StandingRow(models.Model):
    """The judgement that holds of a subject now; follows from the judgements, for look-ups."""

    subject_kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=ID)
    deed = models.CharField(max_length=20)
    judgement = models.CharField(max_length=ID)

    class Meta:
        db_table = "ledger_standing"
        constraints = (models.UniqueConstraint(fields=["subject_kind", "subject"], name="one_standing_a_subject"),)


class NoticeRow(models.Model):
    """What a judgement changed, before and after."""

    row = models.BigAutoField(primary_key=True)
    id = models.CharField(max_length=ID, unique=True)
    cause = models.CharField(max_length=ID, db_index=True)
    subject_kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=ID, db_index=True)
    record = models.TextField()

    class Meta:
        db_table = "ledger_notice"


class AuditRow(models.Model):
    """One line of the audit: who did what, to what, when."""

    row = models.BigAutoField(primary_key=True)
    at = models.CharField(max_length=40)
    by = models.TextField()
    act = models.CharField(max_length=40)
    subject = models.CharField(max_length=ID, db_index=True)
    detail = models.TextField()

    class Meta:
        db_table = "ledger_audit"


class RelationRow(models.Model):
    """A word of an editor on two reports, `first` the lesser id; `row` is the order in which they were said."""

    row = models.BigAutoField(primary_key=True)
    id = models.CharField(max_length=ID, unique=True)
    first = models.CharField(max_length=ID)
    second = models.CharField(max_length=ID, db_index=True)
    record = models.TextField()

    class Meta:
        db_table = "ledger_relation"
        indexes = (models.Index(fields=["first", "second"], name="relation_by_reports"),)
