"""The gazetteer: names to places."""

import statistics
import time
from pathlib import Path

import pytest

from musterroll.reference import country_of, gazetteer
from musterroll.reference.gazetteer import Gazetteer, make_gazetteer, short_names
from musterroll.reference.place_names import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Jufrah", "al Jufra"),
        ("São Tomé", "sao tome"),
        ("St. Louis", "Saint Louis"),
        ("N'Djamena", "N’Djamena"),
        ("Kahramanmaraş", "KAHRAMANMARAS"),
        ("‘Ayn al ‘Arab", "Ayn al-Arab"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    """Names that differ by case, accents, hyphens and marks have one key."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Tripoli", "LY"), ("Sirte", "LY"), ("Kobane", "SY"),
        ("Deir ez-Zor", "SY"), ("El Fasher", "SD"), ("Kyiv", "UA"),
        ("طرابلس", "LY"), ("Donbas", "UA"), ("Cyrenaica", "LY"), ("the Sahel", ""), ("Yarmouk", "SY"),
        ("Yarmouk", "LY"),
    ],
)  # fmt: skip
def test_places_of_war_are_known(name: str, country: str) -> None:
    """Towns, regions and their usual spellings, in Latin and Arabic letters, have a place in their country."""
    assert country in {place.country for place in gazetteer().named(name)}


def test_what_is_no_name_gives_nothing() -> None:
    """An unknown name, an empty one and one of marks only give no place."""
    assert [gazetteer().named(name) for name in ("Qwertyuiop", "", "’’—")] == [(), (), ()]


def test_short_names_lead_to_places() -> None:
    """Each abbreviation of a state or province leads to a place."""
    assert all(gazetteer().at(number) for number in short_names().values())


def test_look_ups_take_microseconds() -> None:
    """The median look-up that nothing has cached takes less than 50 µs."""
    names = [
        f"{word}{end}" for word in ("Tripoli", "Aleppo", "Gao", "Paris", "Homs", "Kharkiv") for end in ("", "h", " ")
    ]
    took = []
    for name in names * 5:
        started = time.perf_counter()
        gazetteer().look_up(name)
        took.append(time.perf_counter() - started)
    assert statistics.median(took) < 50e-6


def test_the_file_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    """A packed table that does not hold leaves no file behind; one that holds answers."""
    import lzma

    good = lzma.compress(b"1\ttown\tAl Foo\tLY\t01\t1.5\t2.5\t10\tBar|Foo\n")
    with pytest.raises(lzma.LZMAError):
        make_gazetteer(b"broken", tmp_path / "x.sqlite")
    assert list(tmp_path.iterdir()) == []
    make_gazetteer(good, tmp_path / "x.sqlite")
    (place,) = Gazetteer(tmp_path / "x.sqlite").named("Foo")
    assert (place.name, place.lat, place.population, place.main) == ("Al Foo", 1.5, 10, 1)


def test_a_demonym_of_two_countries_is_nobodys() -> None:
    """A demonym leads to its country where it has one, and nowhere where it has two."""
    assert [c.iso2 if (c := country_of(word)) else None for word in ("French", "Syrians", "Congolese")] == [
        "FR",
        "SY",
        None,
    ]
