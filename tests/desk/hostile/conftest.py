"""Fixtures of the attacks on the desk: the invented ledger of the corrections, with its five people."""

from tests.desk.case_fixtures import book, editor, made_once, reader  # noqa: F401
