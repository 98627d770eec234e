"""A case as its sender follows it, without an account: by its number and the secret of its link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from musterroll import actions, ledger
from musterroll.desk.installation import sends_mail
from musterroll.desk.intake.about import address_of
from musterroll.desk.intake.caps import seconds_to_wait
from musterroll.desk.intake.changes import changes_of, mends_of
from musterroll.desk.intake.mail import ON_CASES, link
from musterroll.desk.intake.sending import (
    back_to_thread,
    contact_shown,
    too_much,
    unlisted,
    why_not_ours,
    why_not_words,
    wish_page,
)
from musterroll.desk.intake.tokens import new_token
from musterroll.desk.intake.words import (
    CLASS_MEANINGS,
    CLASSES,
    DEEDS,
    EVENTS,
    KINDS,
    PARTS,
    SILENT,
    STATES,
    VERDICTS,
    WORDLESS,
)
from musterroll.records import ActRefused, CaseFile, Correction, NotInLedger


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, number: str, secret: str) -> HttpResponse:
    """Show a case to who has its link; take their reply."""
    try:
        file = ledger.case_by_secret(number, secret)
    except NotInLedger:
        return render(request, "desk/intake/no_case.html", {}, status=404)
    if request.method == "POST":
        return reply(request, file, secret)
    if request.GET.get("format") == "txt":
        return receipt_file(request, file, secret)
    return case_page(request, file, secret)


def reply(request: HttpRequest, file: CaseFile, secret: str) -> HttpResponse:
    """Add what the reader wrote to the thread; a refusal keeps their words."""
    words = request.POST.get("words", "")
    if why := why_no_reply(request, words):
        return case_page(request, file, secret, why=why, status=400)
    if seconds_to_wait(request):
        return case_page(request, file, secret, why=too_much(), status=429)
    try:
        actions.reply_case(file.case.number, why=words)
    except ActRefused as refused:
        return case_page(request, file, secret, why=str(refused), status=400)
    return back_to_thread("case", file.number, secret)


def why_no_reply(request: HttpRequest, words: str) -> str | None:
    """Say why a reply cannot be taken, or None."""
    if why := why_not_ours(request.POST):
        return why
    return why_not_words(words) if words.strip() else _("There are no words in it.")


def case_page(
    request: HttpRequest, file: CaseFile, secret: str, why: str | None = None, status: int = 200
) -> HttpResponse:
    """Show the thread, the receipt, and what exactly was mended."""
    number = file.case.number
    contact = contact_shown(ON_CASES, number)
    logged = ledger.correction(number) if file.outcome else None
    fields = {
        "file": file,
        "case": file.case,
        "is_new": request.GET.get("new") == "1" and file.decision is None,
        "link": link(request, "case", number, secret),
        "receipt": receipt(request, file, secret),
        "about_address": address_of(file.case.about.kind, file.case.about.id),
        "contact": contact,
        "sends_mail": sends_mail(),
        "mends": mends_of(logged.judgements) if logged else (),
        "changes": changes_of(logged.notices) if logged else (),
        "words": request.POST.get("words", ""),
        "why": why,
        "token": new_token(),
        "kinds": KINDS,
        "deeds": DEEDS,
        "names": {"states": STATES, "events": EVENTS, "classes": CLASSES, "parts": PARTS, "verdicts": VERDICTS,
                  "meanings": CLASS_MEANINGS, "wordless": WORDLESS, "silent": SILENT},
    }  # fmt: skip
    return unlisted(render(request, "desk/intake/case.html", fields, status=status))


def receipt(request: HttpRequest, file: CaseFile, secret: str) -> str:
    """Return what proves that a case was filed, as text to keep."""
    case = file.case
    lines = (
        _("Receipt for correction %(number)s") % {"number": case.number},
        _("Received: %(at)s") % {"at": case.received},
        _("To be decided by: %(day)s") % {"day": case.due},
        _("About: %(title)s (%(key)s)") % {"title": case.about.title or "–", "key": case.about.key},
        _("To follow it: %(link)s") % {"link": link(request, "case", case.number, secret)},
        "",
        _("What is wrong:"),
        case.wrong,
        "",
        _("What is right:"),
        case.right or "–",
        "",
        _("Evidence: %(link)s") % {"link": case.evidence or "–"},
    )
    return "\n".join(lines)


def receipt_file(request: HttpRequest, file: CaseFile, secret: str) -> HttpResponse:
    """Return the receipt as a text file."""
    response = HttpResponse(receipt(request, file, secret), content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{file.case.number}.txt"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def updates(request: HttpRequest, number: str, token: str, wish: str) -> HttpResponse:
    """Confirm a wish for updates on a case, or end it."""
    act = actions.confirm_updates if wish == "confirm" else actions.stop_updates
    return wish_page(request, number, token, wish, act, "desk/intake/no_case.html", _("Correction"))


def logged_entry(number: str) -> Correction:
    """Return an entry of the public log; raises Http404."""
    try:
        return ledger.correction(number)
    except NotInLedger as error:
        raise Http404(str(error)) from error
