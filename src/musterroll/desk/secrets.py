"""The desk's secret key: made once, kept beside the ledger, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def key_beside(ledger: str) -> str:
    """Return the key kept beside a ledger file (`ledger.db.key`), made at first use.

    For a ledger on a database server the key must come from MUSTERROLL_SECRET_KEY; raises RuntimeError without it.
    """
    if "://" in ledger and not ledger.startswith("file://"):
        raise RuntimeError("set MUSTERROLL_SECRET_KEY: a ledger on a database server has no file to keep a key beside")
    path = Path(f"{ledger}.key")
    if not path.exists():
        write_key(path)
    return path.read_text(encoding="ascii").strip()


def write_key(path: Path) -> None:
    """Write a new key; one that another process has just written stays."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(48) + "\n")
