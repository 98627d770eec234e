"""A page: the bytes at an address."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from musterroll.records.identity import content_id


@dataclass(frozen=True)
class Page:
    """The bytes at an address, as they were found.

    `url` is the address the bytes came from: an http(s) URL, or None for a file whose address is not known.
    `name` is what the user called it (a path, `-` for standard input, `reports.jsonl:3`), for messages.
    `media_type` is what the collector knows of the form: "html", "text" or "record" (one JSONL report).
    `charset` is the encoding the server stated, if any; `fetched` the day and hour of a fetch, ISO 8601.
    `given` holds what a JSONL record states of itself (id, published, title), as (key, value) pairs.
    """

    body: bytes = field(repr=False)
    name: str
    media_type: str
    url: str | None = None
    charset: str | None = None
    fetched: str | None = None
    given: tuple[tuple[str, str], ...] = ()

    @cached_property
    def id(self) -> str:
        """The page's id: a hash of its bytes and its address."""
        return content_id([hashlib.sha256(self.body).hexdigest(), self.url])

    def stated(self, key: str) -> str | None:
        """Return what the record says of itself under `key`, or None."""
        return dict(self.given).get(key)


@dataclass(frozen=True)
class Refusal:
    """A page that gave no report (or a report that was not read): what the user called it and why.

    `code` is the error's stable name ("too-large"), `reason` one line in words.
    """

    name: str
    code: str
    reason: str
