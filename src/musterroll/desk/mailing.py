"""How mail leaves this installation, from MUSTERROLL_MAIL: nothing (the default), "console", a folder or a server."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def mail_settings(where: str) -> dict[str, Any]:
    """Return Django's settings for "" (no mail), "console", "file:FOLDER" or "smtp(s)://user:password@host:port".

    Raises ValueError for anything else.
    """
    parts = urlsplit(where)
    backend = "django.core.mail.backends."
    if not where:
        return {"EMAIL_BACKEND": f"{backend}dummy.EmailBackend"}
    if where == "console":
        return {"EMAIL_BACKEND": f"{backend}console.EmailBackend"}
    if parts.scheme == "file":
        return {"EMAIL_BACKEND": f"{backend}filebased.EmailBackend", "EMAIL_FILE_PATH": str(Path(parts.path))}
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError('MUSTERROLL_MAIL is "console", "file:FOLDER", or "smtps://user:password@host:port"')
    return {
        "EMAIL_BACKEND": f"{backend}smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 20,
    }
