"""Fixtures of the tests of submissions and accounts."""

from tests.desk.case_fixtures import book, editor, made_once, post, reader  # noqa: F401
