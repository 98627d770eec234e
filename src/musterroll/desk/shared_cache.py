"""Django's cache in the ledger's database: counts and used codes hold for all workers of a desk, on all machines.

What is asked of it: how much came from an address (a hash of it that changes daily) in a minute, how many passwords and
codes were wrong, which sums and codes were used. All of that is small, written by forms alone, and gone in minutes.
Pages and counts of the ledger are kept elsewhere, in each process.
"""

import json
import time
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from musterroll import ledger

EVER = 10 * 365 * 86_400  # seconds; as good as no end


class SharedCache(BaseCache):
    """Keeps what JSON can say, until its time is over."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def until(self, timeout: float | object | None) -> float:
        """Return the moment until which something is kept."""
        found = self.get_backend_timeout(timeout)  # type: ignore[arg-type]
        return time.time() + EVER if found is None else float(found)

    def named(self, key: Any, version: int | None) -> str:
        """Return the name that a key stands under."""
        return str(self.make_and_validate_key(key, version=version))

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value unless there is one; say whether it was kept."""
        name = self.named(key, version)
        return ledger.remember_first(name, json.dumps(value), self.until(timeout), time.time())

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Return a value, or the default."""
        found = ledger.remembered(self.named(key, version), time.time())
        return default if found is None else json.loads(found)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep a value."""
        ledger.remember(self.named(key, version), json.dumps(value), self.until(timeout), time.time())

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value longer; say whether there is one."""
        name, now = self.named(key, version), time.time()
        found = ledger.remembered(name, now)
        if found is not None:
            ledger.remember(name, found, self.until(timeout), now)
        return found is not None

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Add to a number in one step; raises ValueError where there is none."""
        counted = ledger.count_on(self.named(key, version), delta, time.time())
        if counted is None:
            raise ValueError(f"no number is kept under {key}")
        return counted

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Let go of a value; say whether there was one."""
        return ledger.forget(self.named(key, version))

    def clear(self) -> None:
        """Let go of everything."""
        ledger.forget()
