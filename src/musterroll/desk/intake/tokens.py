"""A form's token: when it was made, signed, so that what is sent in a blink, long after or twice can be told."""

import secrets
import time
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer

SALT = "musterroll.intake"
LASTS = 12 * 3600
TRAP = 3


@dataclass(frozen=True)
class Seen:
    """A token that came back: whether it was made here, and how many seconds ago."""

    genuine: bool
    age: float = 0.0

    @property
    def expired(self) -> bool:
        """Whether it is too old, or from a time to come."""
        return not -60 <= self.age <= LASTS

    @property
    def hasty(self) -> bool:
        """Whether nobody can have typed in between."""
        return self.age < TRAP


def new_token(now: float | None = None) -> str:
    """Return a token for one form."""
    made = int(time.time() if now is None else now)
    return Signer(salt=SALT).sign(f"{secrets.token_urlsafe(12)}.{made}")


def read_token(token: str, now: float | None = None) -> Seen:
    """Return what a token says; one that was not made here is not genuine, whatever it says."""
    try:
        made = int(Signer(salt=SALT).unsign(token[:200]).rpartition(".")[2])
    except (BadSignature, ValueError):
        return Seen(False)
    return Seen(True, (time.time() if now is None else now) - made)
