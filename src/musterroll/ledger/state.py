"""The ledger's own state: whether what is derived lags behind, the packs in force, and several steps as one."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from uuid import uuid4

from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connection, transaction

from musterroll.ledger.codec import decoded, encoded
from musterroll.ledger.edge import at_edge, ours
from musterroll.ledger.models import MetaRow, PackRow
from musterroll.reference.packs import Pack, Packs

STALE = "stale"
EDITION = "edition"
LOCK = 5_117_342  # any number that only ledgers of ours lock by


@contextmanager
def one_step() -> Iterator[None]:
    """Do all that happens inside in one transaction, one writer at a time: all of it is kept, or nothing.

    Raises LedgerError where the database fails.
    """
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            yield
    except (Error, ImproperlyConfigured) as error:
        raise ours(error) from error


@at_edge
def mark_stale() -> None:
    """Say that what is derived lags behind the evidence and the judgements. Adding and judging do so themselves."""
    MetaRow.objects.update_or_create(key=STALE, defaults={"value": "yes"})
    new_edition()


def new_edition() -> None:
    """Say that something in the ledger is not as it was."""
    MetaRow.objects.update_or_create(key=EDITION, defaults={"value": uuid4().hex})


@at_edge
def edition() -> str:
    """Return a word that is another one after every change of the ledger, to keep answers by; "" for an empty one."""
    return MetaRow.objects.filter(key=EDITION).values_list("value", flat=True).first() or ""


@at_edge
def is_stale() -> bool:
    """Say whether what is derived lags behind."""
    return MetaRow.objects.filter(key=STALE, value="yes").exists()


@at_edge
def packs() -> Packs:
    """Return the packs in force; none where none were put."""
    return packs_of(tuple(PackRow.objects.order_by("place").values_list("record", flat=True)))


@lru_cache(maxsize=4)
def packs_of(records: tuple[str, ...]) -> Packs:
    """Return the packs that records hold; the same object for the same records."""
    return Packs(tuple(decoded(Pack, record) for record in records))


@at_edge
def put_packs(packs: Packs) -> None:
    """Put packs in force in place of those before; links made with others stay until `relink`."""
    rows = [PackRow(place=place, id=pack.id, record=encoded(pack)) for place, pack in enumerate(packs.packs)]
    with one_step():
        if [row.record for row in rows] == list(PackRow.objects.order_by("place").values_list("record", flat=True)):
            return
        PackRow.objects.all().delete()
        PackRow.objects.bulk_create(rows)
        mark_stale()
