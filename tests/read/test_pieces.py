"""Sentences become rows of pieces without losing a word."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from musterroll.read.networks import MODEL_FOLDER
from musterroll.read.pieces import (
    CLOSE_MARK,
    CLS,
    OPEN_MARKS,
    SENTENCE_PIECES,
    SEP,
    WINDOW_PIECES,
    mark_trigger,
    pack_windows,
    short_stretches,
    split_pieces,
)
from musterroll.records import Span

TOKENIZER = Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))
SENTENCES = ["Some 300 fighters left Tripoli.", "They had not been paid, officials said.", "Rain fell."]


def pieces_of(*sentences: str):  # type: ignore[no-untyped-def]
    """Cut sentences that follow each other in one text."""
    text, found = "", []
    for sentence in sentences:
        found.append(split_pieces(TOKENIZER, text + sentence, Span(len(text), len(text) + len(sentence))))
        text += sentence + " "
    return found


@given(st.text(max_size=200))
def test_words_are_spans_in_order(text: str) -> None:
    """Whatever the text, its words are non-empty spans inside it, in order and apart."""
    words = split_pieces(TOKENIZER, text, Span(0, len(text))).words
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(a.end <= b.start for a, b in pairwise(words))


@settings(max_examples=30)
@given(st.lists(st.text("ab c", min_size=1, max_size=900), max_size=6))
def test_every_word_is_asked_about_once(sentences: list[str]) -> None:
    """However long the sentences, each word is asked about in exactly one window of bounded size."""
    cut = pieces_of(*sentences)
    rows = list(pack_windows(cut))
    assert [word for row in rows for word in row.words] == [word for pieces in cut for word in pieces.words]
    longest = max((len(pieces.ids) for pieces in cut), default=0)
    assert all(len(row.ids) <= max(WINDOW_PIECES, longest) + 60 for row in rows)


def test_a_window_opens_with_the_sentence_before() -> None:
    """Where one window ends, the next begins with the end of it as context that is not asked about."""
    first, second = pack_windows(pieces_of("a b c d e f", "g h i j k l"), room=12)
    assert second.ids[: len(first.ids)] == first.ids
    assert second.asked[0] == len(first.ids)


def test_a_trigger_stands_between_its_marks() -> None:
    """Pass 2's row holds the context, then the sentence with the trigger between its type's mark and the closing one."""
    before, sentence, _ = pieces_of(*SENTENCES)
    text = " ".join(SENTENCES)
    start = text.index("paid")
    row = mark_trigger([before], sentence, Span(start, start + 4), "pay")
    opening = row.ids.index(OPEN_MARKS["pay"])
    assert row.mark == opening
    assert row.ids[opening + 2] == CLOSE_MARK
    assert (row.ids[0], row.ids[-1]) == (CLS, SEP)
    assert [text[word.start : word.end] for word in row.words][:3] == ["Some", "300", "fighters"]


@pytest.mark.parametrize("place", [0, 250, 499])
def test_a_very_long_sentence_is_cut_around_its_trigger(place: int) -> None:
    """A trigger anywhere in a sentence of 500 words stays in a row of bounded size."""
    text = " ".join(f"w{n}" for n in range(500))
    (pieces,) = pieces_of(text)
    word = pieces.words[place]
    row = mark_trigger([], pieces, word, "clash")
    assert word in row.words
    assert len(row.ids) <= SENTENCE_PIECES + 10


def test_stretches_of_a_long_sentence_are_whole_words() -> None:
    """A long sentence is cut into stretches that together are the sentence."""
    (pieces,) = pieces_of(" ".join(f"word{n}" for n in range(300)))
    stretches = list(short_stretches(pieces))
    assert all(len(stretch) <= SENTENCE_PIECES for stretch in stretches)
    assert sum((stretch.words for stretch in stretches), ()) == pieces.words
