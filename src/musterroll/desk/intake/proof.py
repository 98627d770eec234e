"""Proof of work: a reader's browser does a little sum before it sends. Without it a sending waits in a strict queue."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django_altcha import AltchaChallengeView, AltchaField

MOST = 40_000
LONGEST = 2_000


@never_cache
def challenge(request: HttpRequest) -> HttpResponse:
    """Give a sum to do."""
    view = AltchaChallengeView.as_view(max_number=MOST)
    response: HttpResponse = view(request)
    return response


def proven(value: str) -> bool:
    """Say whether a sum was given out here, is solved, and is neither old nor used before; an absent one is not."""
    if not value or len(value) > LONGEST:
        return False
    try:
        AltchaField().clean(value)
    except forms.ValidationError:
        return False
    return True
