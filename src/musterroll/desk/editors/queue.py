"""The queue: every case that waits, the overdue on top, what came without a sum apart."""

from dataclasses import replace
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from musterroll import ledger
from musterroll.desk.editors import submissions
from musterroll.desk.editors.people import REVIEWING, for_roles
from musterroll.desk.editors.tabs import known, tabs_of
from musterroll.desk.intake.words import CLASSES, KINDS, PARTS, STATES
from musterroll.desk.opinion.words import KINDS as SUBMISSION_KINDS
from musterroll.desk.opinion.words import STATES as SUBMISSION_STATES
from musterroll.desk.reading.lists import cursor_of, cursor_text
from musterroll.ledger import CaseFilter
from musterroll.records import CASE_KINDS, CASE_PARTS, CaseFile, Person, SubmissionFile
from musterroll.records import CLASSES as CLASS_CODES

PAGE, SUBMISSIONS = 50, 20


@for_roles(REVIEWING)
@require_safe
def show(request: HttpRequest, person: Person) -> HttpResponse:
    """Show the queue."""
    today = today_words()
    tab = request.GET.get("tab", "open")
    wanted = filter_of(request, tab, person, today)
    found = ledger.cases(wanted, after=cursor_of(request.GET.get("after", "")), limit=PAGE)
    fields = {
        "files": list(found),
        "after": cursor_text(found.after),
        "tabs": tabs_of(tabs(person, today), ledger.count_cases),
        "tab": tab,
        "today": today,
        "asked": {name: request.GET.get(name, "") for name in ("class", "kind", "part", "with")},
        "person": person,
        "late": late_days,
        "submissions": submissions_for(tab, person),
        "submission_words": {"kinds": SUBMISSION_KINDS, "states": SUBMISSION_STATES},
        "names": {"states": STATES, "classes": CLASSES, "kinds": KINDS, "parts": PARTS},
    }
    return render(request, "desk/editors/queue.html", fields)


def submissions_for(tab: str, person: Person) -> list[SubmissionFile]:
    """Return the op-eds and reports that wait, for the views of the queue that have some; the oldest first."""
    wanted = submissions.tabs(person).get(tab)
    return list(ledger.submissions(wanted, limit=SUBMISSIONS)) if wanted and wanted.open else []


def today_words() -> str:
    """Return today's day (YYYY-MM-DD, UTC)."""
    return datetime.now(UTC).date().isoformat()


def tabs(person: Person, today: str) -> dict[str, CaseFilter]:
    """Return the views of the queue."""
    return {
        "open": CaseFilter(state="open", queue="open"),
        "mine": CaseFilter(state="open", claimed_by=person.name),
        "overdue": CaseFilter(overdue=today),
        "held": CaseFilter(outcome="held"),
        "strict": CaseFilter(state="open", queue="strict"),
        "decided": CaseFilter(state="decided"),
    }


def filter_of(request: HttpRequest, tab: str, person: Person, today: str) -> CaseFilter:
    """Return what the address asks for: a tab, narrowed by editor, class, kind and part."""
    held = tabs(person, today).get(tab, CaseFilter(state="open", queue="open"))
    asked = request.GET
    return replace(
        held,
        claimed_by=held.claimed_by or asked.get("with", "").strip() or None,
        outcome=held.outcome or known(asked.get("class"), CLASS_CODES),
        about_kind=known(asked.get("kind"), CASE_KINDS),
        part=known(asked.get("part"), CASE_PARTS),
    )


def late_days(file: CaseFile, today: str) -> int:
    """Return by how many days a case is overdue (negative: days left)."""
    return (datetime.fromisoformat(today) - datetime.fromisoformat(file.case.due)).days
