"""What the tables of every kind of thread have in common. Each kind has its own, and its own columns beside these."""

from django.db import models

HASH = 64


class SentRow(models.Model):
    """What was sent in, as it was received. Its link's secret is kept as a hash alone, and so is the form's token."""

    number = models.CharField(max_length=20, primary_key=True)
    received = models.CharField(max_length=40, db_index=True)
    secret = models.CharField(max_length=HASH)
    token = models.CharField(max_length=HASH, unique=True)
    content = models.CharField(max_length=HASH)
    record = models.TextField()

    class Meta:
        abstract = True


class StepRow(models.Model):
    """One step of a thread."""

    row = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=20)
    at = models.CharField(max_length=40)
    record = models.TextField()

    class Meta:
        abstract = True


class StandRow(models.Model):
    """Where a thread stands, in columns for the queue and for public lists; rewritten from its steps."""

    state = models.CharField(max_length=20)
    queue = models.CharField(max_length=10)
    claimed_by = models.TextField()
    closed = models.CharField(max_length=40)

    class Meta:
        abstract = True


class ContactRow(models.Model):
    """Who sent something in, sealed with the secret of its link; and whether they are told. Deleted in time."""

    sealed = models.TextField()
    updates = models.BooleanField(default=False)
    confirmed = models.BooleanField(default=False)

    class Meta:
        abstract = True


class CountRow(models.Model):
    """The last number of a kind given in a year."""

    year = models.IntegerField(primary_key=True)
    last = models.IntegerField()

    class Meta:
        abstract = True
