"""What every form that readers send has in common, and every page by which they follow what they sent."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk.installation import secret_key
from musterroll.desk.intake.forms import LONGEST, UNREAD
from musterroll.desk.intake.mail import Letters
from musterroll.desk.intake.proof import proven
from musterroll.desk.intake.tokens import read_token
from musterroll.records import Contact, LedgerError, NotInLedger


def why_not_ours(sent: Mapping[str, str]) -> str | None:
    """Say why what was sent cannot have come from a form of ours that a person filled in; None where it can."""
    seen = read_token(sent.get("token", ""))
    if not seen.genuine:
        return _("This form did not come from here, or was changed on the way. Here it is anew, with your words.")
    if seen.expired:
        return _("This form had been open for very long. Here it is anew, with your words: send it once more.")
    if sent.get("website"):
        return _("A field that must stay empty was filled, perhaps by your browser. It is empty now: send once more.")
    if seen.hasty:
        return _("This was sent faster than anybody types. If you are a person, just send it once more.")
    return None


def kept_token(sent: Mapping[str, str]) -> str | None:
    """Return the token if it may be used again, so that its age keeps growing."""
    seen = read_token(sent.get("token", ""))
    return sent["token"] if seen.genuine and not seen.expired else None


def queue_of(request: HttpRequest) -> str:
    """Return the queue that a sending waits in: "open" where a browser did its sum, else "strict"."""
    return "open" if proven(request.POST.get("proof", "")) else "strict"


def later(response: HttpResponse, seconds: int) -> HttpResponse:
    """Say to browsers how long to wait, as the page says it to readers."""
    response.headers["Retry-After"] = str(seconds)
    return response


def minutes_of(seconds: int) -> int:
    """Return how many minutes that is, begun ones counted whole."""
    return -(-seconds // 60)


def why_not_words(words: str) -> str | None:
    """Say why words for the thread cannot be taken, or None."""
    if len(words) > LONGEST or UNREAD in words or "\x00" in words:
        return _("It is longer than 10,000 characters, or some letters did not arrive as you typed them (�).")
    return None


def too_much() -> str:
    """Return what is said where more came in than is taken, on a page that keeps the words."""
    return _("Too much came in at once. Your words are kept on this page: send them again in a minute.")


def back_to_thread(view: str, number: str, secret: str) -> HttpResponseRedirect:
    """Lead back to the thread on the page that a secret link opens."""
    return redirect(reverse(view, args=[number, secret]) + "#thread")


def unlisted(response: HttpResponse) -> HttpResponse:
    """Keep a page that a secret link opens out of search engines."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def contact_shown(letters: Letters, number: str) -> Contact:
    """Return who sent a thread; nobody where it is not known, or sealed under another key."""
    try:
        reached = letters.who(number, secret_key())
    except LedgerError:
        return Contact()
    return reached.contact if reached else Contact()


def wish_page(
    request: HttpRequest, number: str, token: str, wish: str, act: Callable[..., None], missing: str, kicker: str
) -> HttpResponse:
    """Confirm a wish for updates, or end it: a page with one button, for mail programs open links by themselves."""
    if not ledger.fits(token, wish, number, secret_key()):
        return render(request, missing, {}, status=404)
    try:
        if request.method == "POST":
            act(number, token, key=secret_key())
    except NotInLedger:
        return render(request, missing, {}, status=404)
    fields = {"number": number, "wish": wish, "done": request.method == "POST", "kicker": kicker}
    return render(request, "desk/intake/updates.html", fields)
