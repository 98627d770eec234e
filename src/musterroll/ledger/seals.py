"""Personal data under seal: readable with the installation's key alone; and hashes of secrets that are never kept."""

import base64
import hashlib
import hmac
import json

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from musterroll.records import LedgerError

PURPOSE = b"musterroll: who sent a case"


def seal(fields: dict[str, str | None], key: str) -> str:
    """Return fields as text that nobody reads without the key."""
    return _fernet(key).encrypt(json.dumps(fields).encode()).decode("ascii")


def unseal(sealed: str, key: str) -> dict[str, str | None]:
    """Return what was sealed; raises LedgerError under another key."""
    try:
        opened: dict[str, str | None] = json.loads(_fernet(key).decrypt(sealed.encode("ascii")))
    except InvalidToken as error:
        raise LedgerError("what is sealed here was sealed with another key: set the key it was made with") from error
    return opened


def hashed(secret: str) -> str:
    """Return the hash that a secret is kept as."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def secret_of(purpose: str, token: str, key: str) -> str:
    """Return the secret that follows from a form's token: the same form, sent twice, gives the same link."""
    made = hmac.new(key.encode(), f"{purpose}\n{token}".encode("utf-8", "replace"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made[:24]).decode("ascii")


def _fernet(key: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(key.encode())
    return Fernet(base64.urlsafe_b64encode(derived))


def fits(secret: str, purpose: str, token: str, key: str) -> bool:
    """Say whether a secret is the one that follows from a token, in a time that tells nothing about it."""
    given = secret.encode("utf-8", "replace")
    return hmac.compare_digest(given, secret_of(purpose, token, key).encode("ascii"))
