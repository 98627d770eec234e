"""Who may read whole reports (people with a role; everybody else short quotations with a link), and who may edit."""

from typing import cast

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.http import HttpRequest

from musterroll.desk.editors.people import EDITING, person_of
from musterroll.records import Person


def may_read_full_text(request: HttpRequest) -> bool:
    """Say whether the reader may: everybody with a role."""
    return bool(reader_of(request).roles)


def may_edit(request: HttpRequest) -> bool:
    """Say whether the reader is an editor."""
    return bool(reader_of(request).roles & EDITING)


def reader_of(request: HttpRequest) -> Person:
    """Return who reads, with their roles; one without a session is not looked up."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return Person("")
    return person_of(cast("AbstractUser | AnonymousUser", request.user))
