"""Shingles: the hashed runs of three words that a text is compared by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import xxhash
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

WIDTH = 3  # words in a shingle
BITS = 44  # of a shingle's hash; the 20 above them number the text (or the pair) that it stands in
ROOM = 1 << (64 - BITS)
_KEPT_WORDS = 500_000
_WORD = re.compile(r"\w+")
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_LOW = np.uint64((1 << BITS) - 1)


@dataclass(frozen=True)
class Shingles:
    """The shingles of many texts in one row: text i has `values[starts[i]:starts[i + 1]]`, sorted, each once.

    `values` has the shape (all shingles,), each below 2^44; `starts` has one entry more than there are texts.
    """

    values: Hashes
    starts: Places

    @property
    def sizes(self) -> Places:
        """How many shingles each text has; 0 for a text without words. Shape (texts,)."""
        return np.diff(self.starts)


def hash_words(words: str) -> int:
    """Return the xxh3 hash of words, 64 bits; lone surrogates are words too."""
    return xxhash.xxh3_64_intdigest(words.encode("utf-8", "surrogatepass"))


class WordHashes(dict[str, int]):
    """The xxh3 hash of every word met so far; it starts afresh when it has grown large."""

    def __missing__(self, word: str) -> int:
        if len(self) > _KEPT_WORDS:
            self.clear()
        found = self[word] = hash_words(word)
        return found


_hashes = WordHashes()


def words_of(text: str) -> list[str]:
    """Return the words of a text, caseless and without punctuation: two texts that differ in these alone agree."""
    return _WORD.findall(text.casefold())


def shingle_texts(texts: Sequence[str], batch: int = 256) -> Shingles:
    """Return the shingles of every text. A text of one or two words is one shingle; of none, it has none."""
    parts = [_shingle_batch(texts[at : at + batch]) for at in range(0, len(texts), batch)]
    if not parts:
        return Shingles(np.zeros(0, np.uint64), np.zeros(1, np.int64))
    sizes = np.concatenate([part.sizes for part in parts])
    return Shingles(np.concatenate([part.values for part in parts]), _starts(sizes))


def _starts(sizes: Places) -> Places:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])


def _shingle_batch(texts: Sequence[str]) -> Shingles:
    words = [_padded([_hashes[word] for word in words_of(text)]) for text in texts]
    sizes = np.fromiter(map(len, words), np.int64, len(words))
    row = np.fromiter(chain.from_iterable(words), np.uint64, int(sizes.sum()))
    owner = np.repeat(np.arange(len(texts), dtype=np.uint64), sizes)
    if len(row) < WIDTH:
        return Shingles(row[:0], np.zeros(len(texts) + 1, np.int64))
    whole = owner[WIDTH - 1 :] == owner[: 1 - WIDTH]
    keys = np.sort((owner[: 1 - WIDTH] << np.uint64(BITS) | _mixed(row) & _LOW)[whole])
    keys = keys[np.concatenate([np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1]])]
    held = np.bincount((keys >> np.uint64(BITS)).astype(np.int64), minlength=len(texts))
    return Shingles(keys & _LOW, _starts(held))


def _padded(hashes: list[int]) -> list[int]:
    return hashes + [0] * (WIDTH - len(hashes)) if 0 < len(hashes) < WIDTH else hashes


def _mixed(row: Hashes) -> Hashes:
    """Hash each run of three words: the order of the words counts."""
    end = len(row) - WIDTH + 1
    mixed: Hashes = row[:end] * _MIX[0]
    for place in range(1, WIDTH):
        mixed = (mixed ^ (mixed >> np.uint64(29))) + row[place : place + end] * _MIX[place]
    mixed = (mixed ^ (mixed >> np.uint64(32))) * _MIX[0]
    return mixed ^ (mixed >> np.uint64(29))
