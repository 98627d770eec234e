"""Fixtures of the tests of corrections."""

from tests.desk.case_fixtures import book, editor, made_once, reader  # noqa: F401
