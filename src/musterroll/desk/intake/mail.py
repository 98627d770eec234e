"""Mail to who sent something in and asked for it: a link to confirm, then a letter for each public step.

None where no mail leaves. Cases and submissions have letters of their own.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from musterroll import ledger
from musterroll.desk.installation import public_url, secret_key, sends_mail
from musterroll.desk.intake.words import EVENTS
from musterroll.ledger import Reached
from musterroll.records import CaseEvent, CaseFile, LedgerError, Step, Thread

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Letters:
    """What is written to who sent in a thread of one kind.

    `kind` begins the names of its addresses; `who` says who sent a thread (its number, the installation's key).
    `subject`, `please` and `asking` hold the number, and what asks to confirm the link; `letter` tells of a step.
    """

    kind: str
    who: Callable[[str, str], Reached | None]
    subject: Promise
    please: Promise
    asking: Promise
    letter: Callable[[HttpRequest, Any, Any, Reached], str]

    def ask_to_confirm(self, request: HttpRequest, number: str) -> bool:
        """Send the link that confirms a wish for updates; say whether mail was sent."""
        reached = self.who(number, secret_key())
        if not (reached and reached.contact.updates and reached.contact.email):
            return False
        text = str(self.asking) % {"number": number, "confirm": self.link(request, "confirm", number)}
        return send(reached.contact.email, str(self.please) % {"number": number}, text)

    def tell(self, request: HttpRequest, file: Thread[Any, Any], event: Step) -> bool:
        """Tell the sender about a public step, if they confirmed that they want it; say whether mail was sent.

        It is written in the language in which they sent it.
        """
        try:
            reached = self.who(file.number, secret_key())
        except LedgerError:
            log.warning("%s: who sent it cannot be read with this installation's key", file.number)
            return False
        if not (reached and reached.contact.confirmed and reached.contact.email):
            return False
        with translation.override(reached.contact.language or settings.LANGUAGE_CODE):
            subject = str(self.subject) % {"number": file.number}
            return send(reached.contact.email, subject, self.letter(request, file, event, reached))

    def link(self, request: HttpRequest, wish: str, number: str) -> str:
        """Return the address of a wish ("confirm", "stop") of who sent a thread."""
        return link(request, f"{self.kind}-{wish}", number, ledger.secret_of(wish, number, secret_key()))


def case_letter(request: HttpRequest, file: CaseFile, event: CaseEvent, reached: Reached) -> str:
    """Return what is written on a step of a case, in the language that is on."""
    return _("%(step)s.\n\n%(words)s\n\nThe case: %(case)s\nNo more mail: %(stop)s") % {
        "step": EVENTS[event.kind],
        "words": event.words,
        "case": link(request, "case", file.number, reached.secret),
        "stop": ON_CASES.link(request, "stop", file.number),
    }


ON_CASES = Letters(
    kind="case",
    who=lambda number, key: ledger.contact_of(number, key),
    subject=_("Correction %(number)s"),
    please=_("Correction %(number)s: please confirm"),
    asking=_(
        "Somebody, we hope you, sent correction %(number)s and asked to be told how it goes on.\n\n"
        "To be told, open this link:\n%(confirm)s\n\n"
        "If it was not you, do nothing: no more mail will come."
    ),
    letter=case_letter,
)


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
