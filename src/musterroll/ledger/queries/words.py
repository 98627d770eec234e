"""Full text: sentences and titles that have all the words asked for."""

import re
from collections.abc import Iterable

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Hit
from musterroll.ledger.models import ClaimRow, SentenceRow
from musterroll.ledger.now import retractions
from musterroll.ledger.rows import storable

VECTOR = "SELECT id FROM ledger_sentence WHERE found @@ plainto_tsquery('english', %s)"
FTS5 = "SELECT rowid FROM ledger_words WHERE ledger_words MATCH %s"


def with_words(words: str) -> QuerySet[SentenceRow]:
    """Return the sentences and titles that have all the words; none where no word is asked for."""
    asked = re.findall(r"\w+", storable(words))
    if not asked:
        return SentenceRow.objects.none()
    if connection.vendor == "postgresql":
        return SentenceRow.objects.filter(id__in=RawSQL(VECTOR, [" ".join(asked)]))
    return SentenceRow.objects.filter(id__in=RawSQL(FTS5, [" ".join(f'"{word}"' for word in asked)]))


def claims_with_words(words: str) -> QuerySet[ClaimRow]:
    """Return the claims whose sentence has all the words."""
    return ClaimRow.objects.filter(report__sentences__in=with_words(words), sentence=F("report__sentences__place"))


@at_edge
def search(
    words: str, since: str | None = None, until: str | None = None, language: str | None = None, limit: int = LIMIT
) -> tuple[Hit, ...]:
    """Return sentences and titles of standing reports that have all the words, the newest first.

    `since` and `until` are days (YYYY-MM-DD, inclusive) of publication.
    """
    found = with_words(words).exclude(report__in=retractions()).select_related("report").defer("report__record")
    found = found.filter(report__day__gte=since) if since else found
    found = found.filter(report__day__lte=until, report__day__gt="") if until else found
    found = found.filter(report__language=language) if language else found
    return tuple(hits_of(list(found.order_by("-report__day", "report", "place")[:limit])))


def hits_of(rows: list[SentenceRow]) -> Iterable[Hit]:
    """Yield hits with the claims read from each sentence."""
    claims: dict[tuple[str, int], list[str]] = {}
    for number, told_in, place in ClaimRow.objects.filter(report__in={row.report_id for row in rows}).values_list(
        "id", "report_id", "sentence"
    ):
        claims.setdefault((told_in, place), []).append(number)
    for row in rows:
        report = row.report
        of = tuple(sorted(claims.get((row.report_id, row.place), ())))
        yield Hit(report.id, report.title, report.day or None, report.outlet, row.place, row.words, of)
