"""Editors without a second factor are led to the page where they set one up, and can do nothing else until then."""

from collections.abc import Callable
from typing import Any, cast

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from musterroll.desk.editors.people import EDITING, person_of
from musterroll.desk.installation import needs_second_factor

SET_UP = "mfa_activate_totp"
STILL_OPEN = frozenset({SET_UP, "mfa_reauthenticate", "account_reauthenticate", "account_logout"})


class SecondFactor:
    """Asks of everybody who is logged in; a request without a session is never looked at."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, *given: Any) -> HttpResponseBase | None:
        """Lead to the set-up, or go on."""
        found = request.resolver_match
        if (found and found.url_name in STILL_OPEN) or not lacks_factor(request):
            return None
        return redirect(SET_UP)


def lacks_factor(request: HttpRequest) -> bool:
    """Say whether who is logged in has to set up a second factor before anything else."""
    if not needs_second_factor() or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    if not request.user.is_authenticated:
        return False
    user = cast("AbstractUser", request.user)
    return bool(person_of(user).roles & EDITING) and not is_mfa_enabled(user, [Authenticator.Type.TOTP])
