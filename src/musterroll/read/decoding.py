"""From logits to tags: the best row of BIO tags in which every I follows its own B or I."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from musterroll.read.labels import OUTSIDE, tag_spans

FORBIDDEN = -1e4


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return log probabilities over the last axis."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def transitions(tags: int) -> NDArray[np.float32]:
    """Return the scores [from, to] of one tag after another: I-x only after B-x or I-x."""
    scores = np.zeros((tags, tags), np.float32)
    for inside in range(2, tags, 2):
        scores[:, inside] = FORBIDDEN
        scores[[inside - 1, inside], inside] = 0.0
    return scores


def best_tags(scores: NDArray[np.float32]) -> list[int]:
    """Return the best legal row of tags for log probabilities [words, tags] (Viterbi)."""
    words, tags = scores.shape
    if words == 0:
        return []
    step = transitions(tags)
    best = scores[0].copy()
    best[2::2] += FORBIDDEN
    came = np.zeros((words, tags), np.int64)
    for word in range(1, words):
        ways = best[:, None] + step
        came[word] = ways.argmax(axis=0)
        best = ways[came[word], np.arange(tags)] + scores[word]
    row = [int(best.argmax())]
    for word in range(words - 1, 0, -1):
        row.append(int(came[word, row[-1]]))
    return row[::-1]


def best_spans(
    logits: NDArray[np.float32], names: tuple[str, ...], outside: float = 0.0
) -> list[tuple[str, int, int, float]]:
    """Return (name, first word, past last word, probability) of each span.

    `outside` is added to the logit of O: above 0 fewer spans are given, below 0 more. The probability is the mean over
    the span's words that they are in a span of that name.
    """
    if not len(logits):
        return []
    shifted = logits.copy()
    shifted[:, OUTSIDE] += outside
    scores = log_softmax(shifted)
    likely = np.exp(log_softmax(logits))
    spans = []
    for name, first, past in tag_spans(best_tags(scores), names):
        column = 1 + 2 * names.index(name)
        spans.append((name, first, past, float(likely[first:past, column : column + 2].sum(axis=-1).mean())))
    return spans


def class_of(logits: NDArray[np.float32], names: Sequence[str]) -> str:
    """Return the name with the highest logit."""
    return names[int(logits.argmax())]
