"""Full text: sentences and titles that have all the words asked for."""

import re
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.lookups import In

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Hit
from musterroll.ledger.models import ClaimRow, FindingClaimRow, SentenceRow
from musterroll.ledger.now import retractions
from musterroll.ledger.rows import storable

FEW_FOR_CLAIMS, FEW_FOR_FINDINGS = 600, 3000  # sentences: above, walking is the quicker way (`docs/benchmarks.md`)
VECTOR = "SELECT id FROM ledger_sentence WHERE found @@ plainto_tsquery('english', %s)"
FTS5 = "SELECT rowid FROM ledger_words WHERE ledger_words MATCH %s"


class Walked(Func):
    """A column that no index is asked by: what is told of it is asked of row after row."""

    template = "+%(expressions)s"
    output_field = BigIntegerField()


def query_of(words: str) -> str:
    """Return words as this database's full text takes them, "" where no word is asked for."""
    asked = re.findall(r"\w+", storable(words))
    return " ".join(asked if connection.vendor == "postgresql" else [f'"{word}"' for word in asked])


def with_words(words: str) -> QuerySet[SentenceRow]:
    """Return the sentences and titles that have all the words; none where no word is asked for."""
    asked = query_of(words)
    return SentenceRow.objects.filter(id__in=numbers_with(asked)) if asked else SentenceRow.objects.none()


def numbers_with(asked: str) -> RawSQL:
    """Return the query of the numbers of sentences that answer a query as `query_of` makes it."""
    return RawSQL(VECTOR if connection.vendor == "postgresql" else FTS5, [asked])


def are_few(asked: str, few: int) -> bool:
    """Say whether at most so many sentences answer a query."""
    found = numbers_with(asked)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({found.sql} LIMIT {few + 1}) AS found", found.params)
        return bool(cursor.fetchone()[0] <= few)


def have_words(sentence: str, words: str, few: int) -> "Q | In[Any]":
    """Return the condition of rows whose `sentence` has all the words: by index if few sentences do, else row by row.

    Rows are walked in the order of their list until there are enough: soon where many have the words.
    """
    asked = query_of(words)
    if not asked:
        return Q(pk__in=())
    if are_few(asked, few):
        return Q(**{f"{sentence}__in": numbers_with(asked)})
    return In(Walked(F(sentence)), numbers_with(asked))


def claims_telling(words: str) -> "Q | In[Any]":
    """Return the condition of claims whose sentence has all the words."""
    return have_words("linking__sentence", words, FEW_FOR_CLAIMS)


def findings_telling(words: str) -> Q | Exists:
    """Return the condition of findings that rest on a claim whose sentence has all the words."""
    told = have_words("claim__linking__sentence", words, FEW_FOR_FINDINGS)
    if isinstance(told, Q):
        return Q(pk__in=FindingClaimRow.objects.filter(told).values("finding"))
    return Exists(FindingClaimRow.objects.filter(told, finding=OuterRef("pk")))


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
