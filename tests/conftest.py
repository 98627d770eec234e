"""What many tests need: the sample reports, and the corpora that are not shipped."""

import os
from pathlib import Path

import django
import pytest
from django.db import connections
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
# No test is timed: a busy machine must not make one fail.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
# One Django a process: the desk's settings hold all that a ledger alone needs, so every test runs under them.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "musterroll.desk.settings")
os.environ.setdefault("MUSTERROLL_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("MUSTERROLL_SECOND_FACTOR", "off")
os.environ.setdefault("MUSTERROLL_SECRET_KEY", "a key for tests, which keeps no secrets at all ‒ and long enough")

django.setup()
# No test meets a ledger that it has not opened.
connections.settings["default"] = {}
connections.configure_settings(connections.settings)
connections["default"] = connections.create_connection("default")


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
