"""What all processes of a desk must know for some minutes: how much came in, which codes were used. Then it is gone.

Each function is one statement, or a few in one transaction, so that of two processes that count at once neither is
lost. Nothing here belongs to an edition: what is kept by the last one still holds. Moments are seconds since 1970.
"""

from django.db import connection, transaction

from musterroll.ledger.edge import at_edge
from musterroll.ledger.models import PassingRow

ADD = "INSERT INTO ledger_passing (name, value, until) VALUES (%s, %s, %s) ON CONFLICT (name) DO NOTHING"
COUNT = """
UPDATE ledger_passing SET value = CAST(CAST(value AS BIGINT) + %s AS TEXT) WHERE name = %s AND until > %s
RETURNING value
"""


@at_edge
def remember(name: str, value: str, until: float, now: float) -> None:
    """Keep a value under a name until a moment, in place of the one before."""
    with transaction.atomic():
        forget_passed(now)
        PassingRow.objects.update_or_create(name=name, defaults={"value": value, "until": until})


@at_edge
def remember_first(name: str, value: str, until: float, now: float) -> bool:
    """Keep a value under a name that has none now; False where it has one: of many at once, one is the first."""
    with transaction.atomic(), connection.cursor() as cursor:
        forget_passed(now)
        cursor.execute(ADD, [name, value, until])
        return bool(cursor.rowcount == 1)


@at_edge
def remembered(name: str, now: float) -> str | None:
    """Return what is kept under a name, None where nothing is."""
    return PassingRow.objects.filter(name=name, until__gt=now).values_list("value", flat=True).first()


@at_edge
def count_on(name: str, by: int, now: float) -> int | None:
    """Add to the number under a name; return it as it is then, None where there is none now."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [by, name, now])
        row = cursor.fetchone()
    return int(row[0]) if row else None


@at_edge
def forget(name: str | None = None) -> bool:
    """Let go of what is kept under a name, or of everything; say whether there was anything."""
    rows = PassingRow.objects.all() if name is None else PassingRow.objects.filter(name=name)
    return bool(rows.delete()[0])


@at_edge
def forget_passed(now: float) -> int:
    """Let go of all whose moment has passed; return how much it was. Whatever is kept anew does this too."""
    return int(PassingRow.objects.filter(until__lte=now).delete()[0])
