"""Two ways of writing a name are one name; two names stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterroll.trace.names import bare_name, explained, folded, known_as, meant_by, medium_named, proper


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("the Levant Observatory", "Levant Observatory"),
        ("war monitor the Levant Observatory for Detainees", "Levant Observatory for Detainees"),
        ("Britain-based Levant Observatory", "Levant Observatory"),
        ("Levant Observatory for Detainees (LOD)", "Levant Observatory for Detainees"),
        ("army spokesman Salem Bin Gritli", "Salem Bin Gritli"),
        ("Salem Bin Gritli, a spokesman for the army", "Salem Bin Gritli"),
        ("a spokesman, Salem Bin Gritli", "Salem Bin Gritli"),
        ("Turkish defence ministry", "Turkish defence ministry"),
        ("officials", "officials"),
    ],
)
def test_a_name_is_taken_out_of_what_stands_around_it(written: str, bare: str) -> None:
    """Titles, brackets, appositions and where somebody is based are no part of the name."""
    assert bare_name(written) == bare


@pytest.mark.parametrize("name", ["SOHR", "Sergei Shoigu", "the UN", "Turkish defence ministry", "المرصد السوري"])
def test_proper_names_say_who(name: str) -> None:
    """A name in capitals, or in a script without them, identifies."""
    assert proper(name)


@pytest.mark.parametrize(
    "name", ["officials", "the army", "The Ministry", "He", "Panel", "a report", "state radio", "", "300"]
)
def test_common_nouns_do_not_say_who(name: str) -> None:
    """A common noun, in capitals or not, is nobody's name: two armies would be taken for one."""
    assert not proper(name)


def test_initials_are_written_out_where_a_text_says_what_they_stand_for() -> None:
    """A name with its initials in brackets explains the initials."""
    short = dict(explained("Yesterday the Levant Observatory for Detainees (LOD) counted nine."))
    assert short == {"LOD": "Levant Observatory for Detainees"}
    assert known_as("LOD", short) == known_as("the Levant Observatory for Detainees", short)


def test_a_surname_is_the_one_full_name_beside_it() -> None:
    """A surname is completed within its report, and not where two bear it."""
    assert known_as("Gritli", {}, ["Salem Bin Gritli", "Idris Tahir"]) == "Salem Bin Gritli"
    assert known_as("Gritli", {}, ["Salem Bin Gritli", "Amal Gritli"]) == "Gritli"


@pytest.mark.parametrize(
    ("words", "beside", "meant"),
    [
        ("Observatory", ["the Levant Observatory for Detainees"], "Levant Observatory for Detainees"),
        ("monitor", ["Levant Observatory for Detainees", "Levant Observatory"], "Levant Observatory for Detainees"),
        ("panel", ["Idris Tahir", "Border Panel"], "Border Panel"),
        ("monitor", ["Levant Observatory", "Border Watch"], None),
        ("monitor", ["Border Panel"], None),
        ("it", ["It Group"], None),
        ("Observatory", ["Observatory"], None),
    ],
)
def test_a_body_is_meant_by_the_last_of_its_name(words: str, beside: list[str], meant: str | None) -> None:
    """One word of a body's full name stands for it, where the report names one such body and no other."""
    assert meant_by(words, beside) == meant


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("AA", "Anadolu Agency"), ("Anadolu", "Anadolu Agency"), ("the Associated Press", "AP"), ("AFP news agency", "AFP"),
        ("state-run news agency SANA", "SANA"), ("Al Jazeera", "Al Jazeera"), ("the Ministry", None), ("", None),
    ],
)  # fmt: skip
def test_media_are_known_by_their_usual_name(written: str, name: str | None) -> None:
    """Agencies and outlets are found by each way of writing them; others are None."""
    assert medium_named(written) == name


@given(st.text())
def test_folding_twice_changes_nothing_more(name: str) -> None:
    """A folded name stays as it is, and any text can be folded, shortened and looked up."""
    assert folded(folded(name)) == folded(name) or folded(name).startswith("the ")
    bare_name(name), proper(name), known_as(name, {}), medium_named(name)
