"""A submission as editors see it: its text, what its author declares, its thread, and the steps of its review."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from musterroll import actions, ledger
from musterroll.desk.editors.people import EDITING, REVIEWING, for_roles
from musterroll.desk.installation import secret_key
from musterroll.desk.opinion.mail import tell
from musterroll.desk.opinion.safe_html import shown
from musterroll.desk.opinion.texts import Text, text_of
from musterroll.desk.opinion.words import EVENTS, KINDS, MADE_FROM, SILENT, STATES, WORDLESS
from musterroll.ledger.submission_law import UNDECIDED
from musterroll.records import (
    PUBLIC_SUBMISSION_EVENTS,
    ActRefused,
    LedgerError,
    NotInLedger,
    Person,
    SubmissionFile,
)

Deed = Callable[[HttpRequest, str, Person], SubmissionFile]


@for_roles(REVIEWING)
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, person: Person, number: str) -> HttpResponse:
    """Show a submission, or do to it what a button says."""
    try:
        file = ledger.submission_file(number)
    except NotInLedger as error:
        raise Http404(str(error)) from error
    return acted(request, person, file) if request.method == "POST" else page(request, person, file)


def acted(request: HttpRequest, person: Person, file: SubmissionFile) -> HttpResponse:
    """Do one act; what cannot be done gives every typed word back with the reason."""
    number, deed = file.submission.number, DEEDS.get(request.POST.get("act", ""))
    if deed is None:
        return page(request, person, file, why=_("No such button."), status=400)
    try:
        grown = deed(request, number, person)
    except (ActRefused, NotInLedger) as refused:
        return page(request, person, ledger.submission_file(number), why=str(refused), status=409)
    for event in grown.events[len(file.events) :]:
        if event.kind in PUBLIC_SUBMISSION_EVENTS:
            tell(request, file.submission, event)
    return redirect("editor-submission", number)


def note(request: HttpRequest) -> str:
    """Return the words that go with a button."""
    return request.POST.get("note", "").strip()


def revise(request: HttpRequest, number: str, person: Person) -> SubmissionFile:
    """Put a new text in place of the one before."""
    text = text_of(request, request.POST.get("title", ""))
    if text.manuscript is None or not text.manuscript.title:
        raise ActRefused(text.why or _("Give it a title."))
    return actions.revise_submission(number, text.manuscript, by=person, why=request.POST.get("why", "").strip())


def claim(request: HttpRequest, number: str, person: Person) -> SubmissionFile:
    """Take it."""
    return actions.claim_submission(number, by=person)


def leave(request: HttpRequest, number: str, person: Person) -> SubmissionFile:
    """Put it back."""
    return actions.leave_submission(number, by=person)


def approve(request: HttpRequest, number: str, person: Person) -> SubmissionFile:
    """Approve the text as it is now."""
    return actions.approve_submission(number, by=person, why=note(request) or "fit to be published")


def accept(request: HttpRequest, number: str, person: Person) -> SubmissionFile:
    """Accept it."""
    return actions.accept_submission(number, by=person, why=note(request) or "accepted")


def publish(request: HttpRequest, number: str, person: Person) -> SubmissionFile:
    """Publish it."""
    return actions.publish_submission(number, by=person, why=note(request) or "published")


def worded(act: Callable[..., SubmissionFile]) -> Deed:
    """Return a deed that needs the words of the note."""
    return lambda request, number, person: act(number, by=person, why=note(request))


DEEDS: dict[str, Deed] = {
    "claim": claim,
    "leave": leave,
    "approve": approve,
    "accept": accept,
    "publish": publish,
    "revise": revise,
    "comment": worded(actions.comment_submission),
    "message": worded(actions.message_author),
    "ask": worded(actions.ask_changes),
    "decline": worded(actions.decline_submission),
    "withdraw": worded(actions.withdraw_submission),
    "reopen": worded(actions.reopen_submission),
}


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
        "sender": sender_of(file.submission.number),
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


def sender_of(number: str) -> str | None:
    """Return how the sender can be reached, as far as they said so, for editors to see."""
    try:
        reached = ledger.sender_of(number, secret_key())
    except LedgerError as error:
        return str(error)
    if reached is None:
        return None
    return " · ".join(word for word in (reached.contact.name, reached.contact.email) if word)
