"""The desk, started from outside as its users start it."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

MUSTERROLL = Path(sys.executable).with_name("musterroll")
PATIENCE = 60


class Desk:
    """`musterroll serve` on a ledger, in a process of its own; `home` is its address."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger
        self.home = f"http://127.0.0.1:{free_port()}"
        self.log = ledger.with_suffix(".log")
        self._process = self._start()
        self._wait()

    def _start(self) -> "subprocess.Popen[bytes]":
        command = [MUSTERROLL, "serve", "--ledger", self.ledger, "--port", self.home.rpartition(":")[2]]
        # As if behind a proxy: so each browser can come from an address of its own and has its own share of sendings.
        environment = os.environ | {"MUSTERROLL_PROXY": "1", "MUSTERROLL_LEDGER": str(self.ledger)}
        with self.log.open("wb") as log:
            return subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            try:
                urlopen(f"{self.home}/robots.txt", timeout=5).close()
            except HTTPError:
                return
            except (URLError, OSError):
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"the desk did not start: {self.log.read_text()}")

    def stop(self) -> str:
        """Stop serving; return what the server wrote."""
        self._process.terminate()
        self._process.wait(PATIENCE)
        return self.log.read_text(encoding="utf-8")

    def ask(self, *command: str) -> str:
        """Return what a command of musterroll says about this ledger, run beside the server."""
        done = subprocess.run(
            [MUSTERROLL, *command, "--ledger", self.ledger], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def get(self, path: str) -> tuple[int, dict[str, str], str]:
        """Return status, headers and text of what stands at a path, asked for without a browser."""
        try:
            with urlopen(Request(f"{self.home}{path}"), timeout=PATIENCE) as answer:
                return answer.status, dict(answer.headers), answer.read().decode()
        except HTTPError as refused:
            return refused.code, dict(refused.headers), refused.read().decode()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
