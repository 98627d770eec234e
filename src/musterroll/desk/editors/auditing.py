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
    lines = ledger.audit_lines(subject)[::-1]
    said = request.GET.get("from", "")
    start = int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else 0
    fields = {
        "lines": lines[start : start + PAGE],
        "subject": subject or "",
        "older": start + PAGE if start + PAGE < len(lines) else None,
    }
    return render(request, "desk/editors/audit.html", fields)
