"""The form of a correction. What is typed is never changed, so that an error gives every word back."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from musterroll.desk.intake.words import PARTS
from musterroll.records import CaseAbout, CaseDraft, Contact

LONGEST = 10_000
UNREAD = "\ufffd"


class CorrectionForm(forms.Form):
    """What is wrong, what is right, and, if they like, who says so."""

    part = forms.ChoiceField(choices=tuple(PARTS.items()), required=False)
    wrong = forms.CharField(
        max_length=LONGEST,
        error_messages={
            "required": _("Say what is wrong: a few words are enough."),
            "max_length": _("This is longer than %(limit_value)d characters. Put the rest behind a link."),
        },
    )
    right = forms.CharField(
        max_length=LONGEST,
        required=False,
        error_messages={"max_length": _("This is longer than %(limit_value)d characters. Put the rest behind a link.")},
    )
    evidence = forms.CharField(
        max_length=2_000,
        required=False,
        validators=[
            URLValidator(
                schemes=["http", "https"],
                message=_(
                    "This is no web address: it begins with http:// or https://. Leave it empty if you have none."
                ),
            )
        ],
    )
    harm = forms.BooleanField(required=False)
    name = forms.CharField(max_length=200, required=False)
    email = forms.EmailField(
        max_length=254,
        required=False,
        error_messages={"invalid": _("This is no e-mail address. Leave it empty if you want no answer by mail.")},
    )
    updates = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse letters that could not be read, and a wish for mail without an address."""
        fields = super().clean() or {}
        for name in ("wrong", "right", "name"):
            if UNREAD in fields.get(name, ""):
                self.add_error(name, _("Some letters did not arrive as you typed them (�). Please type them again."))
        if fields.get("updates") and not fields.get("email") and "email" not in self.errors:
            self.add_error("email", _("To be told by mail, give an address; or leave the box for updates empty."))
        return fields

    def draft(self, about: CaseAbout, token: str, queue: str) -> CaseDraft:
        """Return what the reader sends, once it is valid."""
        said = self.cleaned_data
        return CaseDraft(
            about=about,
            part=said["part"] or "other",
            wrong=said["wrong"],
            right=said["right"],
            token=token,
            evidence=said["evidence"] or None,
            harm=said["harm"],
            queue=queue,
            contact=Contact(
                said["name"] or None, said["email"] or None, said["updates"], language=get_language() or ""
            ),
        )
