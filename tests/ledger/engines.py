"""Where the tests keep ledgers: SQLite files, and a PostgreSQL server of their own where its binaries are."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

BINARIES = [Path("/usr/local/bin"), *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
OWNERS = ("postgres", "nobody")


def binary(name: str) -> str | None:
    """Return the path of a program of PostgreSQL, None where it is not installed."""
    return shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *map(str, BINARIES)]))


class Server:
    """A PostgreSQL server in a folder of its own, reached by a socket in it; it refuses to run as root."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="roll"))
        self.owner = self._owner() if os.getuid() == 0 else None
        if self.owner:
            shutil.chown(self.folder, self.owner)
        data = str(self.folder / "data")
        self._do("initdb", "-D", data, "-U", "roll", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off"
        self._do("pg_ctl", "-D", data, "-o", options, "-l", str(self.folder / "log"), "-w", "start")

    @staticmethod
    def _owner() -> str:
        import pwd

        known = {user.pw_name for user in pwd.getpwall()}
        return next(name for name in OWNERS if name in known)

    def _do(self, name: str, *options: str) -> None:
        command = [str(binary(name)), *options]
        done = subprocess.run(
            command, user=self.owner, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
        )
        assert done.returncode == 0, command

    def address(self, database: str) -> str:
        """Return the address of a database on this server."""
        return f"postgresql://roll@/{database}?host={self.folder}"

    def make(self, database: str, like: str = "template1") -> str:
        """Make a database as another is; return its address."""
        import psycopg

        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{database}" TEMPLATE "{like}"'.encode())
        return self.address(database)

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._do("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)
