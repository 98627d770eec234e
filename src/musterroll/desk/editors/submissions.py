"""Submissions that wait: op-eds and reports, those that came without a sum apart."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from musterroll import ledger
from musterroll.desk.editors.people import REVIEWING, for_roles
from musterroll.desk.opinion.words import KINDS, STATES
from musterroll.desk.reading.lists import cursor_of, cursor_text
from musterroll.ledger import SubmissionFilter
from musterroll.records import SUBMISSION_KINDS, SUBMISSION_STATES, Person

PAGE = 50


@dataclass(frozen=True)
class Tab:
    """One view of the submissions: its name, the filter behind it, and how many there are."""

    name: str
    wanted: SubmissionFilter
    count: int


@for_roles(REVIEWING)
@require_safe
def show(request: HttpRequest, person: Person) -> HttpResponse:
    """Show the submissions."""
    tab = request.GET.get("tab", "open")
    found = ledger.submissions(
        filter_of(request, tab, person), after=cursor_of(request.GET.get("after", "")), limit=PAGE
    )
    fields = {
        "files": list(found),
        "after": cursor_text(found.after),
        "tabs": [Tab(name, made, ledger.count_submissions(made)) for name, made in tabs(person).items()],
        "tab": tab,
        "asked": {name: request.GET.get(name, "") for name in ("kind", "state")},
        "submission_words": {"kinds": KINDS, "states": STATES},
    }
    return render(request, "desk/opinion/waiting.html", fields)


def tabs(person: Person) -> dict[str, SubmissionFilter]:
    """Return the views of the submissions."""
    return {
        "open": SubmissionFilter(open=True, queue="open"),
        "mine": SubmissionFilter(open=True, claimed_by=person.name),
        "strict": SubmissionFilter(open=True, queue="strict"),
        "published": SubmissionFilter(state="published"),
        "closed": SubmissionFilter(open=False),
    }


def filter_of(request: HttpRequest, tab: str, person: Person) -> SubmissionFilter:
    """Return what the address asks for: a tab, narrowed by kind and state."""
    held = tabs(person).get(tab, SubmissionFilter(open=True, queue="open"))
    kind, state = request.GET.get("kind"), request.GET.get("state")
    return SubmissionFilter(
        kind=kind if kind in SUBMISSION_KINDS else None,
        state=held.state or (state if state in SUBMISSION_STATES else None),
        open=held.open,
        queue=held.queue,
        claimed_by=held.claimed_by,
    )
