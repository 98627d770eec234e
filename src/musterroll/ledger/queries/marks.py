"""What was judged and what changed with it: for feeds, files and the API, which mark it beside every row."""

from collections.abc import Iterable

from django.db.models import Exists, Max, OuterRef

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Cursor, Slice
from musterroll.ledger.models import FindingRow, JudgementRow, NoticeRow, StandingRow
from musterroll.ledger.queries.findings import finding
from musterroll.ledger.rows import in_lots
from musterroll.records import Finding, Judgement, Notice, NotInLedger


@at_edge
def judged(subjects: Iterable[str]) -> dict[str, Judgement]:
    """Return the judgement that holds now of each of these claims, reports or actors (ids) that has one."""
    lots = in_lots(sorted(set(subjects)))
    found = (StandingRow.objects.filter(subject__in=lot).values_list("subject", "judgement") for lot in lots)
    held = {subject: judgement for lot in found for subject, judgement in lot}
    made = judgements_by_id(held.values())
    return {subject: made[judgement] for subject, judgement in held.items() if judgement in made}


@at_edge
def judgements_by_id(ids: Iterable[str]) -> dict[str, Judgement]:
    """Return judgements by their ids."""
    rows = (JudgementRow.objects.filter(id__in=lot).values_list("id", "record") for lot in in_lots(sorted(set(ids))))
    return {number: decoded(Judgement, record) for lot in rows for number, record in lot}


@at_edge
def last_changes(subjects: Iterable[str]) -> dict[str, tuple[Notice, Judgement]]:
    """Return the last notice of each of these findings or holdings (ids) that has one, with the judgement behind it."""
    lots = in_lots(sorted(set(subjects)))
    found = (NoticeRow.objects.filter(subject__in=lot).values("subject").annotate(last=Max("row")) for lot in lots)
    last = [row["last"] for lot in found for row in lot]
    return with_causes(decoded(Notice, record) for record in records_of_rows(last))


def records_of_rows(rows: Iterable[int]) -> Iterable[str]:
    """Yield the records of notices by their row."""
    numbers = list(rows)
    for start in range(0, len(numbers), LIMIT):
        lot = numbers[start : start + LIMIT]
        yield from NoticeRow.objects.filter(row__in=lot).values_list("record", flat=True)


def with_causes(notices: Iterable[Notice]) -> dict[str, tuple[Notice, Judgement]]:
    """Return notices by their subject, each with its judgement."""
    listed = list(notices)
    causes = judgements_by_id(notice.cause for notice in listed)
    return {notice.subject: (notice, causes[notice.cause]) for notice in listed if notice.cause in causes}


@at_edge
def lately_changed(kind: str, limit: int = LIMIT) -> tuple[str, ...]:
    """Return the ids of the findings or holdings (`kind`) that judgements changed last, the last first."""
    found = NoticeRow.objects.filter(subject_kind=kind).values("subject").annotate(last=Max("row")).order_by("-last")
    return tuple(found.values_list("subject", flat=True)[:limit])


@at_edge
def findings_gone(after: str = "", limit: int = LIMIT) -> Slice[Finding]:
    """Return the findings that judgements took away, as they were, by id; `after` is the last id of the slice before.

    Each has the grade "retracted".
    """
    there = FindingRow.objects.filter(id=OuterRef("subject"))
    found = NoticeRow.objects.filter(subject_kind="finding", subject__gt=after).exclude(Exists(there))
    ids = list(found.order_by("subject").values_list("subject", flat=True).distinct()[: limit + 1])
    last = Cursor("", ids[limit - 1]) if len(ids) > limit else None
    return Slice(tuple(one for number in ids[:limit] for one in as_it_was(number)), last)


def as_it_was(number: str) -> tuple[Finding, ...]:
    """Return a finding that is gone; none where it came by a judgement and went without one."""
    try:
        return (finding(number),)
    except NotInLedger:
        return ()


@at_edge
def notices_slice(
    subject: str | None = None, cause: str | None = None, after: int | None = None, limit: int = LIMIT
) -> Slice[Notice]:
    """Return what judgements changed, the last first: of a subject, by a cause, or all; `after` is a row's number.

    The cursor of the slice holds that number as its key.
    """
    found = NoticeRow.objects.order_by("-row")
    found = found.filter(subject=subject) if subject is not None else found
    found = found.filter(cause=cause) if cause is not None else found
    found = found.filter(row__lt=after) if after is not None else found
    rows = list(found[: limit + 1])
    last = Cursor(str(rows[limit - 1].row), rows[limit - 1].id) if len(rows) > limit else None
    return Slice(tuple(decoded(Notice, row.record) for row in rows[:limit]), last)
