"""Accounts: made by an administrator, never by a visitor; locked for a while after wrong passwords."""

import time
from ipaddress import IPv6Address

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Nobody signs up by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the mark of the address that asks, never a proxy's, which would shut out all at once.

        What is counted is kept in the ledger, and no address is.
        """
        return mark_of(request)


def locked_out(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """Answer a login after too many wrong passwords (status 429)."""
    response = render(request, "desk/accounts/locked.html", {}, status=429)
    response.headers["Retry-After"] = "3600"
    return response


def mark_of(request: HttpRequest) -> str:
    """Return what wrong passwords are counted under in place of an address: a hash of it, in the form of one.

    It changes every day and leads nobody back; it lies in a block that no network uses (fd00::/8).
    """
    from musterroll.desk.intake.caps import address_of, marked

    mark = int(marked(address_of(request), time.time())[:30], 16)
    return str(IPv6Address((0xFD << 120) | mark))


def name_of(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """Return the name under which wrong passwords are counted: the form calls it "login", Django "username"."""
    said = credentials or {}
    return (said.get("username") or said.get("login") or request.POST.get("login") or "").strip().lower()[:150]
