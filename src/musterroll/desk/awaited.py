"""Addresses of parts that are not built yet, so that those that are can name them. Empty when the desk is whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

PLAIN = ("search",)
KEYED: tuple[str, ...] = ()


def show(request: HttpRequest, number: str = "") -> HttpResponse:
    """Say that the part is not there."""
    return render(request, "desk/missing.html", {"words": "not built yet"}, status=404)


urlpatterns = [
    *(path(f"awaited/{name}/", show, name=name) for name in PLAIN),
    *(path(f"awaited/{name}/<key:number>/", show, name=name) for name in KEYED),
]
