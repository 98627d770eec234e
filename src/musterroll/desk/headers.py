"""Headers of every answer: nothing from elsewhere, nothing inline, nothing told to others."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
        "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)  # fmt: skip
# The page that sets up a second factor draws a secret as a picture inside itself, so that it is nowhere else.
DRAWN_INSIDE = "mfa_activate_totp"
WITH_DRAWING = CONTENT_SECURITY_POLICY.replace("img-src 'self'", "img-src 'self' data:")
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
        "gyroscope", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "usb",
        "browsing-topics",
    )
)  # fmt: skip
ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Referrer-Policy": "same-origin",  # with "no-referrer" browsers send "Origin: null", and no form could be checked
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
}


class SecurityHeaders:
    """Sets the headers; a page with a form or for a person who is logged in is never stored by anybody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with headers."""
        response = self.get_response(request)
        if view_of(request) == DRAWN_INSIDE:
            response.headers["Content-Security-Policy"] = WITH_DRAWING
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if "csrftoken" in response.cookies or request.method == "POST" or signed_in(request):
            response.headers["Cache-Control"] = "no-store"
        return response


def view_of(request: HttpRequest) -> str | None:
    """Return the name of the view that answered, None where none did."""
    found = request.resolver_match
    return found.view_name if found else None


def signed_in(request: HttpRequest) -> bool:
    """Say whether somebody is logged in; never asks the session where none has been read."""
    user = getattr(request, "_cached_user", None)
    return bool(user and user.is_authenticated)
