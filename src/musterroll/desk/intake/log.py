"""The public corrections log: what was wrong, what is right, when, where it was mended, and who relied on it."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from musterroll import ledger
from musterroll.desk.intake.about import address_of
from musterroll.desk.intake.case import logged_entry
from musterroll.desk.intake.changes import Change, Mend, changes_of, mends_of
from musterroll.desk.intake.words import CLASS_MEANINGS, CLASSES, DEEDS, KINDS
from musterroll.ledger import CorrectionFilter, Cursor
from musterroll.pipeline.forms import safe_cell
from musterroll.records import CLASSES as CLASS_CODES
from musterroll.records import Correction

PAGE = 25
COLUMNS = (
    "id", "at", "class", "case", "about_kind", "about", "title", "wrong", "right", "mended",
    "changed", "before", "after", "held_until",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A correction with the words and addresses that its row in the log shows."""

    correction: Correction
    address: str | None
    mends: tuple[Mend, ...]
    changes: tuple[Change, ...]


@require_safe
def show(request: HttpRequest) -> HttpResponseBase:
    """Show the log, the newest first, or give it as CSV or JSON with the same filters."""
    wanted = filter_of(request)
    given = request.GET.get("format")
    if given == "csv":
        return as_csv(wanted)
    if given == "json":
        return StreamingHttpResponse(json_lines(wanted), content_type="application/json")
    found = ledger.corrections(wanted, after=cursor_of(request.GET.get("after", "")), limit=PAGE)
    fields = {
        "entries": [entry_of(one) for one in found],
        "after": f"{found.after.key}|{found.after.id}" if found.after else None,
        "wanted": wanted,
        "asked": {name: request.GET.get(name, "") for name in ("class", "force", "report", "since", "until")},
        "classes": CLASSES,
        "meanings": CLASS_MEANINGS,
        "kinds": KINDS,
        "deeds": DEEDS,
    }
    return render(request, "desk/intake/corrections.html", fields)


@require_safe
def show_one(request: HttpRequest, number: str) -> HttpResponse:
    """Show one entry, at an address of its own."""
    fields = {"entry_": entry_of(logged_entry(number)), "classes": CLASSES, "kinds": KINDS, "deeds": DEEDS}
    return render(request, "desk/intake/one_correction.html", fields)


def filter_of(request: HttpRequest) -> CorrectionFilter:
    """Return what the address asks for; what is no class or no day asks nothing."""
    asked = request.GET
    outcome = asked.get("class", "")
    return CorrectionFilter(
        outcome=outcome if outcome in CLASS_CODES else None,
        force=asked.get("force") or None,
        report=asked.get("report") or None,
        since=day_of(asked.get("since", "")),
        until=day_of(asked.get("until", "")),
    )


def day_of(said: str) -> str | None:
    """Return a day (YYYY-MM-DD), None for anything else."""
    return said if len(said) == 10 and said.replace("-", "").isdecimal() and said.isascii() else None


def cursor_of(said: str) -> Cursor | None:
    """Return where the page before ended."""
    key, _bar, number = said.partition("|")
    return Cursor(key, number) if number else None


def entry_of(correction: Correction) -> Entry:
    """Return a correction as the log shows it."""
    address = address_of(correction.subject_kind, correction.subject)
    return Entry(correction, address, mends_of(correction.judgements), changes_of(correction.notices))


def all_entries(wanted: CorrectionFilter) -> Iterator[Entry]:
    """Yield every entry that a filter keeps, read as it is written."""
    return map(entry_of, ledger.every(ledger.corrections, wanted))


def form_of(entry: Entry) -> dict[str, Any]:
    """Return an entry as JSON."""
    said = entry.correction
    return {
        "id": said.id,
        "at": said.at,
        "class": said.outcome,
        "case": said.case,
        "about": {"kind": said.subject_kind, "id": said.subject or None, "title": said.title, "address": entry.address},
        "wrong": said.wrong,
        "right": said.right or None,
        "held_until": said.until,
        "mended": [
            {"deed": act.deed, "kind": act.subject_kind, "id": act.subject, "fields": dict(act.what)}
            for act in said.judgements
        ],
        "changed": [
            {"kind": one.kind, "id": one.id, "title": one.title, "fate": one.fate,
             "fields": [{"what": what, "before": before, "after": after} for what, before, after in one.rows]}
            for one in entry.changes
        ],
    }  # fmt: skip


def json_lines(wanted: CorrectionFilter) -> Iterator[str]:
    """Yield the log as one JSON document, written as it is read."""
    yield '{"corrections": ['
    for number, entry in enumerate(all_entries(wanted)):
        yield (",\n" if number else "\n") + json.dumps(form_of(entry), ensure_ascii=False)
    yield "]}\n"


def as_csv(wanted: CorrectionFilter) -> StreamingHttpResponse:
    """Return the log as CSV, a line for each thing that changed, at least one an entry; written as it is read."""
    response = StreamingHttpResponse(csv_lines(wanted), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="corrections.csv"'
    return response


def csv_lines(wanted: CorrectionFilter) -> Iterator[str]:
    """Yield the lines of the CSV."""
    yield csv_line(COLUMNS)
    for entry in all_entries(wanted):
        for row in csv_rows(entry):
            yield csv_line(row)


def csv_rows(entry: Entry) -> Iterator[tuple[str, ...]]:
    """Yield an entry's rows."""
    said = entry.correction
    mended = "; ".join(f"{mend.deed} {mend.kind} {mend.id}" for mend in entry.mends)
    head = (said.id, said.at, said.outcome, said.case or "", said.subject_kind, said.subject, said.title or "")
    body = (said.wrong, said.right, mended)
    until = said.until or ""
    if not entry.changes:
        yield (*head, *body, "", "", "", until)
    for one in entry.changes:
        before = "; ".join(f"{what}: {was}" for what, was, _is in one.rows)
        after = "; ".join(f"{what}: {now}" for what, _was, now in one.rows) or one.fate
        yield (*head, *body, f"{one.kind} {one.id}", before, after, until)


def csv_line(cells: tuple[str, ...]) -> str:
    """Return one line; a cell that a spreadsheet would take for a formula is marked as text."""
    sheet = io.StringIO()
    csv.writer(sheet).writerow([safe_cell(cell) for cell in cells])
    return sheet.getvalue()
