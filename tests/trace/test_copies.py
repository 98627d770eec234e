"""Copies are found, and found exactly."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterroll.trace.copies import exact_jaccards, find_copies
from musterroll.trace.marks import marks_of
from musterroll.trace.reprints import find_reprints, sentence_hash
from musterroll.trace.shingles import shingle_texts, words_of
from tests.trace.invented import report

WORDS = st.lists(st.sampled_from("army base camp desert east fighter gun hill".split()), max_size=14)
TEXTS = st.lists(WORDS.map(" ".join), max_size=8)
STORY = (
    "The column reached the wells before noon and the guards at the gate counted eleven trucks under canvas while a "
    "clerk wrote the numbers of their plates into a school book that he later lost on the road to the coast"
)


def runs(text: str) -> set[tuple[str, ...]]:
    """The runs of three words of a text; a shorter text is one run."""
    words = words_of(text)
    return {tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2))} if words else set()


def true_jaccard(first: str, second: str) -> float:
    """The Jaccard of two texts by Python's sets."""
    union = runs(first) | runs(second)
    return len(runs(first) & runs(second)) / len(union) if union else 0.0


@given(TEXTS)
def test_jaccards_are_exact(texts: list[str]) -> None:
    """The Jaccard of any pair is that of the sets of its runs of three words."""
    pairs = np.array(list(combinations(range(len(texts)), 2)), dtype=np.int64).reshape(-1, 2)
    found = exact_jaccards(shingle_texts(texts), pairs)
    assert found == pytest.approx([true_jaccard(texts[a], texts[b]) for a, b in pairs])


@given(TEXTS)
def test_every_pair_reported_is_alike(texts: list[str]) -> None:
    """No pair is reported below the bound, none twice, none with a text that has no words."""
    copies = find_copies(texts)
    assert len({(copy.first, copy.second) for copy in copies}) == len(copies)
    for copy in copies:
        assert copy.first < copy.second
        assert copy.jaccard == pytest.approx(true_jaccard(texts[copy.first], texts[copy.second]))
        assert copy.jaccard >= 0.5


@given(TEXTS)
def test_equal_texts_are_always_found(texts: list[str]) -> None:
    """Two texts of the same words are a copy with Jaccard 1."""
    found = {(copy.first, copy.second): copy.jaccard for copy in find_copies([*texts, *texts])}
    for place, text in enumerate(texts):
        if words_of(text):
            assert found[place, place + len(texts)] == 1.0


@settings(deadline=None)
@given(TEXTS, st.integers(1, 5))
def test_batches_do_not_matter(texts: list[str], batch: int) -> None:
    """Shingles are the same however many texts are cut at once."""
    whole, parts = shingle_texts(texts), shingle_texts(texts, batch)
    assert whole.values.tolist() == parts.values.tolist()
    assert whole.starts.tolist() == parts.starts.tolist()


@pytest.mark.parametrize(
    ("telling", "alike"),
    [
        (STORY.upper(), True),
        (STORY.replace("eleven", "twelve"), True),
        (STORY + " and nobody asked for it again", True),
        (STORY.split(" while ")[0], False),
        (" ".join(reversed(STORY.split())), False),
        ("Nothing of this kind was heard on the coast that week or in the one before", False),
        ("", False),
    ],
)
def test_a_copy_survives_small_changes(telling: str, alike: bool) -> None:
    """Case and single words change nothing; half of a text, or its words in another order, are no copy."""
    assert bool(find_copies([STORY, telling])) is alike


def test_a_crowd_of_equal_texts_stays_joined() -> None:
    """However many texts are equal, each is paired with each."""
    assert len(find_copies([STORY] * 100)) == 100 * 99 // 2


def test_reprinted_sentences_are_known_one_by_one() -> None:
    """The pairs of sentences that two reports share are named; short sentences are nobody's own."""
    wire = report("wire", "The convoy left the port of Ras Lanuf at dawn.", "He did not elaborate.", "Nine were held.")
    paper = report(
        "paper",
        "He did not elaborate.",
        "Officials denied it all day.",
        "The convoy left the port of Ras Lanuf at dawn!",
    )
    marks = [marks_of(made, [], {}) for made in (wire, paper)]
    assert [tuple(found) for found in find_reprints([wire, paper], marks)] == [(0, 1, ((0, 2),))]
    assert sentence_hash("He did not elaborate.") is None


def test_hashes_do_not_change() -> None:
    """A sentence's hash is the same on every machine and in every run, so that it can be kept."""
    assert sentence_hash("Some 340 gunmen crossed into southern Libya.") == 6477331421161098940
