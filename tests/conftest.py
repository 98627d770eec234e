"""What many tests need: the sample reports, and the corpora that are not shipped."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora that may be measured on and not shipped (MUSTERROLL_SHARED, or ../shared)."""
    folder = Path(os.environ.get("MUSTERROLL_SHARED", ROOT.parent / "shared"))
    if not (folder / "corpora").is_dir():
        pytest.skip("the development corpora are not shipped: set MUSTERROLL_SHARED to where they lie")
    return folder
