"""Django's words, for every test here."""

import pytest

from tests.desk.words import words_alone


@pytest.fixture(scope="session", autouse=True)
def words() -> None:
    """Set up what gettext needs."""
    words_alone()
