"""Who is logged in, and what they may do: a group of Django's accounts is a role of the ledger's acts."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from musterroll.records import Person

ROLE_OF_GROUP = {"reader-of-full-text": "reader", "reviewer": "reviewer", "editor": "editor", "admin": "admin"}
REVIEWING = frozenset({"reviewer", "editor", "admin"})
EDITING = frozenset({"editor", "admin"})
Given = ParamSpec("Given")
View = Callable[Concatenate[HttpRequest, Person, Given], HttpResponseBase]


def person_of(user: AbstractUser | AnonymousUser) -> Person:
    """Return who is logged in, with their roles; nobody where nobody is."""
    if not user.is_authenticated:
        return Person("")
    roles = {ROLE_OF_GROUP[name] for name in user.groups.values_list("name", flat=True) if name in ROLE_OF_GROUP}
    if user.is_superuser:
        roles.add("admin")
    return Person(user.get_username(), frozenset(roles))


def for_roles(roles: frozenset[str]) -> Callable[[View[Given]], Callable[Concatenate[HttpRequest, Given], Any]]:
    """Have a view ask for a login and one of some roles; it is given the person, and nobody keeps its answer."""

    def guard(view: View[Given]) -> Callable[Concatenate[HttpRequest, Given], Any]:
        @never_cache
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), "account_login")
            person = person_of(cast("AbstractUser | AnonymousUser", request.user))
            if not person.roles & roles:
                return not_allowed(request)
            return view(request, person, *args, **kwargs)

        return guarded

    return guard


def not_allowed(request: HttpRequest) -> HttpResponse:
    """Say that this takes another role."""
    why = _("Your account may not do this. An administrator can give you the role that it takes.")
    return render(request, "desk/intake/refused.html", {"why": why}, status=403)
