"""Toponym resolution: rules that must hold, and the floors on two corpora that are not shipped."""

import json

import pytest

from musterroll.link.toponyms import rank_places
from musterroll.records import Span
from musterroll.reference import gazetteer
from tests.corpora import corpus, fingerprint

FLOORS = {"LGL": ("8c8deb973c3a", 0.84), "TR-News": ("97f8cbcbefd3", 0.91)}


def top(text: str, name: str) -> tuple[str, str]:
    """Return the name and country of the likeliest place of the first mention of a name, all names weighed."""
    names = [name, *(n for n in ("Texas", "Ohio", "France", "Lebanon", "Libya", "Syria", "Ontario") if n in text)]
    spans = [Span(text.index(n), text.index(n) + len(n)) for n in dict.fromkeys(names)]
    place = rank_places(text, spans, gazetteer())[spans[0]][0].place
    return place.admin1 if place.country in ("US", "CA") else "", place.country


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("A fire in Paris, Texas.", "Paris", ("TX", "US")),
        ("A fire in Paris.", "Paris", ("", "FR")),
        ("Tripoli, Lebanon", "Tripoli", ("", "LB")),
        ("Tripoli is the capital of Libya.", "Tripoli", ("", "LY")),
        ("The London police, Ontario", "London", ("08", "CA")),
    ],
)
def test_what_stands_beside_a_name_decides(text: str, name: str, expected: tuple[str, str]) -> None:
    """The container behind a comma, or a country named in the report, outweighs people."""
    assert top(text, name) == expected


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_accuracy_does_not_fall(name: str) -> None:
    """Accuracy within 161 km, what is not answered counted as wrong, stays above its floor."""
    from benchmarks.places import answer, marks_of

    path = corpus(f"corpora/toponyms/{name}.jsonl")
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    marks = [mark for article in articles for mark in marks_of(article, answer(article))]
    bytes_of, floor = FLOORS[name]
    assert bytes_of == fingerprint(path), "another corpus: its floor is not known"
    assert sum(bool(mark) for mark in marks) / len(marks) >= floor
