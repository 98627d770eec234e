"""What the records' words are called on a screen, in the reader's language."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KINDS = {
    "finding": _("Finding"),
    "report": _("Report"),
    "claim": _("Claim"),
    "commitment": _("Commitment"),
    "holding": _("Commitment"),
    "opinion": _("Opinion"),
    "actor": _("Actor"),
    "general": _("The ledger as a whole"),
}
PARTS = {
    "number": _("The number, or what it counts"),
    "force": _("Who it is about"),
    "place": _("The place"),
    "day": _("The day or the time"),
    "source": _("On whose word, or through whom"),
    "copy": _("A copy taken for independent, or the other way round"),
    "text": _("The words or the link of a report"),
    "other": _("Something else"),
}
STATES = {
    "received": pgettext_lazy("case", "Received"),
    "claimed": pgettext_lazy("case", "Being checked"),
    "proposed": pgettext_lazy("case", "A change is proposed"),
    "decided": pgettext_lazy("case", "Decided"),
}
CLASSES = {
    "corrected": _("Corrected"),
    "withdrawn": _("Withdrawn"),
    "refiled": _("Refiled"),
    "held": _("Held"),
    "declined": _("Declined"),
}
CLASS_MEANINGS = {
    "corrected": _("the substance was wrong: a number, a name, a place, a source"),
    "withdrawn": _("wrong beyond repair; it counts no more"),
    "refiled": _("a minor mend that changes no figure"),
    "held": _("marked while it is checked"),
    "declined": _("checked, and left as it was"),
}
EVENTS = {
    "received": _("The case was received"),
    "claimed": _("An editor has taken the case"),
    "left": _("The case went back to the queue"),
    "comment": _("Note among editors"),
    "message": _("The editors wrote"),
    "reply": _("The reader wrote"),
    "proposal": _("A change was proposed"),
    "held": _("Marked as held while it is checked"),
    "released": _("Held no more"),
    "decided": _("The case was decided"),
    "reopened": _("The case was reopened"),
}
WORDLESS = ("claimed", "released", "left")
SILENT = ()
FIELDS = {
    "type": _("Kind of claim"),
    "polarity": _("Said or denied"),
    "modality": _("Fact, plan or call"),
    "measure": _("What the number counts"),
    "min": _("At least"),
    "max": _("At most"),
    "force": _("Force"),
    "by": _("By whom"),
    "side": _("On whose side"),
    "place": _("Place"),
    "from": _("From"),
    "to": _("To"),
    "source": _("Source"),
    "first_day": _("First day"),
    "last_day": _("Last day"),
    "into": _("Merged into"),
}
STEPS = {
    "mend": _("Mend fields of claims"),
    "reject": _("Reject claims: the sentence does not say so"),
    "reopen": _("Reopen claims: take the last judgement back"),
    "retract": _("Retract reports"),
    "restore": _("Restore reports"),
    "note": _("Note: mended outside the ledger"),
}
DEEDS = {
    "confirm": _("confirmed"),
    "mend": _("mended"),
    "reject": _("rejected"),
    "reopen": _("reopened"),
    "retract": _("retracted"),
    "restore": _("restored"),
    "merge": _("merged"),
    "part": _("parted"),
}
VERDICTS = {"accepted": _("Accepted"), "adjusted": _("Accepted with changes"), "declined": _("Declined")}
QUEUES = {"open": _("Queue"), "strict": _("Strict queue")}
