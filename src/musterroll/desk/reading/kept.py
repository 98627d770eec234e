"""What is counted over the whole ledger, kept until the ledger changes: lists of forces, places and outlets."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from django.utils.translation import get_language

from musterroll import ledger

Made = TypeVar("Made")
MOST = 64  # names; the oldest goes first
LONGEST = 300.0  # seconds; a change that leaves every count as it was shows after these
HELD: dict[str, tuple[str, float, Any]] = {}
LOCK = Lock()


def kept(name: str, make: Callable[[], Made]) -> Made:
    """Return what `make` gives, made again when the ledger has changed or after a while.

    `name` is its own; what is kept for one language is not shown in another.
    """
    mark, name = ledger.change_mark(), f"{get_language()} {name}"
    found = HELD.get(name)
    if found and found[0] == mark and time.monotonic() - found[1] < LONGEST:
        value: Made = found[2]
        return value
    value = make()
    with LOCK:
        HELD.pop(name, None)
        HELD[name] = (mark, time.monotonic(), value)
        while len(HELD) > MOST:
            del HELD[next(iter(HELD))]
    return value
