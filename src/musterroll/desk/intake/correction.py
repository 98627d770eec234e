"""Submit a correction: a form that knows what it is about, and that gives every typed word back when it refuses."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from musterroll import actions
from musterroll.desk.installation import secret_key, sends_mail
from musterroll.desk.intake.about import GENERAL, about_of, address_of
from musterroll.desk.intake.caps import LONG_WAIT, room_for_one, seconds_to_wait
from musterroll.desk.intake.forms import CorrectionForm
from musterroll.desk.intake.mail import ON_CASES
from musterroll.desk.intake.sending import kept_token, later, minutes_of, queue_of, why_not_ours
from musterroll.desk.intake.tokens import new_token
from musterroll.desk.intake.words import PARTS
from musterroll.records import ActRefused, CaseAbout, NotInLedger, TooMany


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Show the form, or take what was sent."""
    if request.method == "POST":
        return take(request)
    try:
        return form_page(request, about_of(request.GET.get("about", "")))
    except NotInLedger:
        return form_page(request, GENERAL, why=not_there(), status=404)


def take(request: HttpRequest) -> HttpResponse:
    """Take a correction in: check the form, then what it is about, then how many there were, then file it."""
    try:
        about = about_of(request.POST.get("about", ""))
    except NotInLedger:
        return form_page(request, GENERAL, why=not_there(), status=404)
    if why := why_not_ours(request.POST):
        return form_page(request, about, why=why, status=400, token=kept_token(request.POST))
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return form_page(request, about, form, status=400, token=request.POST["token"])
    if wait := seconds_to_wait(request):
        return too_many(request, about, form, wait)
    return file(request, about, form)


def file(request: HttpRequest, about: CaseAbout, form: CorrectionForm) -> HttpResponse:
    """File the case and lead to its page; the page is where a receipt stands."""
    with translation.override(settings.LANGUAGE_CODE):  # what is kept is for editors, whatever the reader reads
        kept = about_of(about.key)
    draft = form.draft(kept, request.POST["token"], queue_of(request))
    try:
        with room_for_one():
            filed = actions.submit_case(draft, key=secret_key())
    except TooMany:
        return too_many(request, about, form, LONG_WAIT)
    except ActRefused:
        why = _("This form was sent before with other words. If this is another correction, send it once more.")
        return form_page(request, about, form, why=why, status=409)
    if not filed.again:
        ON_CASES.ask_to_confirm(request, filed.case.number)
    return redirect(f"{reverse('case', args=[filed.case.number, filed.secret])}?new=1")


def not_there() -> str:
    """Return what is said where a correction is about nothing that we know."""
    return _("What this correction was to be about is not in the ledger. You can still write: say which page you mean.")


def too_many(request: HttpRequest, about: CaseAbout, form: CorrectionForm, wait: int) -> HttpResponse:
    """Refuse for now, keeping the words; say how long to wait."""
    minutes = minutes_of(wait)
    why = ngettext(
        "Too many corrections came in at once. Your words are still here: send them again in a minute.",
        "Too many corrections came in at once. Your words are still here: send them again in %(minutes)d minutes.",
        minutes,
    ) % {"minutes": minutes}
    return later(form_page(request, about, form, why=why, status=429, token=request.POST["token"]), wait)


def form_page(
    request: HttpRequest,
    about: CaseAbout,
    form: CorrectionForm | None = None,
    why: str | None = None,
    status: int = 200,
    token: str | None = None,
) -> HttpResponse:
    """Show the form with what was typed, and say what is wrong with it."""
    typed = {name: request.POST.get(name, "") for name in CorrectionForm.base_fields}
    errors = {name: list(said) for name, said in form.errors.items()} if form else {}
    fields = {
        "about": about,
        "about_address": address_of(about.kind, about.id),
        "typed": typed,
        "errors": errors,
        "why": why,
        "token": token or new_token(),
        "parts": PARTS,
        "sends_mail": sends_mail(),
    }
    return render(request, "desk/intake/correction.html", fields, status=status)
