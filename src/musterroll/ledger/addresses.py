"""Where a ledger lies, and how its database is set: a path is SQLite, an address is PostgreSQL. No Django here."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from musterroll.records import LedgerError

SCHEMES = ("postgres", "postgresql")
BUSY_SECONDS = 30
KEPT_SECONDS = 600  # a connection that nobody closes
WHERE = "LEDGER"  # a key of ours among the settings: the address as it may be shown
PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;"
    " PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY"
)


def is_address(where: str | Path) -> bool:
    """Say whether `where` is the address of a server ("postgresql://…") and not a path."""
    return urlsplit(str(where)).scheme in SCHEMES


def database_settings(where: str | Path) -> dict[str, Any]:
    """Return Django's settings of one database. Raises LedgerError for an address of no database.

    A thread of the desk keeps its connection from one request to the next, with the pages that it has read.
    """
    settings = server_settings(str(where)) if is_address(where) else file_settings(Path(where))
    return {**settings, "CONN_MAX_AGE": KEPT_SECONDS, "CONN_HEALTH_CHECKS": True, WHERE: shown(where)}


def file_settings(path: Path) -> dict[str, Any]:
    """SQLite: readers beside one writer, who takes the lock before it reads; a busy ledger is waited for."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path.absolute()),
        "OPTIONS": {"timeout": BUSY_SECONDS, "transaction_mode": "IMMEDIATE", "init_command": PRAGMAS},
    }


def server_settings(address: str) -> dict[str, Any]:
    """PostgreSQL by psycopg: what stands behind "?" goes to the driver as it is."""
    parts = urlsplit(address)
    try:
        port = str(parts.port or "")
    except ValueError as error:
        raise LedgerError(f"{shown(address)}: no such port") from error
    if not parts.path.strip("/"):
        raise LedgerError(f"{shown(address)} names no database: postgresql://user@host/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def shown(where: str | Path) -> str:
    """Return an address without its password, for messages; a path as it is."""
    parts = urlsplit(str(where))
    if not is_address(where) or parts.password is None:
        return str(where)
    return str(where).replace(f":{parts.password}@", ":…@", 1)
