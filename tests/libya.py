"""The ledger of the sample reports on Libya: read once in a run of the tests, however many processes it has."""

import fcntl
import os
from pathlib import Path

import pytest
from django.core.management import call_command

from musterroll import ledger
from musterroll.pipeline import import_sources, rederive
from musterroll.reference.packs import load_packs


def libya_ledger(factory: pytest.TempPathFactory, root: Path) -> Path:
    """Return the ledger's path, to be copied and never written to; the first who asks makes it, others wait."""
    folder = factory.getbasetemp()
    path = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "libya.db"
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            make(path.with_suffix(".new"), root)
            path.with_suffix(".new").rename(path)
    return path


def make(path: Path, root: Path) -> None:
    """Read the sample reports into a new ledger, with the desk's own tables."""
    ledger.open_ledger(path, create=True)
    ledger.put_packs(load_packs("libya"))
    for _ in import_sources(sorted(str(page) for page in (root / "samples/libya").glob("*.html")), workers=2):
        pass
    rederive()
    call_command("migrate", verbosity=0, interactive=False)
    ledger.close_ledger()
