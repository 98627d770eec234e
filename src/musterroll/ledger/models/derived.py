"""What follows from the evidence and the judgements: chains, kin, findings, holdings. Rebuilt whenever they change."""

from django.db import models

from musterroll.ledger.models.evidence import ID, ClaimRow, ReportRow


class ChainRow(models.Model):
    """Who had a claim from whom; `origin` is "" where unknown."""

    claim = models.OneToOneField(ClaimRow, models.PROTECT, primary_key=True, related_name="chain")
    origin = models.TextField(db_index=True)
    record = models.TextField()

    class Meta:
        db_table = "ledger_chain"


class KinRow(models.Model):
    """An earlier report that a report copies or retells."""

    report = models.ForeignKey(ReportRow, models.PROTECT, related_name="kin", db_index=False)
    earlier = models.ForeignKey(ReportRow, models.PROTECT, related_name="later")
    kind = models.CharField(max_length=20)
    score = models.FloatField()
    record = models.TextField()

    class Meta:
        db_table = "ledger_kin"
        constraints = (models.UniqueConstraint(fields=["report", "earlier"], name="one_kinship_a_pair"),)


class FindingRow(models.Model):
    """A finding: the whole record, and what it is filtered and ordered by ("" where unknown).

    `size` is its upper bound, else its lower, else −1; `heat` how many claims speak against it, then how many reports.
    """

    id = models.CharField(max_length=ID, primary_key=True)
    type = models.CharField(max_length=20)
    force = models.CharField(max_length=ID)
    force_name = models.TextField()
    side = models.CharField(max_length=ID)
    place = models.CharField(max_length=ID)
    place_name = models.TextField()
    measure = models.CharField(max_length=20)
    period = models.CharField(max_length=10)
    low = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    grade = models.CharField(max_length=20)
    first = models.CharField(max_length=10)
    last = models.CharField(max_length=10)
    reports = models.IntegerField()
    copies = models.IntegerField()
    origins = models.IntegerField()
    size = models.BigIntegerField(default=-1)
    heat = models.IntegerField(default=0)
    record = models.TextField()

    class Meta:
        db_table = "ledger_finding"
        indexes = (
            models.Index(fields=["last", "id"], name="finding_by_last"),
            models.Index(fields=["size", "id"], name="finding_by_size"),
            models.Index(fields=["heat", "id"], name="finding_by_heat"),
            models.Index(fields=["type", "last", "id"], name="finding_by_type"),
            models.Index(fields=["measure", "last", "id"], name="finding_by_measure"),
            models.Index(fields=["grade", "last", "id"], name="finding_by_grade"),
            models.Index(fields=["force", "last", "id"], name="finding_by_force"),
            models.Index(fields=["place", "last", "id"], name="finding_by_place"),
        )


class FindingClaimRow(models.Model):
    """A claim that a finding rests on: "claim", "denial", "min" or "max"."""

    finding = models.ForeignKey(FindingRow, models.CASCADE, related_name="claim_rows", db_index=False)
    claim = models.ForeignKey(ClaimRow, models.PROTECT, related_name="finding_rows")
    role = models.CharField(max_length=10)

    class Meta:
        db_table = "ledger_finding_claim"
        constraints = (models.UniqueConstraint(fields=["finding", "claim", "role"], name="one_role_a_finding_claim"),)


class HoldingRow(models.Model):
    """A commitment with its evidence: the whole record."""

    id = models.CharField(max_length=ID, primary_key=True)
    record = models.TextField()

    class Meta:
        db_table = "ledger_holding"


class HoldingClaimRow(models.Model):
    """A claim held against a commitment, "for" or "against"."""

    holding = models.ForeignKey(HoldingRow, models.CASCADE, related_name="claim_rows", db_index=False)
    claim = models.ForeignKey(ClaimRow, models.PROTECT, related_name="holding_rows")
    stance = models.CharField(max_length=10)

    class Meta:
        db_table = "ledger_holding_claim"
        constraints = (
            models.UniqueConstraint(fields=["holding", "claim", "stance"], name="one_stance_a_holding_claim"),
        )
