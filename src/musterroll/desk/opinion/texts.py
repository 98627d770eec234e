"""The text of a form: typed, uploaded, or uploaded before and kept in the form, so that an error loses nothing."""

from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest
from django.utils.translation import gettext as _

from musterroll.desk.opinion.manuscripts import of_typed, of_upload, too_large
from musterroll.desk.opinion.upload import was_too_large
from musterroll.records import Manuscript, UploadRefused

SALT, LASTS = "musterroll.manuscript", 12 * 3600


@dataclass(frozen=True)
class Text:
    """What a form brought: a manuscript, or why there is none, said at a field; `kept` is a file that was read."""

    manuscript: Manuscript | None = None
    field: str = "text"
    why: str | None = None
    kept: Manuscript | None = None

    @property
    def errors(self) -> dict[str, list[str]]:
        """What is wrong, by field."""
        return {self.field: [self.why]} if self.why else {}

    @property
    def sealed(self) -> str:
        """The file that was read, signed, for a hidden field."""
        if self.kept is None:
            return ""
        return signing.dumps([self.kept.html, self.kept.text, self.kept.made_from], salt=SALT, compress=True)


def text_of(request: HttpRequest, title: str) -> Text:
    """Return the text that a form brought."""
    try:
        kept = uploaded(request, title)
    except UploadRefused as refused:
        return Text(field="file", why=str(refused), kept=kept_before(request, title))
    typed = request.POST.get("text", "")
    if kept and typed.strip():
        return Text(why=_("There is a typed text and a file. Empty the field, or tick “without the file”."), kept=kept)
    if kept:
        return Text(kept, kept=kept)
    return of_field(title, typed)


def of_field(title: str, typed: str) -> Text:
    """Return typed text."""
    if not typed.strip():
        return Text(why=_("Type the text, or choose a file."))
    if "\x00" in typed or "\ufffd" in typed:
        return Text(why=_("Some letters did not arrive as you typed them (�). Please type them again."))
    try:
        return Text(of_typed(title, typed))
    except UploadRefused as refused:
        return Text(why=str(refused))


def uploaded(request: HttpRequest, title: str) -> Manuscript | None:
    """Return the file that came now, else the one that came before; raises UploadRefused."""
    if was_too_large(request):
        raise UploadRefused(too_large())
    upload = request.FILES.get("file")
    if upload is not None and not isinstance(upload, list):
        return of_upload(title, upload.read(), upload.name or "")
    return kept_before(request, title)


def kept_before(request: HttpRequest, title: str) -> Manuscript | None:
    """Return the file that an earlier try brought; none where it was not signed here, is old, or is not wanted."""
    if request.POST.get("drop"):
        return None
    try:
        html, text, made_from = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Manuscript(title.strip(), html, text, made_from)
