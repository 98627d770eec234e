"""Fixtures of the tests of corrections."""

from tests.desk.browser import chromium, served  # noqa: F401
from tests.desk.case_fixtures import book, editor, made_once, post, reader  # noqa: F401
