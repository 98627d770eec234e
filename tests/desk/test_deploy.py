"""Django's own check of an installation behind TLS."""

import os
import subprocess
import sys
from pathlib import Path

TLS = {
    "MUSTERROLL_URL": "https://desk.example",
    "MUSTERROLL_HOSTS": "desk.example",
    "MUSTERROLL_PROXY": "1",
    "DJANGO_SETTINGS_MODULE": "musterroll.desk.settings",
}


def test_an_installation_behind_tls_is_clean(tmp_path: Path) -> None:
    """`check --deploy` has nothing to say, not even a warning, about the settings that an https address gives."""
    key = {"MUSTERROLL_SECRET_KEY": "k" * 20 + os.urandom(30).hex(), "MUSTERROLL_LEDGER": str(tmp_path / "ledger.db")}
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=os.environ | TLS | key, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "System check identified no issues (0 silenced)."), done.stderr
