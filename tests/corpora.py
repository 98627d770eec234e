"""Where the shared corpora lie, for the tests that measure: `MUSTERROLL_SHARED`, else `../shared`."""

import hashlib
import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("MUSTERROLL_SHARED") or Path(__file__).parents[2] / "shared")


def corpus(name: str) -> Path:
    """Return a file or folder of the shared corpora, or skip the test where it is not there."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the shared corpora are not here ({name})")
    return path


def fingerprint(path: Path) -> str:
    """Return the first 12 hex digits of a file's SHA-256: a figure holds for these bytes only."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
