"""Personal data under seal: readable with the installation's key alone; and hashes of secrets that are never kept."""

import base64
import hashlib
import hmac
import json

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from musterroll.ledger.case_filters import Reached
from musterroll.records import Contact, LedgerError

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


def sealed_contact(contact: Contact, secret: str, key: str) -> str:
    """Return who sent something, and the secret of its link, under seal."""
    said = {"name": contact.name, "email": contact.email, "language": contact.language}
    return seal({**said, "secret": secret}, key)


def contact_in(sealed: str, updates: bool, confirmed: bool, key: str) -> Reached:
    """Return who sent something, and the secret of its link; raises LedgerError under another key."""
    said = unseal(sealed, key)
    contact = Contact(said["name"], said["email"], updates, confirmed, said.get("language") or "")
    return Reached(contact, said.get("secret") or "")


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
