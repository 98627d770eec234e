"""Letters to authors who asked for them: a link to confirm, then a line for each public step of the review."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from musterroll import ledger
from musterroll.desk.intake.mail import Letters, link
from musterroll.desk.opinion.words import EVENTS, SILENT, WORDLESS
from musterroll.ledger import Reached
from musterroll.records import SubmissionEvent, SubmissionFile


def letter(request: HttpRequest, file: SubmissionFile, event: SubmissionEvent, reached: Reached) -> str:
    """Return what is written on a step: what was done, the editors' words, where it stands, how to end the mails."""
    parts = (
        f"{EVENTS[event.kind]}.",
        "" if event.kind in WORDLESS or event.words in SILENT else event.words,
        published_line(request, file, event),
        _("Your text and its review: %(link)s") % {"link": link(request, "submission", file.number, reached.secret)}
        + "\n" + _("No more mail: %(link)s") % {"link": ON_SUBMISSIONS.link(request, "stop", file.number)},
    )  # fmt: skip
    return "\n\n".join(part for part in parts if part)


def published_line(request: HttpRequest, file: SubmissionFile, event: SubmissionEvent) -> str:
    """Return where a text stands that was published by this step; "" for other steps."""
    if event.kind != "published":
        return ""
    view, thing = ("report", event.report) if file.submission.kind == "report" else ("opinion", file.number)
    return _("It stands here: %(link)s") % {"link": link(request, view, thing)} if thing else ""


ON_SUBMISSIONS = Letters(
    kind="submission",
    who=lambda number, key: ledger.sender_of(number, key),
    subject=_("Your text %(number)s"),
    please=_("Your text %(number)s: please confirm"),
    asking=_(
        "Somebody, we hope you, sent text %(number)s and asked to be told how its review goes on.\n\n"
        "To be told, open this link:\n%(confirm)s\n\n"
        "If it was not you, do nothing: no more mail will come."
    ),
    letter=letter,
)
