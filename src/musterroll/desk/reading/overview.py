"""The first page: commitments and their deadlines, what changed, where, and since when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show(request: HttpRequest) -> HttpResponse:
    """Show the overview."""
    return render(request, "desk/overview.html", {})
