"""Ids are hashes of content, so that a re-run is idempotent and two machines agree."""

import hashlib
import json
from collections.abc import Sequence

Content = str | int | float | bool | None | Sequence["Content"]


def content_id(content: Sequence[Content]) -> str:
    """Return the first 24 hex digits of the SHA-256 of the canonical JSON list of `content`."""
    canonical = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:24]
