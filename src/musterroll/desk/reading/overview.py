"""The front page: commitments and their deadlines, what changed, where, since when, and the figures at a glance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import translation
from markupsafe import Markup

from musterroll import ledger
from musterroll.desk.charts import Chart, Point, Week, lengths, sparkline, timeline
from musterroll.desk.environment import address
from musterroll.desk.headings import heading
from musterroll.desk.intake.words import CLASSES
from musterroll.desk.maps import Map, map_of
from musterroll.desk.marks import COLUMNS as MARKS
from musterroll.desk.marks import findings_forms, marked_findings
from musterroll.desk.reading.commitments import Row, all_rows, brackets_of, event_of, sides_of
from musterroll.desk.reading.due import deadline_of, today
from musterroll.desk.reading.findings import COLUMNS, cells_of
from musterroll.desk.reading.kept import kept
from musterroll.desk.reading.lists import as_csv, as_json, asked_form
from musterroll.desk.reading.places import all_places, pin_of
from musterroll.ledger import FindingFilter
from musterroll.records import Finding

CLAUSES, NEW, CONTESTED, GLANCE, CORRECTIONS = 3, 5, 4, 6, 4
EVENTS = 18  # marks of the timeline; a front page has no room for more
PINS = 60
WEEKS = 52
LOOKED_AT = 200  # findings that are read to choose from


@dataclass(frozen=True)
class Latest:
    """The last seven days that have reports: from when to when, how many, and what is new or disputed in them."""

    since: str
    until: str
    reports: int
    claims: int
    new: tuple[Finding, ...]
    disputed: tuple[Finding, ...]
    weeks: Chart


@dataclass(frozen=True)
class Stages:
    """The commitment with most departures, and its chart: announced, reported, confirmed, verified."""

    row: Row
    chart: Chart


def show(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the overview, or give its findings as a file."""
    made, form = kept(f"overview {translation.get_language()}", parts_of_page), asked_form(request)
    if form != "html":
        return as_file(form, findings_on(made))
    context = {
        **made,
        "on": today(),
        "packs": ledger.packs(),
        "corrections": ledger.corrections(limit=CORRECTIONS).rows,
        "classes": CLASSES,
    }
    return render(request, "desk/overview.html", context)


def findings_on(made: Mapping[str, Any]) -> list[tuple[str, Finding]]:
    """Return the findings of the front page, each with the part that it stands in."""
    latest_: Latest | None = made["latest"]
    parts = {"at a glance": [one for one, _bar in made["glance"]]}
    if latest_:
        parts |= {"new": [*latest_.new], "disputed": [*latest_.disputed]}
    return [(part, one) for part, told in parts.items() for one in told]


def as_file(form: str, told: Sequence[tuple[str, Finding]]) -> StreamingHttpResponse:
    """Return findings as CSV or JSON, with their marks; `part` says where each stands on the page."""
    parts, found = [part for part, _ in told], [one for _, one in told]
    if form == "csv":
        marked = zip(parts, marked_findings(found), strict=True)
        rows = ((part, *cells_of(one), mark.status, *mark.cells) for part, (one, mark) in marked)
        return as_csv("overview", ("part", *COLUMNS, "status", *MARKS), rows)
    forms = zip(parts, findings_forms(found), strict=True)
    return as_json("overview", ({"part": part, **finding} for part, finding in forms))


def parts_of_page() -> dict[str, Any]:
    """Return what the front page shows of the ledger; made once until it changes."""
    rows = all_rows()
    return {
        "clauses": [(row[0], row[1], sides_of(row[0])) for row in pressing(rows)],
        "clauses_held": len(rows),
        "stages": stages_of(rows),
        "latest": latest(),
        "glance": at_a_glance(),
        "counts": ledger.counts(),
        "map": picture(),
    }


def pressing(rows: Sequence[Row]) -> list[Row]:
    """Return the commitments for the top: those with a deadline and most evidence, then those without a deadline."""
    held = [row for row in rows if row[0].evidence and not row[1].ends]
    return sorted(held, key=lambda row: (row[0].until is None, -len(row[0].evidence), row[0].until or ""))[:CLAUSES]


def stages_of(rows: Sequence[Row]) -> Stages | None:
    """Return the departures of the commitment that has most of them; None where none has any."""
    row = max(rows, key=lambda row: sum(1 for one in row[0].evidence if one.stage), default=None)
    staged = [one for one in row[0].evidence if one.stage] if row else []
    if row is None or not staged:
        return None
    shown = staged[-EVENTS:]
    lines = {line.id: line for line in ledger.claim_lines(one.claim for one in shown)}
    due = deadline_of(row[1], row[0].until, row[0].id)
    return Stages(row, timeline([event_of(one, lines) for one in shown], due, brackets_of(row[0])))


def latest() -> Latest | None:
    """Return what the last seven days with reports brought; None where no report has a day."""
    until = ledger.latest_day()
    if until is None:
        return None
    since = days_before(until, 6)
    days = ledger.days_told(days_before(until, 7 * WEEKS - 1))
    found = ledger.findings(FindingFilter(since=since), limit=LOOKED_AT).rows
    new = [one for one in found if one.first and one.first >= since]
    disputed = [one for one in found if one.grade in ("contested", "denied")]
    in_week = [day for day in days if day[0] >= since]
    return Latest(
        since, until, sum(day[1] for day in in_week), sum(day[2] for day in in_week),
        tuple(each_once(weighty(new))[:NEW]), tuple(disputed[:CONTESTED]), sparkline(weeks_of(days, until)),
    )  # fmt: skip


def weighty(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings with a figure first, those that most reports tell before the others."""
    return sorted(findings, key=lambda one: (one.min is None and one.max is None, -len(one.reports), one.id))


def each_once(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings without those that a reader of one line could not tell from one before."""
    shown: dict[tuple[object, ...], Finding] = {}
    for one in findings:
        shown.setdefault((heading(one), one.matter.period, one.min, one.max), one)
    return list(shown.values())


def days_before(day: str, number: int) -> str:
    """Return the day that lies so many days before one."""
    return (date.fromisoformat(day) - timedelta(days=number)).isoformat()


def weeks_of(days: Sequence[tuple[str, int, int]], until: str) -> list[Week]:
    """Return claims a week, in weeks that end with the last day."""
    last, counts = date.fromisoformat(until), dict.fromkeys(range(WEEKS), 0)
    for day, _, claims in days:
        counts[(last - date.fromisoformat(day)).days // 7] += claims
    return [Week(days_before(until, 7 * back + 6), counts[back]) for back in reversed(range(WEEKS))]


def at_a_glance() -> list[tuple[Finding, Markup]]:
    """Return the last figure for how many are there, a force a line, each with its bar; forces that no pack knows are
    left to the list."""
    found = ledger.findings(FindingFilter(type="presence", measure="stock"), limit=LOOKED_AT).rows
    shown: dict[str, Finding] = {}
    for one in found:
        if one.force and not one.force.id.startswith("said:") and (one.min is not None or one.max is not None):
            shown.setdefault(one.force.id, one)
    held = list(shown.values())[:GLANCE]
    return list(zip(held, lengths([point_of(one) for one in held]), strict=True))


def point_of(finding: Finding) -> Point:
    """Return a finding's figure as a mark."""
    where = address("finding", finding.id)
    return Point(where, "", finding.matter.period, finding.min, finding.max, finding.qualifier)


def picture() -> Map:
    """Return the map of the places that most claims name."""
    pins = [pin_of(line) for line in all_places() if line.pin]
    return map_of(pins[:PINS], address("map-data"), address("places"))
