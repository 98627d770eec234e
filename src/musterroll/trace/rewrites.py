"""Rewrites: reports that retell another or the same wire, known by credits, quotations, figures and names.

A rewrite needs a tie (a credit, a medium named in the text, or wording shared outside quotation marks) and a shared
subject; claims in common count where they share a figure or their wording. Figures, names, claims and quotations alone
are no tie: two who heard one speech, or two monitors that agree, share them too. Reports that credit different agencies
are held apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import product
from typing import NamedTuple

from musterroll.trace.marks import UNDATED, Marks, shared_runs
from musterroll.trace.statements import Statement, agree

ENOUGH = 0.6
CREDIT = 0.5  # the most that credits weigh together: they say which wire, and not which story
WINDOW = 14  # days between a report and what is still a rewrite of it
RUNS = 0.12  # share of runs of three words from which wording is a tie
_CROWD = 100  # reports that share a key: more than these in one fortnight are not all compared
_KEYS = 12
_FEW = 10
_Common = frozenset[str | int]


class Ground(NamedTuple):
    """One piece of evidence: its weight and its words."""

    weight: float
    words: str


class Rewrite(NamedTuple):
    """Two reports, by their place in the row (first < second), how sure (0 to 1) and on what grounds, in words."""

    first: int
    second: int
    score: float
    evidence: tuple[str, ...]


def find_rewrites(
    marks: Sequence[Marks],
    statements: Sequence[Sequence[Statement]],
    sentences: Mapping[tuple[int, int], int],
    known: Set[tuple[int, int]] = frozenset(),
) -> list[Rewrite]:
    """Return the pairs of reports that tell one story from one text, in order.

    `statements` are the claims of each report; `sentences` says how many sentences a pair shares word for word;
    the pairs in `known` are left out.
    """
    common = _common(marks)
    found = (
        weigh_pair(marks, statements, pair, sentences.get(pair, 0), common)
        for pair in sorted((set(_candidates(marks)) | set(sentences)) - known)
    )
    return [rewrite for rewrite in found if rewrite is not None]


def weigh_pair(
    marks: Sequence[Marks],
    statements: Sequence[Sequence[Statement]],
    pair: tuple[int, int],
    sentences: int = 0,
    common: _Common = frozenset(),
) -> Rewrite | None:
    """Return the rewrite that two reports are, or None where the evidence does not suffice."""
    first, second = marks[pair[0]], marks[pair[1]]
    if days_between(first, second) > WINDOW:
        return None
    credited = list(_credits(first, second))
    ties = [*credited, *_wording(first, second, sentences)]
    if not ties:
        return None
    subject = [*_claims(statements[pair[0]], statements[pair[1]]), *_subject(first, second, common)]
    grounds = [*ties, *subject, *_against(first, second, ties)]
    spare = max(0.0, sum(ground.weight for ground in credited) - CREDIT)
    score = round(min(1.0, sum(ground.weight for ground in grounds) - spare), 2)
    if not subject or score < ENOUGH:
        return None
    return Rewrite(*pair, score, tuple(ground.words for ground in grounds))


def _common(marks: Sequence[Marks]) -> _Common:
    """The figures and names that everybody has, and that tell nothing: in more than ten reports and one in twenty."""
    held: Counter[str | int] = Counter()
    for mark in marks:
        held.update(mark.figures)
        held.update(mark.names)
    return frozenset(word for word, times in held.items() if times > max(_FEW, len(marks) // 20))


def days_between(first: Marks, second: Marks) -> int:
    """Return the days between two reports; 0 where either day is unknown."""
    if UNDATED in (first.day, second.day):
        return 0
    return abs(first.ordinal - second.ordinal)


def _credits(first: Marks, second: Marks) -> Iterable[Ground]:
    for one, other in ((first, second), (second, first)):
        if one.outlet in other.credits - {other.outlet}:
            yield Ground(0.45, f"{other.outlet} credits {one.outlet}")
        elif one.outlet in other.cites:
            yield Ground(0.45, f"{other.outlet} names {one.outlet}")
    for name in sorted((first.credits & second.credits) - {first.outlet, second.outlet}):
        yield Ground(0.35, f"both credit {name}")
    for name in sorted((first.cites & (second.cites | second.credits)) | (second.cites & first.credits)):
        if name not in (first.outlet, second.outlet):
            yield Ground(0.35, f"both name {name}")


def _wording(first: Marks, second: Marks, sentences: int) -> Iterable[Ground]:
    runs = shared_runs(first.plain, second.plain)
    if runs >= RUNS:
        yield Ground(min(0.5, runs), f"{runs:.0%} of the runs of three words")
    if sentences:
        yield Ground(min(0.4, 0.2 * sentences), counted(sentences, "sentence") + " word for word")


def _claims(first: Sequence[Statement], second: Sequence[Statement]) -> Iterable[Ground]:
    same = sum(1 for claim in first if any(agree(claim, other) for other in second))
    if same:
        yield Ground(min(0.4, 0.2 + 0.05 * same), counted(same, "claim") + " in common")


def _subject(first: Marks, second: Marks, common: _Common) -> Iterable[Ground]:
    quotations = len(first.quotations & second.quotations)
    if quotations:
        yield Ground(min(0.35, 0.15 + 0.1 * quotations), counted(quotations, "quotation") + " shared")
    figures = sorted((first.figures & second.figures) - common)
    if figures:
        exact = sum(0.1 if figure >= 100 and len(str(figure).rstrip("0")) > 1 else 0.03 for figure in figures)
        yield Ground(min(0.2, exact), "figures shared: " + ", ".join(f"{figure:,}" for figure in figures[:5]))
    names = sorted((first.names & second.names) - common)
    if len(names) > 2:
        yield Ground(min(0.2, 0.03 * len(names)), f"{len(names)} names shared")


def _against(first: Marks, second: Marks, ties: Sequence[Ground]) -> Iterable[Ground]:
    named = any("credit" in ground.words or "name" in ground.words for ground in ties)
    if first.credits and second.credits and not first.credits & second.credits and not named:
        agencies = " and ".join(sorted(first.credits)[:1] + sorted(second.credits)[:1])
        yield Ground(-0.5, f"against it: they credit {agencies}")
    if UNDATED in (first.day, second.day):
        yield Ground(-0.1, "against it: the day of one is not known")
    days = days_between(first, second)
    if days > 3:
        yield Ground(-0.1, f"against it: {days} days apart")


def counted(number: int, noun: str) -> str:
    """Return "1 sentence", "2 sentences"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _candidates(marks: Sequence[Marks]) -> Iterable[tuple[int, int]]:
    """Pairs that share a key: a quotation, a medium with a figure or a name, or a figure with a name."""
    held: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, mark in enumerate(marks):
        for key in _keys(mark):
            held[key].append(place)
    for places in held.values():
        yield from _near(places, marks)


def _near(places: Sequence[int], marks: Sequence[Marks]) -> Iterable[tuple[int, int]]:
    """Pairs within the window, of each report with the next 100 that share the key; undated ones with the first 100."""
    dated = sorted((place for place in places if marks[place].day != UNDATED), key=lambda place: marks[place].ordinal)
    undated = [place for place in places if marks[place].day == UNDATED]
    for at, first in enumerate(dated):
        for second in dated[at + 1 : at + 1 + _CROWD]:
            if marks[second].ordinal - marks[first].ordinal > WINDOW:
                break
            yield min(first, second), max(first, second)
    for first, second in product(undated, [*dated, *undated][:_CROWD]):
        if first != second:
            yield min(first, second), max(first, second)


def _keys(mark: Marks) -> Iterable[tuple[object, ...]]:
    figures, names = sorted(mark.figures, reverse=True)[:_KEYS], sorted(mark.names)[: 2 * _KEYS]
    yield from ((quotation,) for quotation in mark.quotations)
    yield from (("figure", figure, name) for figure in figures for name in names)
    yield from (("medium", medium, figure) for medium in mark.media for figure in figures)
    yield from (("medium", medium, name) for medium in mark.media for name in names)
