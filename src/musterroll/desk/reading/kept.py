"""What is counted over the whole ledger, kept until the ledger changes or the day ends: forces, places, outlets …"""

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock, RLock
from typing import Any, TypeVar

from django.utils.translation import get_language

from musterroll import ledger

Made = TypeVar("Made")
MOST = 64  # names; the oldest goes first
HELD: dict[str, tuple[str, Any]] = {}
MAKING: dict[str, RLock] = {}
LOCK = Lock()


def kept(name: str, make: Callable[[], Made]) -> Made:
    """Return what `make` gives, made again when the ledger has changed or another day has begun.

    `name` is its own; what is kept for one language is not shown in another. Who asks while it is being made waits for
    it: four readers of a page after a change count the ledger once, not four times.
    """
    name = f"{get_language()} {name}"
    with one_at_a_time(name):
        mark = f"{ledger.change_mark()} {datetime.now(UTC).date()}"
        found = HELD.get(name)
        if found and found[0] == mark:
            value: Made = found[1]
            return value
        value = make()
        put(name, mark, value)
    return value


def one_at_a_time(name: str) -> RLock:
    """Return the lock of a name; there are no more names than places in the code that keep, times languages."""
    with LOCK:
        return MAKING.setdefault(name, RLock())


def put(name: str, mark: str, value: object) -> None:
    """Keep a value in the place of the one before."""
    with LOCK:
        HELD.pop(name, None)
        HELD[name] = (mark, value)
        while len(HELD) > MOST:
            del HELD[next(iter(HELD))]
