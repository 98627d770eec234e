"""The API can be read from a page of any other site: by GET, without cookies. Nothing else on the desk can."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

OPEN = "/api/"
ALLOWED = "GET, HEAD, OPTIONS"
CROSSING = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
BEFORE = {"Access-Control-Allow-Methods": ALLOWED, "Access-Control-Allow-Headers": "*", "Access-Control-Max-Age": "600"}


class ReadableByAll:
    """Sets the headers below /api/, answers the question that browsers ask before, and takes HEAD for GET."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        if not request.path_info.startswith(OPEN):
            return self.get_response(request)
        response = asked_before() if request.method == "OPTIONS" else self.read(request)
        for name, value in CROSSING.items():
            response.headers[name] = value
        patch_vary_headers(response, ["Accept-Encoding"])
        return response

    def read(self, request: HttpRequest) -> HttpResponse:
        """Answer GET and HEAD; the server leaves the body of an answer to HEAD out."""
        method = request.method
        request.method = "GET" if method == "HEAD" else method
        response = self.get_response(request)
        request.method = method
        return response


def asked_before() -> HttpResponse:
    """Return what browsers want to know before they ask."""
    return HttpResponse(status=204, headers={**BEFORE, "Allow": ALLOWED})
