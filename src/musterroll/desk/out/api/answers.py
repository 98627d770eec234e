"""Answers of the API: a record, a page of records with its cursor, and a problem in words."""

import json
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import urlencode

from musterroll.desk.out.freshness import validated
from musterroll.desk.out.site import whole
from musterroll.desk.reading.lists import cursor_text
from musterroll.ledger import Cursor

Row = TypeVar("Row")
PROBLEM = "application/problem+json"


def one(request: HttpRequest, form: Mapping[str, Any]) -> HttpResponseBase:
    """Return one record, with its validators."""
    return validated(request, HttpResponse(written(form), content_type="application/json; charset=utf-8"))


def page(request: HttpRequest, forms: Iterable[Mapping[str, Any]], after: str | None) -> HttpResponseBase:
    """Return a page of records; the address of the next one stands in it and in its Link header."""
    following = next_of(request, after)
    response = HttpResponse(
        written({"data": list(forms), "next": following}), content_type="application/json; charset=utf-8"
    )
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return validated(request, response)


def next_of(request: HttpRequest, after: str | None) -> str | None:
    """Return the address of the next page: the same question with another cursor."""
    if after is None:
        return None
    fields = {**{name: request.GET[name] for name in request.GET if name != "after"}, "after": after}
    return whole(request, f"{request.path}?{urlencode(fields)}")


def cursor_words(cursor: Cursor | None) -> str | None:
    """Return a cursor as it stands in an address."""
    return cursor_text(cursor)


def cut(rows: Sequence[tuple[str, Row]], after: str | None, limit: int) -> tuple[list[Row], str | None]:
    """Return a page of rows that stand in the order of their keys (unique), and the cursor of its last."""
    behind = [pair for pair in rows if after is None or pair[0] > after]
    kept = behind[:limit]
    return [row for _, row in kept], kept[-1][0] if len(behind) > limit else None


def problem(status: int, detail: str, errors: Sequence[Mapping[str, Any]] | None = None) -> HttpResponse:
    """Return what went wrong, in words (RFC 9457)."""
    form: dict[str, Any] = {
        "type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail,
    }  # fmt: skip
    body = written({**form, "errors": list(errors)} if errors else form)
    return HttpResponse(body, status=status, content_type=f"{PROBLEM}; charset=utf-8")


def written(form: Mapping[str, Any]) -> bytes:
    """Return a form as JSON; half characters, which no encoding holds, become question marks."""
    return json.dumps(form, ensure_ascii=False, default=str).encode("utf-8", "replace")
