"""Methods: pages are read by GET and HEAD and written to by POST; no other is taken by any of them.

A view that is not told otherwise answers whatever it is asked by, so that TRACE and made-up methods would get pages.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase, StreamingHttpResponse

from musterroll.desk.out.crossing import OPEN

KNOWN = ("GET", "HEAD", "POST")
ASKED = "OPTIONS"  # what may be asked for, answered without asking a view


class Methods:
    """Refuses unknown methods (405), answers OPTIONS (204), and leaves the body out of an answer to HEAD."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; the API says itself what it takes."""
        if request.method not in KNOWN and not request.path_info.startswith(OPEN):
            return refused(request)
        response = self.get_response(request)
        return without_body(response) if request.method == "HEAD" else response


def refused(request: HttpRequest) -> HttpResponse:
    """Return what may be asked by: as an answer to who asks just that, else as a refusal."""
    allowed = (*KNOWN, ASKED)
    if request.method == ASKED:
        return HttpResponse(status=204, headers={"Allow": ", ".join(allowed)})
    return HttpResponseNotAllowed(allowed)


def without_body(response: HttpResponseBase) -> HttpResponseBase:
    """Return an answer whose headers are those of GET and whose body is empty; a file is not even begun."""
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = ()
    elif isinstance(response, HttpResponse):
        response.headers.setdefault("Content-Length", str(len(response.content)))
        response.content = b""
    return response
