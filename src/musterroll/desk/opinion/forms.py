"""The form of a submission. What is typed is never changed, so that an error gives every word back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from musterroll.desk.intake.forms import UNREAD
from musterroll.records import Contact, Manuscript, SubmissionDraft

LONG = {"max_length": _("This is longer than %(limit_value)d characters.")}


class SubmissionForm(forms.Form):
    """Title, byline, declaration of interest; for a report where and when it was published; who sends it."""

    title = forms.CharField(max_length=200, error_messages={"required": _("Give it a title."), **LONG})
    byline = forms.CharField(
        max_length=200, error_messages={"required": _("Say the name that it is to appear under."), **LONG}
    )
    about = forms.CharField(max_length=400, required=False, error_messages=LONG)
    interest = forms.CharField(
        max_length=2_000,
        error_messages={"required": _("Declare your interest; write “none” if there is none."), **LONG},
    )
    url = forms.CharField(
        max_length=2_000,
        required=False,
        validators=[
            URLValidator(
                schemes=["http", "https"], message=_("This is no web address: it begins with http:// or https://.")
            )
        ],
    )
    day = forms.DateField(required=False, error_messages={"invalid": _("A day is written as 2021-03-27.")})
    name = forms.CharField(max_length=200, required=False)
    email = forms.EmailField(
        max_length=254, required=False, error_messages={"invalid": _("This is no e-mail address. Leave it empty.")}
    )
    updates = forms.BooleanField(required=False)
    rights = forms.BooleanField(error_messages={"required": _("Without this it cannot be taken.")})

    def clean_day(self) -> date | None:
        """Refuse a day to come."""
        day: date | None = self.cleaned_data["day"]
        if day and day > datetime.now(UTC).date() + timedelta(days=1):
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse letters that could not be read, and a wish for mail without an address."""
        fields = super().clean() or {}
        for name, value in list(fields.items()):
            if isinstance(value, str) and UNREAD in value:
                self.add_error(name, _("Some letters did not arrive as you typed them (�). Please type them again."))
        if fields.get("updates") and not fields.get("email") and "email" not in self.errors:
            self.add_error("email", _("To be told by mail, give an address; or leave the box for updates empty."))
        return fields

    def draft(self, kind: str, manuscript: Manuscript, token: str, queue: str) -> SubmissionDraft:
        """Return what the reader sends, once it is valid."""
        said, report = self.cleaned_data, kind == "report"
        return SubmissionDraft(
            kind=kind,
            manuscript=manuscript,
            byline=said["byline"],
            interest=said["interest"],
            token=token,
            about="" if report else said["about"],
            url=said["url"] or None if report else None,
            day=said["day"].isoformat() if report and said["day"] else None,
            queue=queue,
            contact=Contact(
                said["name"] or None, said["email"] or None, said["updates"], language=get_language() or ""
            ),
        )
