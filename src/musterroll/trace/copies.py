"""Copies: reports that repeat another's text, found by MinHash and then checked exactly."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from musterroll.trace.shingles import BITS, ROOM, Hashes, Places, Shingles, shingle_texts
from musterroll.trace.signatures import band_keys, candidate_pairs

ALIKE = 0.5  # texts that share this much of their shingles are copies
_PAIRS_AT_ONCE = 1024


class Copy(NamedTuple):
    """Two texts, by their place in the row (first < second), and their exact Jaccard over runs of three words."""

    first: int
    second: int
    jaccard: float


def find_copies(
    texts: Sequence[str], alike: float = ALIKE, days: Sequence[int] | None = None, window: int = 0
) -> list[Copy]:
    """Return the pairs of texts whose Jaccard is `alike` or more, in order.

    Where the `days` of the texts are given, as numbers, only pairs at most `window` days apart; a negative day is
    unknown and near to every other. Complete for practical purposes from 0.7 on; below that pairs are missed (one in
    eight at 0.5).
    """
    known = np.zeros(len(texts), np.int64) if days is None else np.array(days, np.int64)
    return copies_among(shingle_texts(texts), known, alike, window)


def copies_among(shingles: Shingles, days: Places, alike: float = ALIKE, window: int = 0) -> list[Copy]:
    """Return the copies among texts that are already cut into shingles, as `find_copies` does."""
    pairs = candidate_pairs(band_keys(shingles), shingles.sizes, days, window)
    jaccards = exact_jaccards(shingles, pairs)
    kept = jaccards >= alike
    return [Copy(a, b, j) for (a, b), j in zip(pairs[kept].tolist(), jaccards[kept].tolist(), strict=True)]


def exact_jaccards(shingles: Shingles, pairs: Places) -> NDArray[np.float64]:
    """Return the Jaccard of each pair, shape (pairs,)."""
    first, second = shingles.sizes[pairs[:, 0]], shingles.sizes[pairs[:, 1]]
    both = shared_counts(shingles, pairs)
    jaccards: NDArray[np.float64] = both / np.maximum(1, first + second - both)
    return jaccards


def shared_counts(shingles: Shingles, pairs: Places) -> Places:
    """Return how many shingles the texts of each pair share, shape (pairs,)."""
    return np.concatenate([np.zeros(0, np.int64), *_counted(shingles, pairs)])


def _counted(shingles: Shingles, pairs: Places) -> Iterator[Places]:
    step = min(_PAIRS_AT_ONCE, ROOM)
    for at in range(0, len(pairs), step):
        some = pairs[at : at + step]
        # two sorted rows: the stable sort merges them in one pass
        keys = np.sort(np.concatenate([_numbered(shingles, some[:, side]) for side in (0, 1)]), kind="stable")
        twice = keys[1:][keys[1:] == keys[:-1]] >> np.uint64(BITS)
        yield np.bincount(twice.astype(np.int64), minlength=len(some))


def _numbered(shingles: Shingles, chosen: Places) -> Hashes:
    """The shingles of the chosen texts, each with the place of its text among the chosen in its high bits."""
    sizes = shingles.sizes[chosen]
    ends = np.cumsum(sizes)
    places = np.arange(int(sizes.sum())) + np.repeat(shingles.starts[chosen] - (ends - sizes), sizes)
    number = np.repeat(np.arange(len(chosen), dtype=np.uint64), sizes)
    keys: Hashes = number << np.uint64(BITS) | shingles.values[places]
    return keys
