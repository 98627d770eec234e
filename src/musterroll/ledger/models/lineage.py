"""What lets a change be followed without deriving everything again: imprints, reach, and what has changed since."""

from django.db import models

from musterroll.ledger.models.evidence import ID, ClaimRow, ReportRow


class ImprintRow(models.Model):
    """What the chains of other reports may hang on in one report; there is one for each report that was traced."""

    report = models.OneToOneField(ReportRow, models.PROTECT, primary_key=True, related_name="imprint")
    record = models.TextField()

    class Meta:
        db_table = "ledger_imprint"


class BucketRow(models.Model):
    """The bucket in which a claim is weighed: a change to one of its claims may change every finding of a bucket."""

    claim = models.OneToOneField(ClaimRow, models.PROTECT, primary_key=True, related_name="bucket")
    bucket = models.CharField(max_length=40, db_index=True)

    class Meta:
        db_table = "ledger_bucket"


class TouchRow(models.Model):
    """A commitment that a claim may bear on."""

    claim = models.ForeignKey(ClaimRow, models.PROTECT, related_name="touches")
    commitment = models.CharField(max_length=ID, db_index=True)

    class Meta:
        db_table = "ledger_touch"
        constraints = (models.UniqueConstraint(fields=["claim", "commitment"], name="one_touch_a_commitment"),)


class SaidRow(models.Model):
    """The id of a force or a side ("said:…") that a claim names by words alone, before any merger: a claim has it for
    as long as its words and links say so, whomever an editor says that they mean."""

    claim = models.ForeignKey(ClaimRow, models.PROTECT, related_name="said", db_index=False)
    said = models.CharField(max_length=ID, db_index=True)

    class Meta:
        db_table = "ledger_said"
        constraints = (models.UniqueConstraint(fields=["claim", "said"], name="one_saying_a_claim"),)


class ChangeRow(models.Model):
    """What has changed since things were last derived: a "report", an "actor", or "all" (with no subject)."""

    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=ID)

    class Meta:
        db_table = "ledger_change"
        constraints = (models.UniqueConstraint(fields=["kind", "subject"], name="one_change_a_subject"),)
