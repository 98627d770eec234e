"""Chains: each claim followed back, report by report, to the first that had it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from musterroll.records import Chain, Claim, Drift, Report
from musterroll.trace.drift import find_drift
from musterroll.trace.kinship import COPY, REWRITE, find_kin, time_order
from musterroll.trace.links import links_of
from musterroll.trace.marks import Marks, marks_of, outlet_of
from musterroll.trace.names import folded
from musterroll.trace.origins import Origin
from musterroll.trace.statements import Statement
from musterroll.trace.steps import SAME_STATEMENT, Step, take_steps

_OF = {COPY: "copy of", REWRITE: "rewrite of", SAME_STATEMENT: "same statement as in"}


def trace_chains(reports: Sequence[Report], claims: Sequence[Claim]) -> list[Chain]:
    """Return the chain of every claim, in the order of `claims`.

    The order of the reports does not matter. Raises ValueError for a claim whose report is not among `reports`.
    """
    held = sorted({report.id: report for report in reports}.values(), key=lambda report: report.id)
    statements = statements_of(held, claims)
    media = frozenset(map(outlet_of, held))
    marks = [marks_of(report, [s.claim for s in statements[i]], media) for i, report in enumerate(held)]
    order = time_order(held, marks)
    rows = sorted((s for row in statements for s in row), key=lambda s: (order[s.place], s.claim.trigger, s.claim.id))
    steps = take_steps(rows, marks, find_kin(held, marks, statements))
    return [_chain(steps, marks, claim.id) for claim in claims]


def statements_of(reports: Sequence[Report], claims: Sequence[Claim]) -> list[list[Statement]]:
    """Return the claims of each report, in the order of the reports; raises ValueError as `trace_chains` does."""
    places = {report.id: place for place, report in enumerate(reports)}
    found: list[list[Statement]] = [[] for _ in reports]
    for claim in {claim.id: claim for claim in claims}.values():
        if claim.report not in places:
            raise ValueError(f"claim {claim.id} belongs to a report that was not given: {claim.report}")
        place = places[claim.report]
        found[place].append(Statement(claim, reports[place], place))
    return found


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
