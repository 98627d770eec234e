"""A ledger is opened, made, brought up to date, or refused with what to do."""

import sqlite3
from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from musterroll import ledger
from musterroll.ledger.addresses import database_settings, shown
from musterroll.ledger.evidence import insert_evidence
from musterroll.ledger.filters import ClaimFilter
from musterroll.ledger.linking import LINKING_COLUMNS, linking_row
from musterroll.ledger.models import LinkingRow
from musterroll.ledger.opening import known_steps, point_to
from musterroll.ledger.rows import insert_rows
from musterroll.ledger.state import one_transaction
from musterroll.records import LedgerError, LedgerVersion
from tests.ledger.conftest import Fresh
from tests.ledger.engines import Server
from tests.ledger.invented import a_reading

NEWEST = max(known_steps())[:4]


def test_an_absent_ledger_names_the_command_that_makes_one(path: Path) -> None:
    """Where nothing is, nothing is made unasked."""
    with pytest.raises(LedgerError, match=r"no ledger here; make one with: musterroll read SOURCES --into .*roll\.db"):
        ledger.open_ledger(path)
    assert not path.exists()


def test_a_ledger_is_made_once(path: Path) -> None:
    """Making one where one is opens it as it is."""
    assert ledger.open_ledger(path, create=True) == ledger.Opened(str(path), NEWEST)
    ledger.add_readings([a_reading(1)])
    ledger.close_ledger()
    assert ledger.open_ledger(str(path), create=True) == ledger.Opened(str(path), NEWEST)
    assert ledger.counts()["reports"] == 1


@pytest.mark.parametrize("create", [True, False])
def test_what_is_no_ledger_is_left_alone(path: Path, create: bool) -> None:
    """A text file, another program's database, a folder: each is refused and not touched."""
    path.write_text("a letter to a friend, long enough for a head")
    other = path.with_name("other.db")
    with sqlite3.connect(other) as connected:
        connected.execute("CREATE TABLE recipes (name TEXT)")
    connected.close()
    before = path.read_bytes(), other.read_bytes()
    for where, why in ((path, "not a ledger"), (other, "recipes"), (path.parent, "cannot be read")):
        with pytest.raises(LedgerError, match=why):
            ledger.open_ledger(where, create=create)
    with pytest.raises(LedgerError, match=r"no such folder|no ledger here"):
        ledger.open_ledger(path.parent / "nowhere" / "roll.db", create=create)
    assert before == (path.read_bytes(), other.read_bytes())


def test_a_ledger_may_hold_tables_of_others(path: Path) -> None:
    """A ledger in which a desk keeps its accounts is opened as ever."""
    ledger.open_ledger(path, create=True)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE accounts (name TEXT)")
    ledger.close_ledger()
    assert ledger.open_ledger(path).version == NEWEST


def test_an_empty_file_is_an_absent_ledger(path: Path) -> None:
    """A file without a byte is made a ledger where that is asked for, and only then."""
    path.touch()
    with pytest.raises(LedgerError, match="no ledger here"):
        ledger.open_ledger(path)
    assert ledger.open_ledger(path, create=True).version == NEWEST


