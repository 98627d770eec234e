"""Words and addresses of the templates: looked up once a language, and never one language's for another."""

from pathlib import Path

import pytest
from django.urls import NoReverseMatch
from django.utils import translation

from musterroll.desk import headings
from musterroll.desk.environment import address
from musterroll.desk.wording import in_each_language


def test_words_are_those_of_the_language_that_is_on(opened: Path) -> None:
    """A word that was said in one language is said in the other when that is on, again and again."""
    said = in_each_language(headings.grade_name)
    for _ in range(2):
        for language in ("en", "ar"):
            with translation.override(language):
                assert said("contested") == headings.grade_name("contested")
    assert said("contested") != said("denied")


def test_words_are_looked_up_once_a_language(opened: Path) -> None:
    """The second time nothing is asked of the catalogue."""
    asked = []

    @in_each_language
    def said(word: str) -> str:
        asked.append(word)
        return f"{translation.get_language()} {word}"

    for language in ("en", "ar", "en", "ar"):
        with translation.override(language):
            assert said("stock") == f"{language} stock"
    assert asked == ["stock", "stock"]


def test_addresses_are_those_of_the_language_that_is_on(opened: Path) -> None:
    """Arabic pages name Arabic pages, with ids quoted and what is not None in the query."""
    for _ in range(2):
        with translation.override("en"):
            assert address("finding", "a b:c", after=None, type="presence") == "/findings/a%20b:c/?type=presence"
        with translation.override("ar"):
            assert address("finding", "a b:c") == "/ar/findings/a%20b:c/"
    with pytest.raises(NoReverseMatch):
        address("no such page")
