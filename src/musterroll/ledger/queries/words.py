"""Full text: sentences and titles that have all the words asked for."""

import re
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import RawSQL

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Hit
from musterroll.ledger.models import ClaimRow, FindingClaimRow, SentenceRow
from musterroll.ledger.now import retractions
from musterroll.ledger.queries.few import FEW, among
from musterroll.ledger.rows import storable

VECTOR = "SELECT id FROM ledger_sentence WHERE found @@ plainto_tsquery('english', %s)"
FTS5 = "SELECT rowid FROM ledger_words WHERE ledger_words MATCH %s"


class Told(Func):
    """Whether a sentence (its id) has all the words of a query as `query_of` makes it."""

    template = "EXISTS (SELECT 1 FROM ledger_words WHERE ledger_words.rowid = %(expressions)s)"
    arg_joiner = " AND ledger_words MATCH "
    output_field = BooleanField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Return the same for PostgreSQL."""
        template = "EXISTS (SELECT 1 FROM ledger_sentence AS told WHERE told.id = %(expressions)s))"
        joiner = " AND told.found @@ plainto_tsquery('english', "
        return super().as_sql(compiler, connection, template=template, arg_joiner=joiner, **context)


def query_of(words: str) -> str:
    """Return words as this database's full text takes them, "" where no word is asked for."""
    asked = re.findall(r"\w+", storable(words))
    return " ".join(asked if connection.vendor == "postgresql" else [f'"{word}"' for word in asked])


def with_words(words: str) -> QuerySet[SentenceRow]:
    """Return the sentences and titles that have all the words; none where no word is asked for."""
    asked = query_of(words)
    if not asked:
        return SentenceRow.objects.none()
    return SentenceRow.objects.filter(id__in=RawSQL(VECTOR if connection.vendor == "postgresql" else FTS5, [asked]))


def few_with_words(words: str) -> list[int] | None:
    """Return the ids of the sentences that have all the words, None where they are more than FEW."""
    asked = query_of(words)
    if not asked:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"{VECTOR if connection.vendor == 'postgresql' else FTS5} LIMIT {FEW + 1}", [asked])
        found = [number for (number,) in cursor.fetchall()]
    return found if len(found) <= FEW else None


def claims_in_sentences(sentences: list[int]) -> list[str]:
    """Return the claims that stand in sentences (ids)."""
    found = ClaimRow.objects.filter(report__sentences__in=sentences, sentence=F("report__sentences__place"))
    return list(found.values_list("id", flat=True))


def claims_telling(words: str) -> Q | Exists:
    """Return the condition of claims whose sentence has all the words."""
    sentences = few_with_words(words)
    if sentences is not None:
        return Q(id__in=claims_in_sentences(sentences))
    return Exists(SentenceRow.objects.filter(has(words), report=OuterRef("report"), place=OuterRef("sentence")))


def findings_telling(words: str) -> Q | Exists:
    """Return the condition of findings that rest on a claim whose sentence has all the words."""
    sentences = few_with_words(words)
    if sentences is not None:
        return among(FindingClaimRow.objects.filter(claim__in=claims_in_sentences(sentences)), "finding")
    where = {"report": OuterRef("claim__report"), "place": OuterRef("claim__sentence")}
    rests = FindingClaimRow.objects.filter(finding=OuterRef("pk"))
    return Exists(rests.filter(Exists(SentenceRow.objects.filter(has(words), **where))))


def has(words: str) -> Told:
    """Return the condition of sentences that have all the words, looked up one by one."""
    return Told(F("id"), Value(query_of(words)))


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
