"""What many tests need: the sample reports, and the corpora that are not shipped."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def set_django_up() -> None:
    """Have whatever uses Django in this process use the desk's settings, which the ledger's are a part of.

    A process has one set of settings, and the ledger's tests may come before the desk's. Children get none of it.
    """
    here = {
        "DJANGO_SETTINGS_MODULE": "musterroll.desk.settings",
        "MUSTERROLL_LEDGER": os.devnull,
        "MUSTERROLL_SECRET_KEY": "a key for tests alone, long enough for every check of keys there is",
    }
    before = {name: os.environ.get(name) for name in here}
    os.environ.update(here)
    from django.conf import settings

    assert settings.SECRET_KEY
    for name, value in before.items():
        os.environ.pop(name) if value is None else os.environ.update({name: value})


set_django_up()


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
