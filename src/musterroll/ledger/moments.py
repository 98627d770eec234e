"""Moments as the ledger writes them down in columns: in UTC and to the second, so that they sort as text."""

from datetime import UTC, datetime

IN_UTC = "2026-03-01T12:00:00+00:00"


def in_utc(at: str | None) -> str:
    """Return a moment so that moments sort as text; "" for none."""
    if not at or (len(at) == len(IN_UTC) and at.endswith("+00:00")):
        return at or ""
    return datetime.fromisoformat(at).astimezone(UTC).isoformat(timespec="seconds")
