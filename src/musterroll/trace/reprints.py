"""Reprints: which sentences of one report stand in another, by the hash of each sentence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from musterroll.records import Report
from musterroll.trace.shingles import hash_words, words_of

SHORTEST = 6  # words: shorter sentences ("He did not elaborate.") are anybody's
CROWD = 200  # reports: a sentence that more than these print is standing text


class Reprint(NamedTuple):
    """Two reports, by their place in the row (first < second), and the sentences they share: (in one, in the other)."""

    first: int
    second: int
    sentences: tuple[tuple[int, int], ...]


def sentence_hash(sentence: str) -> int | None:
    """Return the xxh3 hash of a sentence's words, or None where it is too short to be anyone's own."""
    words = words_of(sentence)
    return hash_words(" ".join(words)) if len(words) >= SHORTEST else None


def sentence_hashes(report: Report) -> list[int | None]:
    """Return the hash of every sentence of a report, in order."""
    return [sentence_hash(span.of(report.text)) for span in report.sentences]


def find_reprints(reports: Sequence[Report]) -> list[Reprint]:
    """Return the pairs of reports that share a sentence, in order."""
    shared: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for printed in _printings(sentence_hashes(report) for report in reports).values():
        if len(printed) <= CROWD:
            for at, (first, here) in enumerate(printed):
                for second, there in printed[at + 1 :]:
                    if second != first:
                        shared[first, second].append((here, there))
    return [Reprint(first, second, tuple(sorted(found))) for (first, second), found in sorted(shared.items())]


def _printings(reports: Iterable[Sequence[int | None]]) -> dict[int, list[tuple[int, int]]]:
    """Where each sentence stands: (report, sentence), the first place of it in each report."""
    printed: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, hashes in enumerate(reports):
        for sentence, found in enumerate(hashes):
            if found is not None and (not printed[found] or printed[found][-1][0] != place):
                printed[found].append((place, sentence))
    return printed
