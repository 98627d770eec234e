"""Logits become legal rows of tags."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from musterroll.read.decoding import best_spans, best_tags
from musterroll.read.labels import begin_inside, tag_spans

NAMES = ("force", "by")


@given(st.integers(0, 12), st.integers(0, 2**32 - 1))
def test_an_inside_tag_follows_its_own_kind(words: int, seed: int) -> None:
    """Whatever the scores, no I-x stands after anything but B-x or I-x."""
    scores = np.random.default_rng(seed).normal(size=(words, 5)).astype(np.float32)
    tags = best_tags(scores)
    assert len(tags) == words
    for at, tag in enumerate(tags):
        if tag and tag % 2 == 0:
            assert at > 0 and tags[at - 1] in (tag - 1, tag)


def test_a_span_runs_from_its_b_over_its_i() -> None:
    """B-force I-force O B-by gives two spans."""
    assert begin_inside(NAMES) == ("O", "B-force", "I-force", "B-by", "I-by")
    assert tag_spans([1, 2, 0, 3], NAMES) == [("force", 0, 2), ("by", 3, 4)]


def test_two_bs_in_a_row_are_two_spans() -> None:
    """Neighbouring fillers of one role stay apart."""
    assert tag_spans([1, 1, 2], NAMES) == [("force", 0, 1), ("force", 1, 3)]


def test_a_bias_to_outside_gives_fewer_spans() -> None:
    """A positive `outside` drops a doubtful span, a negative one brings it in."""
    logits = np.array([[1.0, 1.2, 0, 0, 0]], np.float32)
    assert [span[:3] for span in best_spans(logits, NAMES)] == [("force", 0, 1)]
    assert best_spans(logits, NAMES, outside=1.0) == []
