"""Submit an op-ed or a report: a form that gives every typed word back when it refuses."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from musterroll import actions
from musterroll.desk.installation import secret_key, sends_mail
from musterroll.desk.intake.caps import LONG_WAIT, room_for_one, seconds_to_wait
from musterroll.desk.intake.sending import kept_token, later, minutes_of, queue_of, why_not_ours
from musterroll.desk.intake.tokens import new_token
from musterroll.desk.opinion.forms import SubmissionForm
from musterroll.desk.opinion.mail import ON_SUBMISSIONS
from musterroll.desk.opinion.safe_html import shown
from musterroll.desk.opinion.texts import Text, text_of
from musterroll.records import ActRefused, SubmissionDraft, TooMany


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Show what can be sent in, and what this is not for."""
    return render(request, "desk/opinion/choose.html", {})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, kind: str) -> HttpResponse:
    """Show the form for an op-ed or a report, or take what was sent."""
    return take(request, kind) if request.method == "POST" else form_page(request, kind)


def take(request: HttpRequest, kind: str) -> HttpResponse:
    """Take a submission in: how many there were, then the form, then its text; then file it, or show it first."""
    if wait := seconds_to_wait(request):
        return too_many(request, kind, wait)
    text, form = text_of(request, request.POST.get("title", "")), SubmissionForm(request.POST)
    if why := why_not_ours(request.POST):
        return form_page(request, kind, text=text, why=why, status=400, token=kept_token(request.POST))
    token = request.POST["token"]
    if request.POST.get("act") == "preview":
        return form_page(request, kind, text=text, errors=text.errors, token=token, status=400 if text.errors else 200)
    if not form.is_valid() or text.manuscript is None:
        errors = {**{name: [str(one) for one in said] for name, said in form.errors.items()}, **text.errors}
        return form_page(request, kind, text=text, errors=errors, status=400, token=token)
    return file(request, form.draft(kind, text.manuscript, token, queue_of(request)), text)


def file(request: HttpRequest, draft: SubmissionDraft, text: Text) -> HttpResponse:
    """File the submission and lead to its page."""
    try:
        with room_for_one():
            handed = actions.hand_in(draft, key=secret_key())
    except TooMany:
        return too_many(request, draft.kind, LONG_WAIT)
    except ActRefused:
        why = _("This form was sent before with other words. If this is another text, send it once more.")
        return form_page(request, draft.kind, text=text, why=why, status=409)
    if not handed.again:
        ON_SUBMISSIONS.ask_to_confirm(request, handed.submission.number)
    return redirect(f"{reverse('submission', args=[handed.submission.number, handed.secret])}?new=1")


def too_many(request: HttpRequest, kind: str, wait: int) -> HttpResponse:
    """Refuse for now, keeping the words; say how long to wait. A file that came with them was not read."""
    minutes = minutes_of(wait)
    why = ngettext(
        "Too much came in at once. Your words are still here: send them again in a minute. A file must be chosen anew.",
        "Too much came in at once. Your words are still here: send them again in %(minutes)d minutes. "
        "A file must be chosen anew.",
        minutes,
    ) % {"minutes": minutes}
    return later(form_page(request, kind, why=why, status=429, token=kept_token(request.POST)), wait)


def form_page(
    request: HttpRequest,
    kind: str,
    text: Text | None = None,
    errors: dict[str, list[str]] | None = None,
    why: str | None = None,
    status: int = 200,
    token: str | None = None,
) -> HttpResponse:
    """Show the form with what was typed, the text as it would appear, and what is wrong with it."""
    text = text or Text()
    typed = {name: request.POST.get(name, "") for name in (*SubmissionForm.base_fields, "text")}
    fields = {
        "kind": kind,
        "typed": typed,
        "errors": errors or {},
        "why": why,
        "text": text,
        "kept": text.sealed or request.POST.get("kept", ""),
        "preview": shown(text.manuscript.html) if text.manuscript else None,
        "token": token or new_token(),
        "sends_mail": sends_mail(),
    }
    return render(request, "desk/opinion/submit.html", fields, status=status)
