"""Links: who and where, as the packs in force have it. Derived from evidence and packs, so replaceable."""

from django.db import models

from musterroll.ledger.models.evidence import ID, ClaimRow, SentenceRow

KINDS = ("actor", "outlet", "place")


class LinkingRow(models.Model):
    """What `link` said of one claim (`record`), and the claim as it stands now, in columns: mends are in them.

    `low` and `high` are the bounds of its figure, `first_day` and `last_day` when it holds ("" where open); `sentence`
    is the row of the sentence that it stands in, for full text.
    """

    claim = models.OneToOneField(ClaimRow, models.PROTECT, primary_key=True, related_name="linking")
    type = models.CharField(max_length=20)
    polarity = models.CharField(max_length=20)
    modality = models.CharField(max_length=20)
    low = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    first_day = models.CharField(max_length=10)
    last_day = models.CharField(max_length=10)
    day = models.CharField(max_length=10)
    rejected = models.BooleanField(default=False)
    sentence = models.ForeignKey(SentenceRow, models.PROTECT, null=True, related_name="+", db_index=False)
    record = models.TextField()

    class Meta:
        db_table = "ledger_linking"
        indexes = (
            models.Index(fields=["day", "claim"], name="linking_by_day"),
            models.Index(fields=["type", "day"], name="linking_by_type"),
            models.Index(fields=["sentence", "day", "claim"], name="linking_by_sentence"),
        )


class LinkRow(models.Model):
    """One link of a claim as it stands: its role and where it leads (`target` is "" where it leads nowhere).

    `type` is the claim's.
    """

    claim = models.ForeignKey(ClaimRow, models.PROTECT, related_name="links", db_index=False)
    place = models.IntegerField()
    role = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    verdict = models.CharField(max_length=20)
    target = models.CharField(max_length=ID)
    name = models.TextField()
    type = models.CharField(max_length=20, null=True)

    class Meta:
        db_table = "ledger_link"
        indexes = (models.Index(fields=["kind", "target", "type", "claim"], name="link_by_target_and_type"),)
        constraints = (models.UniqueConstraint(fields=["claim", "place"], name="one_link_a_place"),)
