"""Open, make and close a ledger: one at a time, by path or address."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from musterroll.ledger.addresses import database_settings, is_address, shown
from musterroll.ledger.edge import at_edge
from musterroll.ledger.state import one_step
from musterroll.records import LedgerError, LedgerVersion

LABEL = "ledger"
MAGIC = b"SQLite format 3\x00"
MAKE = "make one with: musterroll read SOURCES --into {}"


@dataclass(frozen=True)
class Opened:
    """The ledger that is open: where (without a password), its version, and the backup made before it was migrated."""

    where: str
    version: str
    backup: str | None = None


@at_edge
def open_ledger(where: str | Path | None, create: bool = False) -> Opened:
    """Open the ledger at a path (SQLite) or an address (PostgreSQL); None is `DATABASE_URL`.

    With `create` an absent one is made. One made by an older version is copied beside itself (SQLite) and migrated.
    Raises LedgerVersion for one made by a newer version, LedgerError where there is none, where it is none, or where
    it cannot be read or written.
    """
    found = where or os.environ.get("DATABASE_URL") or ""
    if not found:
        raise LedgerError("no ledger is named: give its path, or set DATABASE_URL")
    if not is_address(found):
        check_file(Path(found), create)
    point_to(found)
    try:
        backup = bring_up_to_date(found, create)
    except BaseException:
        close_ledger()
        raise
    return Opened(shown(found), ledger_version(), backup)


def check_file(path: Path, create: bool) -> None:
    """Raise LedgerError where the file is absent, or there and something else."""
    if not path.exists():
        if not create:
            raise LedgerError(f"{path}: no ledger here; {MAKE.format(path)}")
        if not path.parent.is_dir():
            raise LedgerError(f"{path}: no such folder: {path.parent}")
        return
    try:
        head = path.open("rb").read(len(MAGIC))
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read: {error.strerror}") from error
    if head and head != MAGIC:
        raise LedgerError(f"{path}: not a ledger; name another file")


def point_to(where: str | Path) -> None:
    """Make `where` the default database of this process."""
    settings = database_settings(where)
    close_ledger()
    connections.settings[DEFAULT_DB_ALIAS] = settings
    connections.configure_settings(connections.settings)


def close_ledger() -> None:
    """Close the open ledger, if any; until another is opened, nothing can be asked."""
    connections[DEFAULT_DB_ALIAS].close()
    del connections[DEFAULT_DB_ALIAS]
    connections.settings[DEFAULT_DB_ALIAS] = {}
    connections.configure_settings(connections.settings)


def bring_up_to_date(where: str | Path, create: bool) -> str | None:
    """Migrate the open ledger where it is older; return the path of the copy that was made before."""
    applied, known = applied_steps(), known_steps()
    if newer := sorted(applied - known):
        raise LedgerVersion(
            f"{shown(where)}: made by a newer version ({newer[-1]}); run: pip install --upgrade musterroll"
        )
    if applied == known:
        return None
    if not applied:
        check_new(where, create)
    backup = copy_before(Path(where), max(known)) if applied and not is_address(where) else None
    migrate()
    return backup


def check_new(where: str | Path, create: bool) -> None:
    """Raise LedgerError unless a ledger may be made in a database that has none."""
    others = set(connection.introspection.table_names()) - {"django_migrations"}
    if others and not is_address(where):
        raise LedgerError(f"{shown(where)}: a database of something else ({min(others)}); name another file")
    if not create:
        raise LedgerError(f"{shown(where)}: no ledger here; {MAKE.format(shown(where))}")


def applied_steps() -> set[str]:
    """Return the names of the migrations that the open ledger has had."""
    if "django_migrations" not in connection.introspection.table_names():
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM django_migrations WHERE app = %s", [LABEL])
        return {name for (name,) in cursor.fetchall()}


def known_steps() -> set[str]:
    """Return the names of the migrations that this version of the program has."""
    return {name for app, name in MigrationLoader(None).disk_migrations if app == LABEL}


def migrate() -> None:
    """Bring the open ledger to the newest version, in one transaction: a process that dies leaves it as it was."""
    connection.disable_constraint_checking()
    try:
        with one_step():
            executor = MigrationExecutor(connection)
            executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] == LABEL])
    finally:
        connection.enable_constraint_checking()


def copy_before(path: Path, step: str) -> str:
    """Copy a ledger beside itself before a step: "ledger.db.before-0003". A half-made copy never bears the name."""
    target = path.with_name(f"{path.name}.before-{step[:4]}")
    half = target.with_name(f"{target.name}.half")
    half.unlink(missing_ok=True)
    with sqlite3.connect(path) as old, sqlite3.connect(half) as new:
        old.backup(new)
    old.close()
    new.close()
    half.replace(target)
    return str(target)


@at_edge
def ledger_version() -> str:
    """Return the version of the open ledger: the number of its newest migration ("0001")."""
    return max(applied_steps(), default="0000")[:4]
