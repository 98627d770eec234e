"""The ledger's own state: the packs in force."""

from django.db import models

from musterroll.ledger.models.evidence import ID


class PackRow(models.Model):
    """A pack in force, whole; `place` is its place in the row of packs."""

    place = models.IntegerField(primary_key=True)
    id = models.CharField(max_length=ID, unique=True)
    record = models.TextField()

    class Meta:
        db_table = "ledger_pack"


class EditionRow(models.Model):
    """One row: a word that is another one after every change of the ledger."""

    key = models.IntegerField(primary_key=True)
    value = models.TextField()

    class Meta:
        db_table = "ledger_edition"
