"""Who may read whole reports (people with a role; everybody else short quotations with a link), and who may edit."""

from typing import cast

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.http import HttpRequest

READERS = ("reader-of-full-text", "reviewer", "editor", "admin")
EDITORS = ("editor", "admin")


def may_read_full_text(request: HttpRequest) -> bool:
    """Say whether the reader may; one without a session is not looked up."""
    return is_one_of(request, READERS)


def may_edit(request: HttpRequest) -> bool:
    """Say whether the reader is an editor; one without a session is not looked up."""
    return is_one_of(request, EDITORS)


def is_one_of(request: HttpRequest, roles: tuple[str, ...]) -> bool:
    """Say whether the reader has one of some roles, the names of groups."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    user = cast("AbstractUser | AnonymousUser", request.user)
    return user.is_authenticated and (user.is_superuser or user.groups.filter(name__in=roles).exists())
