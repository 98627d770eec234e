"""What has changed since: validators of an answer, so that who asks again is told "nothing new" in few bytes."""

import hashlib
from contextlib import suppress
from pathlib import Path

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

KEPT = 60  # seconds that an answer may be kept without asking: a correction must not stay unseen for long


def validated(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """Return an answer with its ETag and, where it is known, Last-Modified; 304 where the asker has it."""
    changed = written_at()
    response.headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    if changed:
        response.headers["Last-Modified"] = http_date(changed)
    patch_cache_control(response, public=True, max_age=KEPT)
    answer = get_conditional_response(request, response.headers["ETag"], changed, response)
    return answer if answer is not None else response


def written_at() -> int | None:
    """Return when the ledger's file was written last, in seconds since 1970; None for a ledger on a server.

    Days of reports will not do: an old report that was read today changes an answer today.
    """
    if connection.vendor != "sqlite":
        return None
    name = str(connection.settings_dict["NAME"])
    moments = []
    for part in (name, f"{name}-wal"):
        with suppress(OSError):
            moments.append(int(Path(part).stat().st_mtime))
    return max(moments, default=None)
