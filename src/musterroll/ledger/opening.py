"""Open, make and close a ledger: one at a time, by path or address."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from musterroll.ledger.addresses import database_settings, is_address, shown
from musterroll.ledger.edge import at_edge, cause_of
from musterroll.ledger.state import one_transaction
from musterroll.records import LedgerError, LedgerVersion

LABEL = "ledger"
ASIDE: list[tuple[dict[str, Any], BaseDatabaseWrapper]] = []
INHERITED: list[object] = []
MAGIC = b"SQLite format 3\x00"
OURS = f"{LABEL}_"
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
    """Raise LedgerError where the file is absent, or there and something else; it is read only."""
    if path.exists():
        tables = tables_of(path)
        others = sorted(tables - {"django_migrations"})
        if others and not any(name.startswith(OURS) for name in others):  # a desk keeps tables of its own in a ledger
            raise LedgerError(f"{path}: a database of something else ({others[0]}); name another file")
        create = create or bool(tables)
    elif create and not path.parent.is_dir():
        raise LedgerError(f"{path}: no such folder: {path.parent}")
    if not create:
        raise LedgerError(f"{path}: no ledger here; {MAKE.format(path)}")


def tables_of(path: Path) -> set[str]:
    """Return the tables of an SQLite file; raises LedgerError for a file of another kind."""
    try:
        if path.open("rb").read(len(MAGIC)) not in (MAGIC, b""):
            raise LedgerError(f"{path}: not a ledger; name another file")
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connected:
            found = connected.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            return {name for (name,) in found}
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read: {error.strerror}") from error
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {cause_of(error)}") from error


def point_to(where: str | Path) -> None:
    """Make `where` the default database of this process; what was the default before is laid aside."""
    settings = database_settings(where)
    close_ledger()
    ASIDE.append((connections.settings[DEFAULT_DB_ALIAS], connections[DEFAULT_DB_ALIAS]))
    connections.settings[DEFAULT_DB_ALIAS] = settings
    connections.configure_settings(connections.settings)
    connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)


def close_ledger() -> None:
    """Close the ledger that `open_ledger` opened, if any; what was the default database before is so again.

    On the command line that is none: until another is opened, nothing can be asked.
    """
    if ASIDE:
        connections[DEFAULT_DB_ALIAS].close()
        connections.settings[DEFAULT_DB_ALIAS], connections[DEFAULT_DB_ALIAS] = ASIDE.pop()


def leave_to_parent() -> None:
    """In a forked child, forget the parent's connection without closing it: closing it would disturb the parent."""
    inherited = connections[DEFAULT_DB_ALIAS]
    if inherited.connection is not None:
        INHERITED.append(inherited.connection)
        inherited.connection = None


os.register_at_fork(after_in_child=leave_to_parent)


@at_edge
def bring_up_to_date(where: str | Path, create: bool) -> str | None:
    """Migrate the open ledger where it is older; return the path of the copy that was made before."""
    applied, known = applied_steps(), known_steps()
    if newer := sorted(applied - known):
        raise LedgerVersion(
            f"{shown(where)}: made by a newer version ({newer[-1]}); run: pip install --upgrade musterroll"
        )
    if applied == known:
        return None
    if not (applied or create or table_names()):  # tables alone: another process is making it just now
        raise LedgerError(f"{shown(where)}: no ledger here; {MAKE.format(shown(where))}")
    backup = copy_before(Path(where), max(known)) if applied and not is_address(where) else None
    migrate()
    return backup


def table_names() -> set[str]:
    """Return the ledger's own tables in the open database."""
    return {name for name in connection.introspection.table_names() if name.startswith(OURS)}


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
        with one_transaction():
            executor = MigrationExecutor(connection)
            executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] == LABEL])
    finally:
        connection.enable_constraint_checking()


def copy_before(path: Path, step: str) -> str:
    """Copy a ledger beside itself before a step: "ledger.db.before-0003". A half-made copy never bears the name."""
    target = path.with_name(f"{path.name}.before-{step[:4]}")
    half = target.with_name(f"{target.name}.half")
    half.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(half)) as new:
        old.backup(new)
    half.replace(target)
    return str(target)


@at_edge
def ledger_version() -> str:
    """Return the version of the open ledger: the number of its newest migration ("0001")."""
    return max(applied_steps(), default="0000")[:4]
