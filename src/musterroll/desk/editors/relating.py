"""Related reports: an editor confirms that two belong together, or takes it back, and sees every word said on one."""

from collections.abc import Callable
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from musterroll import actions, ledger
from musterroll.desk.editors.people import EDITING, for_roles
from musterroll.desk.editors.reviewing import said
from musterroll.desk.environment import address
from musterroll.records import ActRefused, NotInLedger, Person, Relation

ACTS: dict[str, Callable[..., Relation]] = {
    "confirm": actions.confirm_related,
    "take back": actions.take_back_related,
}


@for_roles(EDITING)
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, person: Person, number: str) -> HttpResponse:
    """Show what was said of a report and others, or say what the form says; what is refused keeps every typed word."""
    if not ledger.report_lines([number]):
        raise Http404(f"no report {number} in the ledger")
    if request.method != "POST":
        return related_page(request, number)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        return related_page(request, number, _("No such button."), 400)
    try:
        act(number, report_in(said(request, "other")), by=person, why=said(request))
    except (ActRefused, NotInLedger) as refused:
        return related_page(request, number, str(refused), 409)
    return redirect(f"{address('report', number)}#like")


def report_in(typed: str) -> str:
    """Return the report that a field names: its id, or the id in the address of its page here."""
    _before, found, rest = typed.partition("/reports/")
    return unquote(rest.partition("/")[0]) if found else typed


def related_page(request: HttpRequest, number: str, why: str | None = None, status: int = 200) -> HttpResponse:
    """Show the words on a report, the last first, and the form."""
    relations = ledger.relations(number)
    latest = {one.reports: one for one in relations}
    known = ledger.report_lines([number, *(one.other_than(number) for one in relations)])
    typed = {name: request.POST.get(name, "") for name in ("act", "other", "why")}
    fields = {
        "number": number,
        "lines": {line.id: line for line in known},
        "relations": relations[::-1],
        "holding": {one.id for one in latest.values() if one.holds},
        "typed": {**typed, "act": typed["act"] if typed["act"] in ACTS else "confirm"},
        "why": why,
    }
    return render(request, "desk/editors/related.html", fields, status=status)
