"""A submission as editors see it: its text, what its author declares, its thread, and the steps of its review."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from musterroll import actions, ledger
from musterroll.desk.editors.people import EDITING, REVIEWING, for_roles
from musterroll.desk.editors.reviewing import Reviewing, said, sender_words, silent, worded
from musterroll.desk.opinion.mail import ON_SUBMISSIONS
from musterroll.desk.opinion.safe_html import shown
from musterroll.desk.opinion.texts import Text, text_of
from musterroll.desk.opinion.words import EVENTS, KINDS, MADE_FROM, SILENT, STATES, WORDLESS
from musterroll.ledger.submission_law import UNDECIDED
from musterroll.records import ActRefused, Person, SubmissionFile


@for_roles(REVIEWING)
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, person: Person, number: str) -> HttpResponse:
    """Show a submission, or do to it what a button says."""
    file = SUBMISSIONS.opened(number)
    return SUBMISSIONS.acted(request, person, file) if request.method == "POST" else page(request, person, file)


def revise(request: HttpRequest, number: str, person: Person) -> SubmissionFile:
    """Put a new text in place of the one before."""
    text = text_of(request, request.POST.get("title", ""))
    if text.manuscript is None or not text.manuscript.title:
        raise ActRefused(text.why or _("Give it a title."))
    return actions.revise_submission(number, text.manuscript, by=person, why=said(request))


def page(
    request: HttpRequest, person: Person, file: SubmissionFile, why: str | None = None, status: int = 200
) -> HttpResponse:
    """Show everything of a submission."""
    typed = {name: request.POST.get(name, "") for name in ("note", "title", "text", "why")}
    fields = {
        "file": file,
        "sent": file.submission,
        "person": person,
        "may_decide": bool(person.roles & EDITING),
        "undecided": file.state in UNDECIDED,
        "body": shown(file.manuscript.html),
        "versions": [shown(one.html) for one in file.versions[:-1]],
        "typed": {**typed, "title": typed["title"] or file.manuscript.title},
        "text": Text(),
        "sender": sender_words(ON_SUBMISSIONS, file.number),
        "why": why,
        "words": {
            "states": STATES,
            "events": EVENTS,
            "kinds": KINDS,
            "made_from": MADE_FROM,
            "wordless": WORDLESS,
            "silent": SILENT,
        },
    }
    return render(request, "desk/opinion/review.html", fields, status=status)


def noted(act: Callable[..., SubmissionFile], words: str) -> Callable[[HttpRequest, str, Person], SubmissionFile]:
    """Return a deed that takes the words of the note, or these where there are none."""
    return lambda request, number, person: act(number, by=person, why=said(request, "note") or words)


SUBMISSIONS = Reviewing(
    view="editor-submission",
    open=lambda number: ledger.submission_file(number),
    page=page,
    deeds={
        "claim": silent(actions.claim_submission),
        "leave": silent(actions.leave_submission),
        "approve": noted(actions.approve_submission, "fit to be published"),
        "accept": noted(actions.accept_submission, "accepted"),
        "publish": noted(actions.publish_submission, "published"),
        "revise": revise,
        "comment": worded(actions.comment_submission),
        "message": worded(actions.message_author),
        "ask": worded(actions.ask_changes),
        "decline": worded(actions.decline_submission),
        "withdraw": worded(actions.withdraw_submission),
        "reopen": worded(actions.reopen_submission),
    },
    letters=ON_SUBMISSIONS,
)
