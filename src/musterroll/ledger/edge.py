"""The edge to the database: its errors become ours, with what to do about them."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connection

from musterroll.ledger.addresses import WHERE
from musterroll.records import LedgerError

Given = ParamSpec("Given")
Made = TypeVar("Made")
CAUSES = (
    ("disk is full", "the disk is full; nothing of this step was written"),
    ("no space left", "the disk is full; nothing of this step was written"),
    ("locked", "another process is writing to it; try again when it is done"),
    ("readonly", "it may only be read: check who may write the file and its folder"),
    ("read-only", "it may only be read"),
    ("unable to open", "the file or its folder cannot be opened"),
    ("disk i/o", "the disk does not read or write it"),
    ("malformed", "the file is damaged; go back to a copy"),
    ("not a database", "the file is no ledger"),
    ("no such table", "the file is no ledger"),
    ("connection refused", "the database server does not answer"),
    ("no such file or directory", "the database server does not answer"),
    ("could not translate host name", "the database server does not answer"),
    ("is never changed", "evidence is never changed"),
    ("foreign key", "it leans on a report or claim that is not in the ledger; nothing of this step was written"),
)


def at_edge(deed: Callable[Given, Made]) -> Callable[Given, Made]:
    """Have a function of the ledger raise LedgerError where the database fails."""

    @wraps(deed)
    def guarded(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        try:
            return deed(*args, **kwargs)
        except (Error, ImproperlyConfigured) as error:
            raise ours(error) from error

    return guarded


def ours(error: Error | ImproperlyConfigured) -> LedgerError:
    """Return our error for one of the database: where and why, in one line."""
    if isinstance(error, ImproperlyConfigured):
        return LedgerError("no ledger is open")
    return LedgerError(f"{where_open()}: {cause_of(error)}")


def cause_of(error: BaseException) -> str:
    """Return the cause of a database error in words, with the database's own words where they are not known."""
    said = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return next((words for mark, words in CAUSES if mark in str(error).lower()), said)


def where_open() -> str:
    """Return where the open ledger lies, for messages."""
    settings = connection.settings_dict
    return str(settings.get(WHERE) or settings.get("NAME") or "the ledger")
