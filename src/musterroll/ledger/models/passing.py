"""What the processes of one desk must know together for some minutes: rows that are changed, and deleted in time."""

from django.db import models


class PassingRow(models.Model):
    """A word or a count under a name, until a moment (seconds since 1970). Never an address, never a person."""

    name = models.CharField(max_length=250, primary_key=True)
    value = models.TextField()
    until = models.FloatField(db_index=True)

    class Meta:
        db_table = "ledger_passing"
