"""The site as it speaks of itself to others: its address, its permanent addresses, its name and its contact."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from musterroll.desk import installation
from musterroll.desk.keys import Key

MARK = "0mark0"
KEPT_AS_IS = "!$&'()*+,;=/~:@"  # as Django's reverse leaves them


def root_of(request: HttpRequest) -> str:
    """Return the public address without a slash at its end: the setting's, else that which was asked."""
    return (installation.public_url() or request.build_absolute_uri("/")).rstrip("/")


def permanent(request: HttpRequest, view: str, *args: str) -> str:
    """Return the whole address of a view in the first language: it stays, and it names the thing for machines."""
    with translation.override(settings.LANGUAGE_CODE):
        return root_of(request) + reverse(view, args=args)


def here(request: HttpRequest, view: str, *args: str) -> str:
    """Return the whole address of a view in the language that is being read."""
    return root_of(request) + reverse(view, args=args)


def permanent_or_none(request: HttpRequest, view: str, *args: str) -> str | None:
    """Return the permanent address of a view, None where an id cannot stand in an address (it holds a slash)."""
    try:
        return permanent(request, view, *args)
    except NoReverseMatch:
        return None


def permanents(request: HttpRequest, view: str, ids: Iterable[str]) -> Iterator[str]:
    """Yield the permanent addresses of many things of one kind; the pattern is looked up once."""
    before, _, after = permanent(request, view, MARK).partition(MARK)
    for number in ids:
        yield f"{before}{quote(Key().to_url(number), safe=KEPT_AS_IS)}{after}"


def whole(request: HttpRequest, path: str) -> str:
    """Return the whole address of a path on this site."""
    return root_of(request) + path


def moment_of(text: str | None) -> datetime | None:
    """Return the moment that ISO 8601 or a day (YYYY-MM-DD, its midnight in UTC) means; None for anything else."""
    try:
        given = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return given if given.tzinfo else given.replace(tzinfo=UTC)


def midnight(day: date) -> datetime:
    """Return when a day begins in UTC."""
    return datetime.combine(day, time(), UTC)
