"""Tracing and tracing again: whole, or no more than a change of the reports can reach.

Two reports are kin or not by what stands in the two of them and in the glossary, and a chain runs along kinships alone.
So a change reaches the reports that are kin, however far removed, to one that came, went, or had a word explained
anew; all of these are traced again, and for all others nothing can be different.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from musterroll.records import Chain, Claim, Imprint, Kinship, Lineage, Report
from musterroll.trace.chains import draw_chains
from musterroll.trace.glossary import Glossary, changed_words, glossary_of, imprint_of
from musterroll.trace.kinship import find_kinships
from musterroll.trace.nearness import FAR
from musterroll.trace.row import Row, row_of

Fetch = Callable[[Collection[str]], tuple[Sequence[Report], Sequence[Claim]]]


class Retraced(NamedTuple):
    """The lineage after a change, the reports that were traced again, and the chains of all their claims."""

    lineage: Lineage
    reports: frozenset[str]
    chains: tuple[Chain, ...]


def trace_chains(reports: Sequence[Report], claims: Sequence[Claim]) -> list[Chain]:
    """Return the chain of every claim, in the order of `claims`.

    The order of the reports does not matter. Raises ValueError for a claim whose report is not among `reports`.
    """
    ids = {report.id for report in reports}
    for claim in claims:
        _refuse_stray(claim, ids)
    traced = retrace(Lineage(), lambda _: (reports, claims), come=ids)
    chains = {chain.claim: chain for chain in traced.chains}
    return [chains[claim.id] for claim in claims]


def retrace(lineage: Lineage, fetch: Fetch, come: Collection[str] = (), gone: Collection[str] = ()) -> Retraced:
    """Trace again what a change of the reports can reach; the outcome is that of tracing all the others afresh.

    `lineage` is of the reports before the change. `come` are the ids of reports that are new, or have other claims
    than before; `gone` of those taken away. `fetch` gives reports by their ids, with all of their claims; it is
    called once to three times, and what it gives beside what was asked for does no harm. Chains of reports that are
    not among `Retraced.reports` stay as they were; those of `gone` are no more.

    Raises ValueError for a report that is gone without having been there, that `fetch` does not give, or that has
    claims but was not given itself.
    """
    shelf, lost = _Shelf(fetch), frozenset(gone)
    if strangers := lost - lineage.imprints.keys():
        raise ValueError(f"reports that were never traced cannot go: {', '.join(sorted(strangers))}")
    imprints = {id_: kept for id_, kept in lineage.imprints.items() if id_ not in lost} | shelf.imprints(come)
    before, glossary = glossary_of(lineage.imprints.values()), glossary_of(imprints.values())
    words = changed_words(before, glossary)
    fresh = {id_ for id_, imprint in imprints.items() if id_ in come or imprint.looks_up & words}
    seeds = fresh | lost
    reached = _connected(lineage.kinships, seeds) & imprints.keys()
    row = shelf.row(_near(imprints, fresh) | reached, glossary)
    found = find_kinships(row, {row.places[id_] for id_ in fresh})
    untouched = (kin for kin in lineage.kinships if kin.earlier not in seeds and kin.later not in seeds)
    after = Lineage(imprints, frozenset((*untouched, *found)))
    reached = _connected(lineage.kinships | after.kinships, seeds) & imprints.keys()
    row = row if reached <= row.places.keys() else shelf.row(reached, glossary)
    return Retraced(after, reached, tuple(_chains(row, after, reached)))


def _chains(row: Row, lineage: Lineage, reached: Collection[str]) -> Iterable[Chain]:
    kinships = [kin for kin in lineage.kinships if kin.later in reached]
    return draw_chains(row, kinships, [row.places[id_] for id_ in reached])


def _near(imprints: Mapping[str, Imprint], fresh: Collection[str]) -> set[str]:
    """The reports that may be kin to one of some: within four weeks, or one of the two without a day."""
    days = {imprints[id_].day for id_ in fresh}
    if None in days:
        return set(imprints)
    around = {date.fromisoformat(day).toordinal() + off for day in days if day for off in range(-FAR, FAR + 1)}
    return {id_ for id_, imprint in imprints.items() if days and (imprint.day is None or _ordinal(imprint) in around)}


def _ordinal(imprint: Imprint) -> int:
    return date.fromisoformat(imprint.day or "").toordinal()


def _connected(kinships: Iterable[Kinship], seeds: Collection[str]) -> frozenset[str]:
    """The seeds and all that are kin to them, however far removed."""
    beside: dict[str, list[str]] = defaultdict(list)
    for kin in kinships:
        beside[kin.earlier].append(kin.later)
        beside[kin.later].append(kin.earlier)
    found, waiting = set(seeds), list(seeds)
    while waiting:
        new = [id_ for id_ in beside[waiting.pop()] if id_ not in found]
        found.update(new)
        waiting.extend(new)
    return frozenset(found)


def _refuse_stray(claim: Claim, reports: Collection[str]) -> None:
    if claim.report not in reports:
        raise ValueError(f"claim {claim.id} belongs to a report that was not given: {claim.report}")


class _Shelf:
    """Reports and their claims, fetched when they are first asked for."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._reports: dict[str, Report] = {}
        self._claims: dict[str, list[Claim]] = {}

    def imprints(self, ids: Collection[str]) -> dict[str, Imprint]:
        """Return the imprints of some reports."""
        self._hold(ids)
        return {id_: imprint_of(self._reports[id_], self._claims[id_]) for id_ in ids}

    def row(self, ids: Collection[str], glossary: Glossary) -> Row:
        """Put some reports in a row."""
        self._hold(ids)
        return row_of([self._reports[id_] for id_ in ids], [c for id_ in ids for c in self._claims[id_]], glossary)

    def _hold(self, ids: Collection[str]) -> None:
        if wanting := set(ids) - self._reports.keys():
            reports, claims = self._fetch(wanting)
            new = {report.id: report for report in reports if report.id not in self._reports}
            self._reports |= new
            self._claims |= {id_: [] for id_ in new}
            for claim in claims:
                _refuse_stray(claim, self._reports)
                if claim.report in new:
                    self._claims[claim.report].append(claim)
            if missing := wanting - self._reports.keys():
                raise ValueError(f"reports that were asked for and not given: {', '.join(sorted(missing))}")
