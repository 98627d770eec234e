"""Mail to authors who asked for it: a link to confirm, then a line for each public step of the review."""

import logging

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk.installation import secret_key
from musterroll.desk.intake.mail import link, send
from musterroll.desk.opinion.words import EVENTS, SILENT, WORDLESS
from musterroll.ledger import Reached
from musterroll.records import LedgerError, Submission, SubmissionEvent

log = logging.getLogger(__name__)


def ask_to_confirm(request: HttpRequest, number: str) -> bool:
    """Send the link that confirms a wish for updates; say whether mail was sent."""
    reached = ledger.sender_of(number, secret_key())
    if not (reached and reached.contact.updates and reached.contact.email):
        return False
    confirm = link(request, "submission-confirm", number, ledger.secret_of("confirm", number, secret_key()))
    text = _(
        "Somebody, we hope you, sent text %(number)s and asked to be told how its review goes on.\n\n"
        "To be told, open this link:\n%(confirm)s\n\n"
        "If it was not you, do nothing: no more mail will come."
    ) % {"number": number, "confirm": confirm}
    return send(reached.contact.email, _("Your text %(number)s: please confirm") % {"number": number}, text)


def tell(request: HttpRequest, submission: Submission, event: SubmissionEvent) -> bool:
    """Tell an author about a public step of the review, if they confirmed that they want it; say whether mail was sent.

    It is written in the language in which they sent their text.
    """
    try:
        reached = ledger.sender_of(submission.number, secret_key())
    except LedgerError:
        log.warning("%s: who sent it cannot be read with this installation's key", submission.number)
        return False
    if not (reached and reached.contact.confirmed and reached.contact.email):
        return False
    with translation.override(reached.contact.language or settings.LANGUAGE_CODE):
        subject = _("Your text %(number)s") % {"number": submission.number}
        return send(reached.contact.email, subject, letter(request, submission, event, reached))


def letter(request: HttpRequest, submission: Submission, event: SubmissionEvent, reached: Reached) -> str:
    """Return what is written on a step: what was done, the editors' words, where it stands, how to end the mails."""
    number = submission.number
    words = "" if event.kind in WORDLESS or event.words in SILENT else event.words
    secret = ledger.secret_of("stop", number, secret_key())
    parts = (
        f"{EVENTS[event.kind]}.",
        words,
        published_line(request, submission, event),
        _("Your text and its review: %(link)s") % {"link": link(request, "submission", number, reached.secret)}
        + "\n" + _("No more mail: %(link)s") % {"link": link(request, "submission-stop", number, secret)},
    )  # fmt: skip
    return "\n\n".join(part for part in parts if part)


def published_line(request: HttpRequest, submission: Submission, event: SubmissionEvent) -> str:
    """Return where a text stands that was published by this step; "" for other steps."""
    if event.kind != "published":
        return ""
    view, thing = ("report", event.report) if submission.kind == "report" else ("opinion", submission.number)
    return _("It stands here: %(link)s") % {"link": link(request, view, thing)} if thing else ""
