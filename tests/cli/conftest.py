"""A ledger of invented reports, made once by the real command; each test works on a copy of it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from musterroll.cli import main
from tests.cli.test_commands import run

REPORTS = (
    (
        "https://post.example/1", "2021-02-10", "UN counts Wagner fighters (invented)",
        "TRIPOLI — Two thousand Wagner Group fighters are in Libya, the UN Panel of Experts said on Wednesday.\n\n"
        "The Libyan National Army denied that Wagner fighters are in Libya.",
    ),
    (
        "https://copyist.example/3", "2021-02-11", "UN counts fighters, paper says (invented)",
        "TRIPOLI — Two thousand Wagner Group fighters are in Libya, the UN Panel of Experts said, The Harbour Post "
        "reported.\n\nThe Libyan National Army denied that Wagner fighters are in Libya.",
    ),
    (
        "https://northern-ledger.example/2", "2021-02-12", "Fighters said to stay (invented)",
        "About 1,200 Wagner Group fighters are in Libya, the Syrian Observatory for Human Rights said on Friday.\n\n"
        "Turkey sent 300 Syrian fighters to Libya in January, the monitor added.",
    ),
)  # fmt: skip


class Said(NamedTuple):
    """What a command said: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def form(self) -> Any:
        """The one JSON document that it wrote."""
        return json.loads(self.out)


Ask = Callable[..., Said]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the invented reports, a line each."""
    path = tmp_path_factory.mktemp("reports") / "reports.jsonl"
    lines = (dict(zip(("url", "published", "title", "text"), report, strict=True)) for report in REPORTS)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def made(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the reports into a ledger, as a user would."""
    path = tmp_path_factory.mktemp("made") / "ledger.db"
    done = run("read", reports, "--into", path, "--pack", "libya")
    assert done.returncode == 0, done.stderr
    assert "the ledger holds 3 reports" in done.stderr
    return path


@pytest.fixture
def ask(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return what runs a command on a copy of the ledger, in a folder of its own."""
    shutil.copy(made, tmp_path / "musterroll.db")
    monkeypatch.chdir(tmp_path)
    for name in ("MUSTERROLL_LEDGER", "DATABASE_URL", "MUSTERROLL_BY"):
        monkeypatch.delenv(name, raising=False)

    def asked(*arguments: str) -> Said:
        try:
            code = main(arguments)
        except SystemExit as left:
            code = int(str(left.code))
        return Said(code, *capsys.readouterr())

    return asked
