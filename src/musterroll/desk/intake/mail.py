"""Mail to readers who asked for it: a link to confirm, then a line for each public step. None where no mail leaves."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk.installation import public_url, secret_key, sends_mail
from musterroll.desk.intake.words import EVENTS
from musterroll.records import CaseEvent, LedgerError

log = logging.getLogger(__name__)


def ask_to_confirm(request: HttpRequest, number: str) -> bool:
    """Send the link that confirms a wish for updates; say whether mail was sent."""
    reached = ledger.contact_of(number, secret_key())
    if not (reached and reached.contact.updates and reached.contact.email):
        return False
    confirm = link(request, "case-confirm", number, ledger.secret_of("confirm", number, secret_key()))
    text = _(
        "Somebody, we hope you, sent correction %(number)s and asked to be told how it goes on.\n\n"
        "To be told, open this link:\n%(confirm)s\n\n"
        "If it was not you, do nothing: no more mail will come."
    ) % {"number": number, "confirm": confirm}
    return send(reached.contact.email, _("Correction %(number)s: please confirm") % {"number": number}, text)


def tell(request: HttpRequest, event: CaseEvent) -> bool:
    """Tell the sender of a case about a public step, if they confirmed that they want it; say whether mail was sent.

    It is written in the language in which they sent it.
    """
    try:
        reached = ledger.contact_of(event.case, secret_key())
    except LedgerError:
        log.warning("%s: who sent it cannot be read with this installation's key", event.case)
        return False
    if not (reached and reached.contact.confirmed and reached.contact.email):
        return False
    with translation.override(reached.contact.language or settings.LANGUAGE_CODE):
        subject = _("Correction %(number)s") % {"number": event.case}
        return send(reached.contact.email, subject, letter(request, event, reached.secret))


def letter(request: HttpRequest, event: CaseEvent, secret: str) -> str:
    """Return what is written on a step, in the language that is on; `secret` is that of the case's link."""
    return _("%(step)s.\n\n%(words)s\n\nThe case: %(case)s\nNo more mail: %(stop)s") % {
        "step": EVENTS[event.kind],
        "words": event.words,
        "case": link(request, "case", event.case, secret),
        "stop": link(request, "case-stop", event.case, ledger.secret_of("stop", event.case, secret_key())),
    }


def link(request: HttpRequest, view: str, *args: str) -> str:
    """Return a whole address: the public one of the installation, where it is set."""
    path = reverse(view, args=args)
    return f"{public_url().rstrip('/')}{path}" if public_url() else request.build_absolute_uri(path)


def send(to: str, subject: str, text: str) -> bool:
    """Send one mail; a server that does not take it is noted and stops nothing."""
    if not sends_mail():
        return False
    try:
        return bool(EmailMessage(subject, text, to=[to]).send())
    except OSError as error:
        log.warning("mail was not taken: %s", error)
        return False
