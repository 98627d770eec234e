"""MinHash: 128 permutations of a text's shingles, in 32 bands of 4; texts that share a band are candidates.

Source: A. Broder, "On the resemblance and containment of documents", 1997; banding as in Leskovec, Rajaraman and
Ullman, "Mining of Massive Datasets", section 3.4. A pair of Jaccard 0.7 is missed with a chance of 1.5 in 10,000.
"""

from collections.abc import Iterator

import numpy as np

from musterroll.trace.shingles import Hashes, Places, Shingles

PERMUTATIONS = 128
BANDS = 32
ROWS = PERMUTATIONS // BANDS
_BATCH = 128
_PLACE = 31  # bits that number a text in a pair
_MULTIPLIERS = np.random.default_rng(20201023).integers(0, 1 << 63, PERMUTATIONS, dtype=np.uint64) * np.uint64(
    2
) + np.uint64(1)
_FOLD = np.array([1, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)


def band_keys(shingles: Shingles) -> Hashes:
    """Return one key a band and text, shape (32, texts); a text without shingles has keys that mean nothing."""
    keys = np.zeros((BANDS, len(shingles.sizes)), dtype=np.uint64)
    filled = np.flatnonzero(shingles.sizes)
    for at in range(0, len(filled), _BATCH):
        chosen = filled[at : at + _BATCH]
        keys[:, chosen] = _folded(_minima(shingles, chosen))
    return keys


def _minima(shingles: Shingles, chosen: Places) -> Hashes:
    """The smallest value of each permutation, shape (128, texts chosen); empty texts lie between without harm."""
    first, last = shingles.starts[chosen[0]], shingles.starts[chosen[-1] + 1]
    row = shingles.values[first:last]
    starts = shingles.starts[chosen] - first
    permuted = np.empty_like(row)
    minima = np.empty((PERMUTATIONS, len(chosen)), dtype=np.uint64)
    for place, multiplier in enumerate(_MULTIPLIERS):
        np.multiply(row, multiplier, out=permuted)
        np.minimum.reduceat(permuted, starts, out=minima[place])
    return minima


def _folded(minima: Hashes) -> Hashes:
    bands = minima.reshape(BANDS, ROWS, -1)
    keys: Hashes = ((bands ^ (bands >> np.uint64(31))) * _FOLD[None, :, None]).sum(axis=1, dtype=np.uint64)
    return keys


def candidate_pairs(keys: Hashes, sizes: Places, days: Places, window: int) -> Places:
    """Return every pair that shares a band and lies within the window, each once, first < second, shape (pairs, 2).

    `days` numbers the day of each text; a negative one is unknown, and such a text is near to every other.
    """
    filled = np.flatnonzero(sizes)
    found = np.zeros(0, dtype=np.int64)
    for band in keys:
        found = np.union1d(found, np.concatenate([*_in_buckets(band[filled], filled, days[filled], window)]))
    return np.stack(np.divmod(found, 1 << _PLACE), axis=1)


def _in_buckets(band: Hashes, filled: Places, days: Places, window: int) -> Iterator[Places]:
    """Pairs of one bucket, first those side by side, then those with one between ..., while any are near in time."""
    order = np.lexsort((days, band))
    keys, owners, days = band[order], filled[order], days[order]
    yield np.zeros(0, dtype=np.int64)
    for apart in range(1, len(keys)):
        near = (days[:-apart] < 0) | (days[apart:] - days[:-apart] <= window)
        here = np.flatnonzero((keys[apart:] == keys[:-apart]) & near)
        if not len(here):
            return
        pairs = np.sort(np.stack([owners[here], owners[here + apart]]), axis=0)
        yield pairs[0] << _PLACE | pairs[1]
