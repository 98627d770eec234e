"""Kinship: which earlier reports a report copies or retells, in one order of time.

Whether two reports are kin is read off the two of them and the glossary. No third report has a part in it, so that
a report that is taken away takes its own kinships along and leaves all others as they are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from musterroll.records import Kinship, Report
from musterroll.trace.agreement import Told
from musterroll.trace.copies import find_copies
from musterroll.trace.marks import UNDATED, Marks, unquoted
from musterroll.trace.nearness import FAR, days_between
from musterroll.trace.quoted import SAME_STATEMENT, find_quoted
from musterroll.trace.reprints import SHORTEST, Reprint, find_reprints, sentence_hashes
from musterroll.trace.rewrites import SHORTEST_RUNS, WINDOW, candidates, counted, find_rewrites
from musterroll.trace.row import Row
from musterroll.trace.shingles import WIDTH, words_of

COPY, REWRITE = "copy", "rewrite"
HALF = 0.5  # of the shorter report's sentences: a report that shares these is a copy, whatever else it says
_Pair = tuple[int, int]
_Found = dict[_Pair, tuple[str, float, tuple[str, ...]]]


class Kin(NamedTuple):
    """An earlier report that one goes back to: its place in the row, the kind, how sure (0 to 1), and why.

    The kind is "copy", "rewrite", or "same statement" for reports that quote one source independently.
    """

    earlier: int
    kind: str
    score: float
    evidence: tuple[str, ...]


def find_kinships(row: Row, of: Collection[int] | None = None) -> list[Kinship]:
    """Return the kinships between reports of a row: all of them, or those `of` the reports at some places alone."""
    reprints = [found for found in find_reprints(row.reports, row.marks) if _asked((found.first, found.second), of)]
    copied = _copied(row, reprints, of)
    rewritten = _rewritten(row, reprints, copied.keys(), of)
    quoted = {pair: (SAME_STATEMENT, 1.0, words) for pair, words in find_quoted(row, lambda pair: _asked(pair, of))}
    return [_kinship(row, pair, *found) for pair, found in {**quoted, **rewritten, **copied}.items()]


def _asked(pair: _Pair, of: Collection[int] | None) -> bool:
    return of is None or pair[0] in of or pair[1] in of


def _kinship(row: Row, pair: _Pair, kind: str, score: float, evidence: tuple[str, ...]) -> Kinship:
    earlier, later = sorted(pair, key=row.order.__getitem__)
    return Kinship(row.reports[earlier].id, row.reports[later].id, kind, score, evidence)


def kin_of(row: Row, kinships: Iterable[Kinship]) -> list[list[Kin]]:
    """Return, for each report of a row, the earlier ones that it copies or retells, the surest first."""
    kin: dict[int, list[Kin]] = defaultdict(list)
    for found in kinships:
        if found.kind != SAME_STATEMENT:
            kin[row.places[found.later]].append(Kin(row.places[found.earlier], found.kind, found.score, found.evidence))
    return [
        sorted(kin[place], key=lambda k: (not _named(row.marks, place, k), -k.score, row.order[k.earlier]))
        for place in range(len(row.reports))
    ]


def _named(marks: Sequence[Marks], place: int, kin: Kin) -> bool:
    return marks[kin.earlier].outlet in marks[place].cites | marks[place].credits


def _copied(row: Row, reprints: Sequence[Reprint], of: Collection[int] | None) -> _Found:
    found: _Found = {}
    lengths = [sum(1 for known in sentence_hashes(report) if known) for report in row.reports]
    for reprint in reprints:
        share = len(reprint.sentences) / max(1, min(lengths[reprint.first], lengths[reprint.second]))
        if len(reprint.sentences) > 1 and share >= HALF:
            words = counted(len(reprint.sentences), "sentence") + " word for word"
            found[reprint.first, reprint.second] = COPY, round(min(1.0, share), 2), (words,)
    days = [-1 if mark.day == UNDATED else mark.ordinal for mark in row.marks]
    for first, second, jaccard in find_copies([_told(report) for report in row.reports], days=days, window=FAR):
        if _asked((first, second), of):
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


def _rewritten(row: Row, reprints: Sequence[Reprint], copied: Collection[_Pair], of: Collection[int] | None) -> _Found:
    near = (found for found in reprints if days_between(row.marks[found.first], row.marks[found.second]) <= WINDOW)
    shared = {(found.first, found.second): _told_alike(row.reports, found) for found in near}
    pairs = {
        pair
        for pair in chain(candidates(row.marks, None if of is None else frozenset(of)), shared)
        if pair not in copied and _asked(pair, of)
    }
    rewrites = find_rewrites(row.marks, [Told(statements) for statements in row.statements], shared, pairs)
    return {(a, b): (REWRITE, score, words) for a, b, score, words in rewrites}
