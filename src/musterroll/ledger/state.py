"""The ledger's own state: whether what is derived lags behind, the packs in force, and several steps as one."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TypeVar
from uuid import uuid4

from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connection, transaction

from musterroll.ledger.codec import decoded, encoded
from musterroll.ledger.edge import at_edge, ours, where_open
from musterroll.ledger.models import ChangeRow, EditionRow, PackRow
from musterroll.ledger.scope import Changed
from musterroll.reference.packs import Pack, Packs

EDITION = 1  # the key of the only row
Made = TypeVar("Made")
READ: ContextVar[str] = ContextVar("edition", default="")  # that of the page that is being made; "" while none is
LOCK = 5_117_342  # any number that only ledgers of ours lock by


@contextmanager
def one_step() -> Iterator[None]:
    """Do all that happens inside in one transaction, one writer at a time: all of it is kept, or nothing.

    It begins a new edition, so that nothing that was kept by the one before is taken for what holds. Raises LedgerError
    where the database fails.
    """
    with one_transaction():
        new_edition()
        yield


@contextmanager
def one_transaction() -> Iterator[None]:
    """Do the same on a ledger that may have no table of editions yet, or without a new edition."""
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            yield
    except (Error, ImproperlyConfigured) as error:
        raise ours(error) from error


@at_edge
def mark_stale(kind: str = "all", subjects: Iterable[str] = ("",)) -> None:
    """Say that what is derived lags behind: behind these reports ("report"), these actors ("actor"), or everything.

    Adding, judging and putting packs in force do so themselves.
    """
    ChangeRow.objects.bulk_create(
        [ChangeRow(kind=kind, subject=subject) for subject in subjects], ignore_conflicts=True, batch_size=200
    )
    new_edition()


def new_edition() -> None:
    """Say that something in the ledger is not as it was."""
    READ.set("")
    value = uuid4().hex  # no number: one that a step undone had taken would come again
    if not EditionRow.objects.filter(key=EDITION).update(value=value):
        EditionRow.objects.create(key=EDITION, value=value)


def edition() -> str:
    """Return a word that is another one after every change of the ledger, to keep answers by; "" for an empty one."""
    return READ.get() or edition_now()


@contextmanager
def one_reading() -> Iterator[None]:
    """Ask for the edition once for all that is read inside, as one page is; what changes inside begins another."""
    before = READ.set(edition_now())
    try:
        yield
    finally:
        READ.reset(before)


def edition_now() -> str:
    """Return the same, asked of the database."""
    with connection.cursor() as cursor:  # asked many times a page: by hand, a tenth of the time
        cursor.execute('SELECT "value" FROM ledger_edition WHERE "key" = %s', [EDITION])
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def once_an_edition(ask: Callable[[], Made]) -> Callable[[], Made]:
    """Have a question about the whole ledger asked once until something in it is not as it was."""

    @lru_cache(maxsize=4)
    def answered(mark: str) -> Made:
        return ask()

    return wraps(ask)(lambda: answered(f"{where_open()} {edition()}"))


@at_edge
def is_stale() -> bool:
    """Say whether what is derived lags behind."""
    return ChangeRow.objects.exists()


@at_edge
def changed() -> Changed:
    """Return what has changed since things were last derived."""
    rows = list(ChangeRow.objects.values_list("kind", "subject"))
    of = {kind: frozenset(subject for other, subject in rows if other == kind) for kind in ("report", "actor", "all")}
    return Changed(of["report"], of["actor"], bool(of["all"]))


@at_edge
@once_an_edition
def packs() -> Packs:
    """Return the packs in force; none where none were put. Read once an edition: their records are long."""
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
