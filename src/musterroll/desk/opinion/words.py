"""What submissions' words are called on a screen, in the reader's language."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KINDS = {"opinion": _("Op-ed"), "report": pgettext_lazy("submission", "Report")}
STATES = {
    "submitted": pgettext_lazy("submission", "Submitted"),
    "in review": pgettext_lazy("submission", "In review"),
    "changes asked": pgettext_lazy("submission", "Changes asked"),
    "accepted": pgettext_lazy("submission", "Accepted"),
    "declined": pgettext_lazy("submission", "Declined"),
    "published": pgettext_lazy("submission", "Published"),
    "withdrawn": pgettext_lazy("submission", "Withdrawn"),
}
EVENTS = {
    "submitted": _("The text was received"),
    "claimed": _("An editor has taken it into review"),
    "left": _("It went back to the queue"),
    "comment": _("Note among editors"),
    "approval": _("Approved by a reviewer"),
    "message": _("The editors wrote"),
    "reply": _("The author wrote"),
    "changes asked": _("The editors ask for changes"),
    "version": _("The author sent a new version"),
    "revision": _("The editors changed the text"),
    "accepted": _("It was accepted"),
    "declined": _("It was declined"),
    "published": _("It was published"),
    "withdrawn": _("It was withdrawn"),
    "reopened": _("It was reopened"),
}
MADE_FROM = {
    "typed": _("typed"),
    "plain": _("a text file"),
    "markdown": _("a Markdown file"),
    "html": _("an HTML file"),
    "docx": _("a Word file"),
}
WORDLESS = ("claimed", "left")
SILENT = ("fit to be published", "accepted", "published", "a new version", "taken back by its author")
