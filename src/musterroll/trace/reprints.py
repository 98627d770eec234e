"""Reprints: which sentences of one report stand in another, by the hash of each sentence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from musterroll.records import Report
from musterroll.trace.marks import Marks
from musterroll.trace.nearness import FAR, near_pairs
from musterroll.trace.shingles import hash_words, words_of

SHORTEST = 6  # words: shorter sentences ("He did not elaborate.") are anybody's


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


def find_reprints(reports: Sequence[Report], marks: Sequence[Marks]) -> list[Reprint]:
    """Return the pairs of reports at most four weeks apart that share a sentence, in order."""
    shared: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for printed in _printings(sentence_hashes(report) for report in reports).values():
        if len(printed) > 1:
            for first, second in near_pairs(printed, marks, FAR):
                shared[first, second].append((printed[first], printed[second]))
    return [Reprint(first, second, tuple(sorted(found))) for (first, second), found in sorted(shared.items())]


def _printings(reports: Iterable[Sequence[int | None]]) -> dict[int, dict[int, int]]:
    """Where each sentence stands: its first place in each report, by the report's place in the row."""
    printed: dict[int, dict[int, int]] = defaultdict(dict)
    for place, hashes in enumerate(reports):
        for sentence, found in enumerate(hashes):
            if found is not None:
                printed[found].setdefault(place, sentence)
    return printed
