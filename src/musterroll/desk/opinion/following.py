"""A submission as its author follows it, without an account: by its number and the secret of its link."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from musterroll import actions, ledger
from musterroll.desk.installation import sends_mail
from musterroll.desk.intake.caps import seconds_to_wait
from musterroll.desk.intake.mail import link
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
from musterroll.desk.opinion.mail import ON_SUBMISSIONS
from musterroll.desk.opinion.safe_html import shown
from musterroll.desk.opinion.texts import Text, text_of
from musterroll.desk.opinion.words import EVENTS, KINDS, MADE_FROM, SILENT, STATES, WORDLESS
from musterroll.ledger.submission_law import UNDECIDED
from musterroll.records import ActRefused, NotInLedger, SubmissionFile

Deed = Callable[[HttpRequest, SubmissionFile, Text], None]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, number: str, secret: str) -> HttpResponse:
    """Show a submission to who has its link; take their reply, their new version, or that they take it back."""
    try:
        file = ledger.submission_by_secret(number, secret)
    except NotInLedger:
        return render(request, "desk/opinion/no_submission.html", {}, status=404)
    if request.method == "POST":
        return acted(request, file, secret)
    return page(request, file, secret)


def acted(request: HttpRequest, file: SubmissionFile, secret: str) -> HttpResponse:
    """Do what a button says; a refusal keeps the words."""
    if seconds_to_wait(request):
        return page(request, file, secret, why=too_much(), status=429)
    act = request.POST.get("act", "")
    text = text_of(request, request.POST.get("title", "")) if act == "version" else Text()
    if refusal := why_not_ours(request.POST) or why_not_words(request.POST.get("words", "")) or text.why:
        return page(request, file, secret, text, refusal, 400)
    try:
        DEEDS.get(act, no_button)(request, file, text)
    except ActRefused as refused:
        return page(request, file, secret, text, str(refused), 409)
    return back_to_thread("submission", file.number, secret)


def reply(request: HttpRequest, file: SubmissionFile, text: Text) -> None:
    """Add the author's words."""
    actions.reply_submission(file.submission.number, why=request.POST.get("words", ""))


def new_version(request: HttpRequest, file: SubmissionFile, text: Text) -> None:
    """Put a new text in place of the one before."""
    if not text.manuscript or not text.manuscript.title or len(text.manuscript.title) > 200:
        raise ActRefused(_("Give it a title, of at most 200 characters."))
    words = request.POST.get("words", "").strip()
    actions.hand_in_version(file.submission.number, text.manuscript, why=words or "a new version")


def take_back(request: HttpRequest, file: SubmissionFile, text: Text) -> None:
    """Withdraw what is not published."""
    actions.withdraw_own(file.submission.number)


def no_button(request: HttpRequest, file: SubmissionFile, text: Text) -> None:
    """Refuse what no button says."""
    raise ActRefused(_("No such button."))


DEEDS: dict[str, Deed] = {"reply": reply, "version": new_version, "withdraw": take_back}


def page(
    request: HttpRequest,
    file: SubmissionFile,
    secret: str,
    text: Text | None = None,
    why: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show where it stands, the thread, and the text as it is now."""
    text = text or Text()
    number = file.submission.number
    sent = request.POST if why else {}
    fields = {
        "file": file,
        "sent": file.submission,
        "is_new": request.GET.get("new") == "1",
        "link": link(request, "submission", number, secret),
        "words": {"states": STATES, "events": EVENTS, "kinds": KINDS, "made_from": MADE_FROM, "wordless": WORDLESS,
                  "silent": SILENT},
        "body": shown(file.manuscript.html),
        "may_rewrite": file.state in UNDECIDED,
        "may_take_back": file.open,
        "typed": {"words": sent.get("words", ""), "text": sent.get("text", ""),
                  "title": sent.get("title", "") or file.manuscript.title},
        "text": text,
        "kept": text.sealed,
        "acted": sent.get("act", ""),
        "why": why,
        "token": new_token(),
        "contact": contact_shown(ON_SUBMISSIONS, number),
        "sends_mail": sends_mail(),
    }  # fmt: skip
    return unlisted(render(request, "desk/opinion/submission.html", fields, status=status))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def updates(request: HttpRequest, number: str, token: str, wish: str) -> HttpResponse:
    """Confirm a wish for updates on a submission, or end it."""
    act = actions.confirm_submission_updates if wish == "confirm" else actions.stop_submission_updates
    return wish_page(request, number, token, wish, act, "desk/opinion/no_submission.html", _("Your text"))
