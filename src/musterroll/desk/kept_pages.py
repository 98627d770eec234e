"""Public pages, kept as they were sent until the ledger changes or a day ends; who has a page already is told so.

What anonymous readers see follows from the address, the ledger and the day ("days past deadline") alone. So a page
that was made for a request without any cookie is given again to whoever asks for the same address, until
`ledger.change_mark` is another word or the day another day: then all pages are let go of at once.
"""

import gzip
import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_http_date_safe

from musterroll import ledger

MOST_BYTES = 64_000_000  # of all pages of one process, packed and not
LARGEST = 2_000_000  # of one page
SMALLEST = 200  # bytes worth packing
PACKING = 6
KEEPING = 1_000  # bytes that keeping one page takes beside its words
PACKED = re.compile(r"\bgzip\b")
PUBLIC = (
    "musterroll.desk.reading.", "musterroll.desk.out.", "musterroll.desk.intake.log",
    "musterroll.desk.opinion.opinions", "ninja.",
)  # fmt: skip
Key = tuple[str, ...]


@dataclass(frozen=True)
class KeptPage:
    """An answer: its headers, its body, and the body packed where that is shorter."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    packed: bytes | None

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        words = sum(len(name) + len(value) for name, value in self.headers)
        return KEEPING + words + len(self.body) + len(self.packed or b"")


class Shelf:
    """The pages of one edition and day, those asked for longest ago let go of first."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most, self.size, self.mark = most, 0, ""
        self.pages: OrderedDict[Key, KeptPage] = OrderedDict()
        self.lock = Lock()

    def take(self, mark: str, key: Key) -> KeptPage | None:
        """Return a page; under another mark than before, none is there any more."""
        with self.lock:
            if mark != self.mark:
                self.pages.clear()
                self.size, self.mark = 0, mark
            found = self.pages.get(key)
            if found is not None:
                self.pages.move_to_end(key)
            return found

    def put(self, mark: str, key: Key, page: KeptPage) -> None:
        """Keep a page that was begun under a mark, unless the mark is another by now."""
        with self.lock:
            if mark != self.mark or key in self.pages:
                return
            self.pages[key] = page
            self.size += weight(key, page)
            while self.size > self.most:
                self.size -= weight(*self.pages.popitem(last=False))


def weight(key: Key, page: KeptPage) -> int:
    """Return the bytes that a page takes with its address: small pages at long addresses must not fill the memory."""
    return sum(map(len, key)) + page.size


class KeptPages:
    """Answers from the shelf; what comes from the views goes onto it where it is the same for everybody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response, self.shelf = get_response, Shelf()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        if not is_public(request):
            return self.get_response(request)
        mark, key = mark_now(), key_of(request)
        page = self.shelf.take(mark, key)
        if page is None:
            with ledger.one_reading():
                response = self.get_response(request)
            if request.COOKIES or not (is_of_public_view(request) and is_for_everybody(response)):
                return response
            page = page_of(response)
            self.shelf.put(mark, key, page)
        return answer(request, page)


def mark_now() -> str:
    """Return what pages hang on beside their address: the ledger's edition and the day."""
    return f"{ledger.change_mark()} {datetime.now(UTC).date()}"


def key_of(request: HttpRequest) -> Key:
    """Return what tells the pages of one mark apart: the query as it came, for written anew two become one."""
    said = request.META
    return (str(request.scheme), said.get("HTTP_HOST", ""), request.path, said.get("QUERY_STRING", ""))


def is_public(request: HttpRequest) -> bool:
    """Say whether a request only reads, by nobody who may be known."""
    known = settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES
    return request.method in ("GET", "HEAD") and not known and "HTTP_AUTHORIZATION" not in request.META


def is_of_public_view(request: HttpRequest) -> bool:
    """Say whether a view answered whose pages are for everybody: none with a form, none behind a secret link."""
    found = request.resolver_match
    return found is not None and f"{found.func.__module__}.".startswith(PUBLIC)


def is_for_everybody(response: HttpResponseBase) -> bool:
    """Say whether an answer is a whole page that was made for nobody in particular."""
    return (
        response.status_code == 200
        and isinstance(response, HttpResponse)
        and not response.cookies
        and not response.has_header("Content-Encoding")
        and not any(word in response.get("Cache-Control", "") for word in ("no-store", "private"))
        and len(response.content) <= LARGEST
    )


def page_of(response: HttpResponse) -> KeptPage:
    """Return an answer as it is kept: with a validator, to be asked for again each time, packed once."""
    body = response.content
    response.headers.setdefault("ETag", f'W/"{hashlib.sha256(body).hexdigest()[:32]}"')
    response.headers.setdefault("Cache-Control", "no-cache")
    packed = gzip.compress(body, PACKING, mtime=0) if len(body) >= SMALLEST else body
    headers = tuple((name, value) for name, value in response.items() if name != "Content-Length")
    return KeptPage(headers, body, packed if len(packed) < len(body) else None)


def answer(request: HttpRequest, page: KeptPage) -> HttpResponseBase:
    """Return a kept page, packed for who takes it so; for who has it, that nothing is new."""
    packed = page.packed if PACKED.search(request.META.get("HTTP_ACCEPT_ENCODING", "")) else None
    response = HttpResponse(page.body if packed is None else packed, headers=dict(page.headers))
    patch_vary_headers(response, ("Accept-Encoding",))
    if packed is not None:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.content))
    written = parse_http_date_safe(response.get("Last-Modified", ""))
    found = get_conditional_response(request, response.headers["ETag"], written, response)
    return response if found is None else found
