"""Submissions that wait: op-eds and reports, those that came without a sum apart."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from musterroll import ledger
from musterroll.desk.editors.people import REVIEWING, for_roles
from musterroll.desk.editors.tabs import known, tabs_of
from musterroll.desk.opinion.words import KINDS, STATES
from musterroll.desk.reading.lists import cursor_of, cursor_text
from musterroll.ledger import SubmissionFilter
from musterroll.records import SUBMISSION_KINDS, SUBMISSION_STATES, Person

PAGE = 50


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
        "tabs": tabs_of(tabs(person), ledger.count_submissions),
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
    return replace(
        held,
        kind=known(request.GET.get("kind"), SUBMISSION_KINDS),
        state=held.state or known(request.GET.get("state"), SUBMISSION_STATES),
    )
