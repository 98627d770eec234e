"""A case as its sender follows it, without an account: by its number and the secret of its link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from musterroll import actions, ledger
from musterroll.desk.installation import secret_key, sends_mail
from musterroll.desk.intake.about import address_of
from musterroll.desk.intake.caps import seconds_to_wait
from musterroll.desk.intake.changes import changes_of, mends_of
from musterroll.desk.intake.correction import why_not_ours
from musterroll.desk.intake.forms import LONGEST, UNREAD
from musterroll.desk.intake.mail import link
from musterroll.desk.intake.tokens import new_token
from musterroll.desk.intake.words import CLASS_MEANINGS, CLASSES, DEEDS, EVENTS, KINDS, PARTS, STATES, VERDICTS
from musterroll.records import ActRefused, CaseFile, Contact, Correction, LedgerError, NotInLedger


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
        why = _("Too much came in at once. Your words are kept on this page: send them again in a minute.")
        return case_page(request, file, secret, why=why, status=429)
    try:
        actions.reply_case(file.case.number, why=words)
    except ActRefused as refused:
        return case_page(request, file, secret, why=str(refused), status=400)
    return redirect(reverse("case", args=[file.case.number, secret]) + "#thread")


def why_no_reply(request: HttpRequest, words: str) -> str | None:
    """Say why a reply cannot be taken, or None."""
    if why := why_not_ours(request.POST):
        return why
    if not words.strip():
        return _("There are no words in it.")
    if len(words) > LONGEST or UNREAD in words or "\x00" in words:
        return _("It is longer than 10,000 characters, or some letters did not arrive as you typed them (�).")
    return None


def case_page(
    request: HttpRequest, file: CaseFile, secret: str, why: str | None = None, status: int = 200
) -> HttpResponse:
    """Show the thread, the receipt, and what exactly was mended."""
    number = file.case.number
    contact = contact_shown(number)
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
                  "meanings": CLASS_MEANINGS},
    }  # fmt: skip
    response = render(request, "desk/intake/case.html", fields, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def contact_shown(number: str) -> Contact:
    """Return who sent a case; nobody where it is not known, or sealed under another key."""
    try:
        reached = ledger.contact_of(number, secret_key())
    except LedgerError:
        return Contact()
    return reached.contact if reached else Contact()


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
    """Confirm a wish for updates, or end it: a page with one button, for mail programs open links by themselves."""
    if not ledger.fits(token, wish, number, secret_key()):
        return render(request, "desk/intake/no_case.html", {}, status=404)
    done = False
    if request.method == "POST":
        act = actions.confirm_updates if wish == "confirm" else actions.stop_updates
        try:
            act(number, token, key=secret_key())
            done = True
        except NotInLedger:
            return render(request, "desk/intake/no_case.html", {}, status=404)
    fields = {"number": number, "wish": wish, "done": done, "kicker": _("Correction")}
    return render(request, "desk/intake/updates.html", fields)


def logged_entry(number: str) -> Correction:
    """Return an entry of the public log; raises Http404."""
    try:
        return ledger.correction(number)
    except NotInLedger as error:
        raise Http404(str(error)) from error