def test_nothing_named_is_nothing_opened(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Without a path the address in DATABASE_URL counts; without that the reader is told of both."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with pytest.raises(LedgerError, match="DATABASE_URL"):
        ledger.open_ledger(None)
    monkeypatch.setenv("DATABASE_URL", str(path))
    assert ledger.open_ledger(None, create=True).where == str(path)


def test_while_none_is_open_nothing_can_be_asked(path: Path) -> None:
    """A closed ledger, or one that could not be opened, is not asked by mistake."""
    ledger.open_ledger(path, create=True)
    ledger.close_ledger()
    with pytest.raises(LedgerError, match="no ledger is open"):
        ledger.counts()
    with pytest.raises(LedgerError, match="no ledger is open"), ledger.one_step():
        pass


def older(where: str) -> None:
    """Make a ledger as the version before the full text had it."""
    point_to(where)
    connection.disable_constraint_checking()
    MigrationExecutor(connection).migrate([("ledger", "0002_never_changed")])
    connection.enable_constraint_checking()
    with one_transaction():
        insert_evidence([a_reading(1)])
        insert_rows(LinkingRow, LINKING_COLUMNS[:-1], [linking_row(one, one, False) for one in a_reading(1).linked])
    ledger.close_ledger()


def test_an_older_ledger_is_copied_and_migrated(path: Path) -> None:
    """What was in it is in it after, and beside it lies the copy that the older version can open."""
    older(str(path))
    opened = ledger.open_ledger(path)
    copy = path.with_name(f"roll.db.before-{NEWEST}")
    assert opened == ledger.Opened(str(path), NEWEST, str(copy))
    assert len(ledger.search("fighters newtown")) == 2
    assert ledger.claims(ClaimFilter(words="fighters newtown")).rows
    with sqlite3.connect(copy) as connected:
        assert connected.execute("SELECT count(*), max(name) FROM ledger_claim, django_migrations").fetchone() == (4, "0002_never_changed")  # fmt: skip
    connected.close()
    assert sorted(file.name for file in path.parent.glob("*.before*")) == [copy.name]


def test_an_older_ledger_on_a_server_is_migrated(server: Server) -> None:
    """On a server the ledger is migrated as well; copies there are the team's own."""
    where = server.make("older")
    older(where)
    assert ledger.open_ledger(where) == ledger.Opened(where, NEWEST)
    assert len(ledger.search("fighters newtown")) == 2
    ledger.close_ledger()


def test_a_newer_ledger_is_refused_with_the_command(fresh: str) -> None:
    """A ledger of a newer version is not opened, and the reader is told what to run."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('ledger', '0999_later', '2030-01-01')"
        )
    ledger.close_ledger()
    with pytest.raises(LedgerVersion, match=r"newer version \(0999_later\); run: pip install --upgrade musterroll"):
        ledger.open_ledger(fresh)
    with pytest.raises(LedgerError, match="no ledger is open"):
        ledger.counts()


def test_a_making_that_fails_leaves_no_half_ledger(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that dies while it makes a ledger leaves none, and the next makes it."""
    step = import_module("musterroll.ledger.migrations.0003_words").Migration.operations[0]
    with monkeypatch.context() as patched:
        patched.setattr(step, "code", lambda apps, editor: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            ledger.open_ledger(path, create=True)
    with sqlite3.connect(path) as connected:
        assert connected.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'ledger%'").fetchone() == (0,)
    connected.close()
    with pytest.raises(LedgerError, match="no ledger here"):
        ledger.open_ledger(path)
    assert ledger.open_ledger(path, create=True).version == NEWEST


def test_ledgers_can_be_changed_for_one_another(ledgers: Fresh) -> None:
    """One process opens one ledger after another, each with what is in it."""
    wheres = [ledgers(), ledgers()]
    for number, where in enumerate(wheres, start=1):
        ledger.open_ledger(where)
        ledger.add_readings([a_reading(n) for n in range(number)])
    for number, where in enumerate(wheres, start=1):
        ledger.open_ledger(where)
        assert ledger.counts()["reports"] == number
    ledger.close_ledger()


def test_what_was_open_before_is_open_again(path: Path) -> None:
    """A desk's own database is the default again, with its connection, when a ledger opened beside it is closed."""
    own = connections["default"]
    ledger.open_ledger(path, create=True)
    assert connections["default"] is not own
    for _ in range(2):
        ledger.close_ledger()
        assert connections["default"] is own


def test_an_address_is_taken_apart() -> None:
    """User, password, host, port, name and what stands behind "?" reach the driver; the password no message."""
    address = "postgresql://ed%40x:s%3Acret@db.example:5433/roll?sslmode=require"
    settings = database_settings(address)
    wanted = {
        "NAME": "roll", "USER": "ed@x", "PASSWORD": "s:cret", "HOST": "db.example", "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }  # fmt: skip
    assert {key: settings[key] for key in wanted} == wanted
    assert shown(address) == "postgresql://ed%40x:…@db.example:5433/roll?sslmode=require"
    with pytest.raises(LedgerError, match="names no database"):
        database_settings("postgresql://db.example")
    with pytest.raises(LedgerError, match="port"):
        database_settings("postgresql://db.example:door/roll")
