"""The audit: who did what, to what, when; the newest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from musterroll import ledger
from musterroll.desk.editors.people import REVIEWING, for_roles
from musterroll.records import Person

PAGE = 100


@for_roles(REVIEWING)
@require_safe
def show(request: HttpRequest, person: Person) -> HttpResponse:
    """Show the audit, all of it or of one subject, a page at a time."""
    subject = request.GET.get("subject") or None
    said = request.GET.get("after", "")
    after = int(said) if said.isascii() and said.isdecimal() and len(said) < 19 else None
    found = ledger.audit_slice(subject, after, PAGE)
    fields = {"lines": found.rows, "subject": subject or "", "older": found.after.key if found.after else None}
    return render(request, "desk/editors/audit.html", fields)
