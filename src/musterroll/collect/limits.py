"""How much a page may cost to get."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds on getting a page: bytes after decompression, seconds, redirects.

    `page_bytes` bounds a file, a record and a fetched page; `connect_seconds` and `read_seconds` one wait for the
    network; `fetch_seconds` a whole fetch, redirects and robots.txt included. Between two fetches from one site there
    are at least `pause_seconds`.
    """

    page_bytes: int = 20_000_000
    robots_bytes: int = 500_000
    connect_seconds: float = 10.0
    read_seconds: float = 15.0
    fetch_seconds: float = 45.0
    pause_seconds: float = 1.0
    redirects: int = 5
