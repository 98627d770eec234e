"""What editors do on the page of a case and on that of a submission alike: open it, press a button, see who sent it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from musterroll.desk.installation import secret_key
from musterroll.desk.intake.mail import Letters
from musterroll.records import ActRefused, LedgerError, NotInLedger, Person, Thread

File = TypeVar("File", bound=Thread[Any, Any])


@dataclass(frozen=True)
class Reviewing(Generic[File]):
    """How a kind of thread is worked on: its page's name in addresses, what opens it, the page, what each button does,
    and the letters that tell who sent it in of a public step.
    """

    view: str
    open: Callable[[str], File]
    page: Callable[..., HttpResponse]
    deeds: Mapping[str, Callable[[HttpRequest, str, Person], File]]
    letters: Letters

    def opened(self, number: str) -> File:
        """Return a thread; raises Http404 where there is none."""
        try:
            return self.open(number)
        except NotInLedger as error:
            raise Http404(str(error)) from error

    def acted(self, request: HttpRequest, person: Person, file: File) -> HttpResponse:
        """Do what a button says; what cannot be done gives every typed word back with the reason."""
        deed = self.deeds.get(request.POST.get("act", ""))
        if deed is None:
            return self.page(request, person, file, why=_("No such button."), status=400)
        try:
            grown = deed(request, file.number, person)
        except (ActRefused, NotInLedger) as refused:
            return self.page(request, person, self.open(file.number), why=str(refused), status=409)
        for event in grown.events[len(file.events) :]:
            if event.kind in file.public:
                self.letters.tell(request, grown, event)
        return redirect(self.view, file.number)


def said(request: HttpRequest, name: str = "why") -> str:
    """Return what was typed in a field."""
    return request.POST.get(name, "").strip()


def silent(act: Callable[..., File]) -> Callable[[HttpRequest, str, Person], File]:
    """Return a deed that takes no words."""
    return lambda request, number, person: act(number, by=person)


def worded(act: Callable[..., File]) -> Callable[[HttpRequest, str, Person], File]:
    """Return a deed that needs the words of the note."""
    return lambda request, number, person: act(number, by=person, why=said(request, "note"))


def sender_words(letters: Letters, number: str) -> str | None:
    """Return how the sender can be reached, as far as they said so, for editors to see."""
    try:
        reached = letters.who(number, secret_key())
    except LedgerError as error:
        return str(error)
    return " · ".join(word for word in (reached.contact.name, reached.contact.email) if word) if reached else None
