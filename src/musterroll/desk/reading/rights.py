"""Who may read whole reports: people with a role. Everybody else sees short quotations with a link to the page."""

from typing import cast

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.http import HttpRequest

READERS = ("reader-of-full-text", "reviewer", "editor", "admin")


def may_read_full_text(request: HttpRequest) -> bool:
    """Say whether the reader may; one without a session is not looked up."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    user = cast("AbstractUser | AnonymousUser", request.user)
    return user.is_authenticated and (user.is_superuser or user.groups.filter(name__in=READERS).exists())
