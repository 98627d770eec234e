"""What is said to requests that cannot be read at all: too large, in another encoding, or forged."""

from collections.abc import Callable

from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from musterroll.desk.intake.about import GENERAL, about_of
from musterroll.desk.intake.correction import form_page
from musterroll.desk.opinion import submit
from musterroll.records import NotInLedger


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be read (status 400, 413 where it is too large)."""
    if isinstance(exception, DisallowedHost):
        return unknown_host()
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        why = _("What was sent is larger than one megabyte, so it was not read. Go back: your words are still there.")
        return render(request, "desk/intake/refused.html", {"why": why}, status=413)
    why = _("What was sent cannot be read: it is no form, or not in UTF-8. Nothing was kept of it.")
    return render(request, "desk/intake/refused.html", {"why": why}, status=400)


def unknown_host() -> HttpResponse:
    """Answer a request for a name that is none of ours: in plain words, for every page says where it stands."""
    words = _("This site has another name. Its operator says which in MUSTERROLL_HOSTS.")
    return HttpResponse(f"{words}\n", status=400, content_type="text/plain; charset=utf-8")


def nowhere(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request for an address where nothing is (status 404)."""
    why = _("There is nothing at this address.")
    return render(request, "desk/missing.html", {"words": why}, status=404)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without its cookie (status 403): what a reader typed comes back with a new cookie."""
    why = _("Your browser did not send back the cookie of this form, so it may not be yours. Send it once more.")
    again = AGAIN.get(asked_for(request) or "")
    return again(request, why) if again else render(request, "desk/intake/refused.html", {"why": why}, status=403)


def correction_again(request: HttpRequest, why: str) -> HttpResponse:
    """Show the form of a correction with its words."""
    try:
        about = about_of(request.POST.get("about", ""))
    except NotInLedger:
        about = GENERAL
    return form_page(request, about, why=why, status=403)


AGAIN: dict[str, Callable[[HttpRequest, str], HttpResponse]] = {
    "correction-new": correction_again,
    "submit-opinion": lambda request, why: submit.form_page(request, "opinion", why=why, status=403),
    "submit-report": lambda request, why: submit.form_page(request, "report", why=why, status=403),
}


def asked_for(request: HttpRequest) -> str | None:
    """Return the name of the view that a request asks for."""
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return None
