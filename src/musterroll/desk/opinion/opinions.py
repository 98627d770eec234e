"""Opinion: what was published of what readers sent in, apart from everything that is weighed."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from musterroll import ledger
from musterroll.desk.intake.held import held_now, held_of
from musterroll.desk.intake.log import Entry, entry_of
from musterroll.desk.intake.words import CLASSES, DEEDS, KINDS
from musterroll.desk.marks import Mark
from musterroll.desk.opinion.safe_html import shown
from musterroll.desk.reading.lists import as_csv, as_json, asked_form, cursor_of, cursor_text, every
from musterroll.ledger import CaseFilter
from musterroll.records import NotInLedger, Opinion

PAGE = 20
COLUMNS = (
    "id", "title", "byline", "about", "interest", "published", "modified", "withdrawn", "address", "pub_status",
    "held_since", "held_by",
)  # fmt: skip


@require_safe
def show_all(request: HttpRequest) -> HttpResponseBase:
    """Show the opinions, the newest first, or give their list as CSV or JSON."""
    given = asked_form(request)
    if given == "csv":
        return as_csv("opinions", COLUMNS, (cells_of(*pair) for pair in marked(every(ledger.opinions))))
    if given == "json":
        return as_json("opinions", (form_of(*pair) for pair in marked(every(ledger.opinions))))
    found = ledger.opinions(after=cursor_of(request.GET.get("after", "")), limit=PAGE)
    fields = {"opinions": list(found), "after": cursor_text(found.after), "lead": lead_of}
    return render(request, "desk/opinion/opinions.html", fields)


@require_safe
def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show one opinion, with its author's interest and the corrections on it."""
    try:
        opinion = ledger.opinion(number)
    except NotInLedger as error:
        raise Http404(str(error)) from error
    fields = {
        "opinion": opinion,
        "body": shown(opinion.manuscript.html) if opinion.withdrawn is None else "",
        "corrections": corrections_on(number),
        "held": held_of(opinion=[number]),
        "classes": CLASSES,
        "kinds": KINDS,
        "deeds": DEEDS,
    }
    return render(request, "desk/opinion/opinion.html", fields)


def corrections_on(number: str) -> list[Entry]:
    """Return the corrections that were made to an opinion, the newest first."""
    files = ledger.cases(CaseFilter(about_kind="opinion", about=number, state="decided"), limit=200)
    made = [ledger.correction(file.case.number) for file in files if file.outcome != "declined"]
    return [entry_of(one) for one in sorted(made, key=lambda one: one.at, reverse=True)]


def lead_of(opinion: Opinion) -> str:
    """Return the first words of an opinion, for a list; none of one that was withdrawn."""
    if opinion.withdrawn:
        return ""
    first = opinion.manuscript.text.split("\n\n")[0]
    return first if len(first) <= 300 else f"{first[:300].rsplit(' ', 1)[0]} …"


def form_of(opinion: Opinion, mark: Mark) -> dict[str, Any]:
    """Return an opinion as a row of a list; its text stands on its page."""
    return {
        "id": opinion.id,
        "title": opinion.title,
        "byline": opinion.byline,
        "about": opinion.about,
        "interest": opinion.interest,
        "published": opinion.published,
        "modified": opinion.modified,
        "withdrawn": opinion.withdrawn.words if opinion.withdrawn else None,
        "address": reverse("opinion", args=[opinion.id]),
        "pub_status": mark.pub_status,
        "held": mark.form["held"],
    }


def cells_of(opinion: Opinion, mark: Mark) -> tuple[object, ...]:
    """Return an opinion as cells in the order of COLUMNS."""
    said = tuple(form_of(opinion, mark).values())[:-1]
    return (*said, *mark.cells[1:3])


def marked(opinions: Iterable[Opinion]) -> Iterator[tuple[Opinion, Mark]]:
    """Yield opinions, each with where it stands and what holds it."""
    holds = held_now()
    for one in opinions:
        yield one, Mark("retracted" if one.withdrawn else "standing", held_of(holds, opinion=[one.id]))
