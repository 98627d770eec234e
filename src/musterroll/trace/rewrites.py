"""Rewrites: reports that retell another or the same wire, known by credits, quotations, figures and names.

A rewrite needs a tie (a credit, a medium named in the text, or wording shared outside quotation marks) and a shared
subject; claims in common count where they share a figure or their wording. Figures, names, claims and quotations alone
are no tie: two who heard one speech, or two monitors that agree, share them too. Reports that credit different agencies
are held apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import product
from typing import NamedTuple

import numpy as np

from musterroll.reference import agency_named
from musterroll.trace.agreement import Told, agreeing
from musterroll.trace.commonplace import commonplaces
from musterroll.trace.copies import shared_counts
from musterroll.trace.marks import UNDATED, Marks
from musterroll.trace.nearness import days_between, near_pairs
from musterroll.trace.shingles import shingle_texts

ENOUGH = 0.6
CREDIT = 0.5  # the most that credits weigh together: they say which wire, and not which story
CLAIMS = 0.4  # the most that claims in common weigh
WINDOW = 14  # days between a report and what is still a rewrite of it
RUNS = 0.12  # share of runs of three words from which wording is a tie
SHORTEST_RUNS = 24  # a text of fewer runs is too short to be known by its wording
_KEYS = 12
_Pair = tuple[int, int]
_Key = tuple[str | int, str | int]


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
    marks: Sequence[Marks], told: Sequence[Told], sentences: Mapping[_Pair, int], pairs: Iterable[_Pair]
) -> Iterable[Rewrite]:
    """Return those of some pairs of reports that tell one story from one text, in order.

    `told` are the claims of each report; `sentences` says how many sentences a pair shares word for word.
    """
    chosen = sorted(pairs)
    for pair, runs in zip(chosen, shared_runs(marks, chosen), strict=True):
        first, second = pair
        rewrite = weigh_pair(marks, pair, runs, sentences.get(pair, 0), (told[first], told[second]))
        if rewrite is not None:
            yield rewrite


def weigh_pair(
    marks: Sequence[Marks], pair: _Pair, runs: float, sentences: int, told: tuple[Told, Told]
) -> Rewrite | None:
    """Return the rewrite that two reports are, or None where the evidence does not suffice.

    What is weighed stands in the two reports alone: no third report makes them a rewrite, or keeps them from it.
    """
    first, second = marks[pair[0]], marks[pair[1]]
    credited = list(_credits(first, second))
    ties = [*credited, *_wording(runs, sentences)]
    if not ties or days_between(first, second) > WINDOW:
        return None
    subject, against = list(_subject(first, second)), list(_against(first, second, ties))
    spare = max(0.0, _weight(credited) - CREDIT)
    if _weight([*ties, *subject, *against]) - spare + CLAIMS < ENOUGH:
        return None  # before the claims are compared, which is dear
    grounds = [*ties, *_claims(*told), *subject, *against]
    score = round(min(1.0, _weight(grounds) - spare), 2)
    if len(grounds) == len(ties) + len(against) or score < ENOUGH:
        return None
    return Rewrite(*pair, score, tuple(ground.words for ground in grounds))


def _weight(grounds: Iterable[Ground]) -> float:
    return sum(ground.weight for ground in grounds)


def shared_runs(marks: Sequence[Marks], pairs: Sequence[_Pair]) -> list[float]:
    """Return, for each pair, the share of the shorter text's runs of three words that stand in the other too (0 to 1).

    Quotations are left out. A text of fewer than 24 runs is too short to be known by its wording: 0.
    """
    places, rows = np.unique(np.array(pairs, dtype=np.int64).reshape(-1, 2), return_inverse=True)
    shingles, rows = shingle_texts([marks[place].plain for place in places]), rows.reshape(-1, 2)
    shorter = np.minimum(shingles.sizes[rows[:, 0]], shingles.sizes[rows[:, 1]])
    shares = shared_counts(shingles, rows) / np.maximum(1, shorter)
    return np.where(shorter >= SHORTEST_RUNS, shares, 0.0).tolist()  # type: ignore[no-any-return]


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


def _wording(runs: float, sentences: int) -> Iterable[Ground]:
    if runs >= RUNS:
        yield Ground(min(0.5, runs), f"{runs:.0%} of the runs of three words")
    if sentences:
        yield Ground(min(0.4, 0.2 * sentences), counted(sentences, "sentence") + " word for word")


def _claims(first: Told, second: Told) -> Iterable[Ground]:
    same = agreeing(first, second)
    if same:
        yield Ground(min(CLAIMS, 0.2 + 0.05 * same), counted(same, "claim") + " in common")


def _subject(first: Marks, second: Marks) -> Iterable[Ground]:
    quotations = len(first.quotations & second.quotations)
    if quotations:
        yield Ground(min(0.35, 0.15 + 0.1 * quotations), counted(quotations, "quotation") + " shared")
    figures = sorted(first.figures & second.figures)
    if figures:
        exact = sum(0.1 if _exact(figure) else 0.03 for figure in figures)
        yield Ground(min(0.2, exact), "figures shared: " + ", ".join(f"{figure:,}" for figure in figures[:5]))
    names = (first.names & second.names) - commonplaces()
    if len(names) > 2:
        yield Ground(min(0.2, 0.03 * len(names)), f"{len(names)} names shared")


def _exact(figure: int) -> bool:
    return figure >= 100 and len(str(figure).rstrip("0")) > 1


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


def candidates(marks: Sequence[Marks], of: Set[int] | None = None) -> set[_Pair]:
    """Return the pairs within 14 days that may be rewrites: they share a key. All, or those `of` some alone.

    A report without a day is near to those of all years: it needs a key that few of them can have.
    """
    held: dict[_Key, list[int]] = defaultdict(list)
    for place, mark in enumerate(marks):
        for key in _keys(mark) if mark.day != UNDATED else filter(_rare, _keys(mark)):
            held[key].append(place)
    found: set[_Pair] = set()
    for places in held.values():
        if len(places) > 1 and (of is None or not of.isdisjoint(places)):
            found.update(near_pairs(places, marks, WINDOW))
    return found


def _keys(mark: Marks) -> Iterable[_Key]:
    """A quotation, a figure with a name, or a medium with a figure or a name."""
    figures, names = sorted(mark.figures, reverse=True)[:_KEYS], sorted(mark.names)[: 2 * _KEYS]
    yield from (("", quotation) for quotation in mark.quotations)
    yield from product(figures, names)
    yield from product(mark.media, (*figures, *names))


def _rare(key: _Key) -> bool:
    first, second = key
    if isinstance(second, int):
        return _exact(second)
    return second not in commonplaces() or (isinstance(first, str) and not agency_named(first))
