"""The ledger's own state: the packs in force, and whether what is derived lags behind."""

from django.db import models

from musterroll.ledger.models.evidence import ID


class PackRow(models.Model):
    """A pack in force, whole; `place` is its place in the row of packs."""

    place = models.IntegerField(primary_key=True)
    id = models.CharField(max_length=ID, unique=True)
    record = models.TextField()

    class Meta:
        db_table = "ledger_pack"


class MetaRow(models.Model):
    """A word about the ledger itself: "stale", "edition"."""

    key = models.CharField(max_length=40, primary_key=True)
    value = models.TextField()

    class Meta:
        db_table = "ledger_meta"
