"""Chains: each claim followed back, report by report, to the first that had it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from musterroll.records import Chain, Drift, Kinship
from musterroll.trace.drift import find_drift
from musterroll.trace.kinship import COPY, REWRITE, kin_of
from musterroll.trace.links import links_of
from musterroll.trace.marks import Marks
from musterroll.trace.names import folded
from musterroll.trace.origins import Origin
from musterroll.trace.quoted import SAME_STATEMENT
from musterroll.trace.row import Row
from musterroll.trace.steps import Step, take_steps

_OF = {COPY: "copy of", REWRITE: "rewrite of", SAME_STATEMENT: "same statement as in"}


def draw_chains(row: Row, kinships: Iterable[Kinship], among: Iterable[int]) -> Iterable[Chain]:
    """Return the chain of every claim of the reports at some places, which have all their kin among them.

    `kinships` are theirs, and of no others.
    """
    places = sorted(among)
    steps = take_steps(row, kin_of(row, kinships), places)
    for place in places:
        for statement in row.statements[place]:
            yield _chain(steps, row.marks, statement.claim.id)


def _path(steps: dict[str, Step], claim: str) -> list[Step]:
    """The steps from a claim to the first that had it. Kin are earlier in one strict order, so this ends."""
    path = [steps[claim]]
    while (model := path[-1].model) is not None:
        path.append(steps[model])
    return path


def _chain(steps: dict[str, Step], marks: Sequence[Marks], claim: str) -> Chain:
    path = _path(steps, claim)
    origin = _origin(path)
    return Chain(
        claim=claim,
        links=tuple(links_of(path, marks, origin)),
        origin=origin.key,
        first=path[-1].statement.claim.id,
        reason=origin.reason if origin.key is None else None,
        drift=tuple(_drift(path)),
        evidence=(*_evidence(path, marks), *filter(None, [origin.note])),
    )


def _origin(path: Sequence[Step]) -> Origin:
    """The origin that the first report gives; where that is unknown, the next that gives one."""
    known = (step.origin for step in reversed(path) if step.origin.key is not None)
    return next(known, path[-1].origin)


def _drift(path: Sequence[Step]) -> Iterable[Drift]:
    """What the last report has changed from the first, each change laid to the report that made it."""
    first = path[-1]
    made: dict[tuple[str, str | None, str | None], str] = {}
    found: tuple[Drift, ...] = ()
    for step in reversed(path[:-1]):
        found = find_drift(first.statement, step.statement, (first.origin, step.origin))
        for drift in found:
            made.setdefault((drift.field, drift.before, drift.after), drift.report)
    for drift in found:
        yield replace(drift, report=made[drift.field, drift.before, drift.after])


def _evidence(path: Sequence[Step], marks: Sequence[Marks]) -> Iterable[str]:
    for step in path:
        if step.kin is not None:
            earlier = marks[step.kin.earlier].outlet
            yield f"{_OF[step.kin.kind]} {earlier} ({step.kin.score:.2f}): " + "; ".join(step.kin.evidence)


def count_origins(chains: Sequence[Chain]) -> tuple[int, int]:
    """Return how many independent origins claims have, and how many of the claims have an unknown one."""
    known = {folded(chain.origin) for chain in chains if chain.origin is not None}
    return len(known), sum(1 for chain in chains if chain.origin is None)
