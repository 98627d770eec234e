"""How much is taken in: a few a minute from one address, some hundreds an hour from all; addresses are never kept.

An address is counted under a hash of it with the installation's key and the day, for a minute, in the ledger's
database: so both caps hold for all workers together.
"""

import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address

from django.core.cache import cache
from django.http import HttpRequest

from musterroll import ledger
from musterroll.desk.installation import behind_proxy, most_a_minute, most_an_hour, secret_key
from musterroll.records import TooMany

MINUTE, HOUR = 60, 3600
LONG_WAIT = HOUR // 4


def seconds_to_wait(request: HttpRequest, now: float | None = None) -> int | None:
    """Count one sending; return how long to wait where there were too many, else None."""
    then = time.time() if now is None else now
    if hour_is_full(then):
        return LONG_WAIT
    if counted(marked(address_of(request), then), then) > most_a_minute():
        return MINUTE - int(then) % MINUTE
    return None


def hour_is_full(now: float) -> bool:
    """Say whether as much came in within the last hour as is taken."""
    return came_in(now - HOUR) >= most_an_hour()


@contextmanager
def room_for_one(now: float | None = None) -> Iterator[None]:
    """File one more inside, in a step that no other process is in; raises TooMany where another was the last.

    Asked before a form is looked at, the hour may have had room for one; ten workers may have asked at once.
    """
    with ledger.one_step():
        if hour_is_full(time.time() if now is None else now):
            raise TooMany("an hour took in all that it takes")
        yield


def came_in(since: float) -> int:
    """Return how many cases and submissions came in since a moment: counted in the ledger, over all processes."""
    moment = datetime.fromtimestamp(since, UTC).isoformat(timespec="seconds")
    return ledger.cases_received(moment) + ledger.submissions_received(moment)


def counted(mark: str, now: float) -> int:
    """Count one more under a mark in this minute; return how many there were with it."""
    key = f"intake:{mark}:{int(now) // MINUTE}"
    cache.add(key, 0, timeout=2 * MINUTE)
    try:
        return int(cache.incr(key))
    except ValueError:  # its minute ended between the two steps
        return 1


def marked(address: str, now: float) -> str:
    """Return the mark of an address: it changes every day and leads nobody back."""
    day = datetime.fromtimestamp(now, UTC).date().isoformat()
    return hmac.new(secret_key().encode(), f"{day} {address}".encode(), "sha256").hexdigest()[:32]


def address_of(request: HttpRequest) -> str:
    """Return the address a request comes from; of IPv6 the part that one subscriber has (/64).

    What a proxy says is believed only where the installation has one (MUSTERROLL_PROXY).
    """
    said = request.META.get("REMOTE_ADDR", "")
    if behind_proxy():
        said = request.META.get("HTTP_X_FORWARDED_FOR", said).rpartition(",")[2].strip()
    try:
        address = ip_address(said)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or address.exploded[:19])
    return str(address)
