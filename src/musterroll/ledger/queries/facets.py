"""What findings can be narrowed to, how many there are of each, and what changed of them."""

from django.db.models import Count, Max, Min

from musterroll.ledger.codec import decoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import LIMIT, Caused, Counted, Facets
from musterroll.ledger.models import ChainRow, FindingRow, JudgementRow, NoticeRow, ReportRow
from musterroll.records import Judgement, Notice

MOST = 200  # forces, places and sources that are offered; all of them can be asked for


@at_edge
def facets() -> Facets:
    """Return what all findings can be narrowed to, with counts. It reads every finding: keep it by `edition`."""
    words = {name: counted(name, name) for name in ("type", "measure", "grade")}
    return Facets(**words, force=counted("force", "force_name"), place=counted("place", "place_name"), source=sources())


def counted(value: str, name: str) -> tuple[Counted, ...]:
    """Return the values of a column with how many findings have each, the most frequent first.

    Counted along the column's index; the name is that of one finding of each value.
    """
    found = FindingRow.objects.exclude(**{value: ""}).values_list(value)
    rows = list(found.annotate(told=Count("id"), one=Min("id")).order_by("-told", value)[:MOST])
    names = dict(FindingRow.objects.filter(pk__in=[one for _, _, one in rows]).values_list(value, name))
    return tuple(Counted(each, names[each], told) for each, told, _ in rows)


def sources() -> tuple[Counted, ...]:
    """Return the origins of most claims; what is counted of them are claims."""
    found = ChainRow.objects.exclude(origin="").values_list("origin")
    rows = found.annotate(told=Count("*")).order_by("-told", "origin")[:MOST]
    return tuple(Counted(origin, origin, told) for origin, told in rows)


@at_edge
def caused(subject: str | None = None, kind: str | None = None, limit: int = LIMIT) -> tuple[Caused, ...]:
    """Return what judgements changed, the newest first: of one subject, of a kind ("finding", "holding"), or of all."""
    found = NoticeRow.objects.order_by("-row")
    found = found.filter(subject=subject) if subject is not None else found
    found = found.filter(subject_kind=kind) if kind is not None else found
    listed = [decoded(Notice, record) for record in found.values_list("record", flat=True)[:limit]]
    rows = JudgementRow.objects.filter(id__in={notice.cause for notice in listed})
    causes = {row.id: decoded(Judgement, row.record) for row in rows}
    return tuple(Caused(causes[notice.cause], notice) for notice in listed if notice.cause in causes)


@at_edge
def latest_day() -> str | None:
    """Return the day of the latest report, None where no report has a day."""
    return ReportRow.objects.exclude(day="").aggregate(Max("day"))["day__max"]  # type: ignore[no-any-return]


@at_edge
def days_told(since: str) -> tuple[tuple[str, int, int], ...]:
    """Return (day, reports, claims) for each day since one (YYYY-MM-DD) on which reports were published."""
    found = ReportRow.objects.filter(day__gte=since).values_list("day")
    reports = dict(found.annotate(Count("id")).order_by("day"))
    claims = dict(found.annotate(told=Count("claims")).order_by("day"))
    return tuple((day, told, claims.get(day, 0)) for day, told in reports.items())
