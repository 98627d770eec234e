"""Kinship: which earlier reports a report copies or retells, in one order of time."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from musterroll.records import Report
from musterroll.trace.copies import find_copies
from musterroll.trace.marks import SHORTEST_RUNS, Marks, unquoted
from musterroll.trace.reprints import SHORTEST, Reprint, find_reprints, sentence_hashes
from musterroll.trace.rewrites import WINDOW, counted, days_between, find_rewrites
from musterroll.trace.shingles import WIDTH, words_of
from musterroll.trace.statements import Statement

COPY, REWRITE = "copy", "rewrite"
HALF = 0.5  # of the shorter report's sentences: a report that shares these is a copy, whatever else it says


class Kin(NamedTuple):
    """An earlier report that one goes back to: its place in the row, the kind, how sure (0 to 1), and why.

    The kind is "copy", "rewrite", or "same statement" for reports that quote one source independently.
    """

    earlier: int
    kind: str
    score: float
    evidence: tuple[str, ...]


def find_kin(
    reports: Sequence[Report], marks: Sequence[Marks], statements: Sequence[Sequence[Statement]]
) -> list[list[Kin]]:
    """Return, for each report, the earlier ones that it copies or retells, the surest first."""
    order = time_order(reports, marks)
    kin: dict[int, dict[int, Kin]] = defaultdict(dict)
    reprints = find_reprints(reports)
    copied = _copied(reports, reprints)
    for (first, second), found in {**_rewritten(reports, marks, statements, reprints, copied), **copied}.items():
        earlier, later = sorted((first, second), key=order.__getitem__)
        kin[later][earlier] = Kin(earlier, *found)
    return [
        sorted(kin[place].values(), key=lambda k: (not _named(marks, place, k), -k.score, order[k.earlier]))
        for place in range(len(reports))
    ]


def time_order(reports: Sequence[Report], marks: Sequence[Marks]) -> dict[int, int]:
    """Return the rank of each report, by its place in the row: the earliest has 0, reports without a day come last."""
    places = sorted(range(len(reports)), key=lambda place: _age(reports[place], marks[place]))
    return {place: rank for rank, place in enumerate(places)}


def _age(report: Report, mark: Marks) -> tuple[str, int, str, str]:
    """Earlier first: by day, then agencies, then who names nobody; then by the hour; the id keeps it one order."""
    rank = 0 if mark.outlet in mark.credits else 1 if not mark.cites and not mark.credits else 2
    return mark.day, rank, mark.instant or "9", report.id


def _named(marks: Sequence[Marks], place: int, kin: Kin) -> bool:
    return marks[kin.earlier].outlet in marks[place].cites | marks[place].credits


_Found = dict[tuple[int, int], tuple[str, float, tuple[str, ...]]]


def _copied(reports: Sequence[Report], reprints: Sequence[Reprint]) -> _Found:
    found: _Found = {}
    lengths = [sum(1 for known in sentence_hashes(report) if known) for report in reports]
    for reprint in reprints:
        share = len(reprint.sentences) / max(1, min(lengths[reprint.first], lengths[reprint.second]))
        if len(reprint.sentences) > 1 and share >= HALF:
            words = counted(len(reprint.sentences), "sentence") + " word for word"
            found[reprint.first, reprint.second] = COPY, round(min(1.0, share), 2), (words,)
    for first, second, jaccard in find_copies([_told(report) for report in reports]):
        _, share, words_before = found.get((first, second), ("", 0.0, ()))
        alike = f"the same text (Jaccard {jaccard:.2f})"
        found[first, second] = COPY, round(max(jaccard, share), 2), (alike, *words_before)
    return found


def _told(report: Report) -> str:
    """The text that is compared: none where it is too short to be known by its wording."""
    return report.text if len(words_of(report.text)) >= SHORTEST_RUNS + WIDTH - 1 else ""


def _told_alike(reports: Sequence[Report], reprint: Reprint) -> int:
    """How many of the sentences in common are the writer's: what two heard one speaker say ties them to nothing."""
    report = reports[reprint.first]
    own = (unquoted(report.sentences[here].of(report.text)) for here, _ in reprint.sentences)
    return sum(1 for sentence in own if len(words_of(sentence)) >= SHORTEST)


def _rewritten(
    reports: Sequence[Report],
    marks: Sequence[Marks],
    statements: Sequence[Sequence[Statement]],
    reprints: Sequence[Reprint],
    copied: _Found,
) -> _Found:
    near = (found for found in reprints if days_between(marks[found.first], marks[found.second]) <= WINDOW)
    shared = {(found.first, found.second): _told_alike(reports, found) for found in near}
    return {
        (a, b): (REWRITE, score, words)
        for a, b, score, words in find_rewrites(marks, statements, shared, copied.keys())
    }
