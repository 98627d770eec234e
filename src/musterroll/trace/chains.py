"""Chains: each claim followed back, report by report, to the first that had it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from musterroll.records import Chain, Claim, Link, Report
from musterroll.reference import agency_named
from musterroll.trace.drift import find_drift
from musterroll.trace.kinship import COPY, Kin, find_kin, time_order
from musterroll.trace.marks import Marks, marks_of, outlet_of
from musterroll.trace.names import folded, medium_named, short_forms
from musterroll.trace.origins import NAMED, Origin, origin_of, same_origin
from musterroll.trace.statements import Statement, counterpart, figures, stems_of

SAME_STATEMENT = "same statement"
_OF = {COPY: "copy of", "rewrite": "rewrite of", SAME_STATEMENT: "same statement as in"}
REPEATED = 0.8  # of two sentences' words, sources left out: the sentence was taken over


class Step(NamedTuple):
    """A claim, the origin that its own report gives, and the kinship and claim that it goes back to, if any."""

    statement: Statement
    origin: Origin
    kin: Kin | None = None
    model: str | None = None


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
    steps = _steps(rows, marks, find_kin(held, marks, statements))
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


def _steps(rows: Sequence[Statement], marks: Sequence[Marks], kin: Sequence[Sequence[Kin]]) -> dict[str, Step]:
    """Take one step back from every claim; `rows` are in the order of time."""
    statements: list[list[Statement]] = [[] for _ in marks]
    for statement in rows:
        statements[statement.place].append(statement)
    origins = _origins(statements, marks)
    steps: dict[str, Step] = {}
    quoted: dict[str, list[Statement]] = defaultdict(list)
    for statement in rows:
        origin = origins[statement.claim.id]
        kept = (_step_back(statement, origin, near, statements[near.earlier], origins) for near in kin[statement.place])
        step = next(filter(None, kept), None) or _quoted_before(statement, origin, quoted[folded(origin.key or "")])
        steps[statement.claim.id] = step or Step(statement, origin)
        if origin.own:
            quoted[folded(origin.key or "")].append(statement)
    return steps


def _quoted_before(statement: Statement, origin: Origin, earlier: Sequence[Statement]) -> Step | None:
    """Go back to the first report that has the same figures from the same named source."""
    if not origin.own:
        return None
    same = [s for s in earlier if s.place != statement.place and figures(s.claim) & figures(statement.claim)]
    model = next((s for s in same if counterpart(statement, [s])), None)
    if model is None:
        return None
    kin = Kin(model.place, SAME_STATEMENT, 1.0, (f"both have the figure from {origin.who}",))
    return Step(statement, origin, kin, model.claim.id)


def _origins(statements: Sequence[Sequence[Statement]], marks: Sequence[Marks]) -> dict[str, Origin]:
    short = short_forms(row[0].report.text for row in statements if row)
    found: dict[str, Origin] = {}
    for row, mark in zip(statements, marks, strict=True):
        beside = [s.source for s in row if s.source and s.claim.attribution.kind in NAMED]
        found.update((s.claim.id, origin_of(s, mark, short, beside)) for s in row)
    return found


def _step_back(
    statement: Statement, origin: Origin, near: Kin, earlier: Sequence[Statement], origins: dict[str, Origin]
) -> Step | None:
    model = counterpart(statement, earlier)
    if model is None:
        return None
    if not _taken_from(origin, origins[model.claim.id]) and not (near.kind == COPY and _reprinted(statement, model)):
        return None
    return Step(statement, origin, near, model.claim.id)


def _taken_from(origin: Origin, its: Origin) -> bool:
    """Whether a claim may be its model's, retold: not where it names a source of its own that is another."""
    return not origin.own or same_origin(origin, its)


def _reprinted(statement: Statement, model: Statement) -> bool:
    """Whether a sentence is its model's word for word, whomever it names: a copy that exchanged the source."""
    one, other = (s.stems - stems_of([s.source or ""]) for s in (statement, model))
    return len(one & other) >= REPEATED * len(one | other)


def _path(steps: dict[str, Step], claim: str) -> list[Step]:
    """The steps from a claim to the first that had it. Kin are earlier in one strict order, so this ends."""
    path = [steps[claim]]
    while (model := path[-1].model) is not None:
        path.append(steps[model])
    return path


def _chain(steps: dict[str, Step], marks: Sequence[Marks], claim: str) -> Chain:
    path = _path(steps, claim)
    last, first = path[0], path[-1]
    origin = _origin(path)
    drift = find_drift(first.statement, last.statement, (first.origin, last.origin)) if len(path) > 1 else ()
    return Chain(
        claim=claim,
        links=tuple(_links(path, marks, origin)),
        origin=origin.key,
        first=first.statement.claim.id,
        reason=origin.reason if origin.key is None else None,
        drift=drift,
        evidence=tuple(_evidence(path, marks)),
    )


def _origin(path: Sequence[Step]) -> Origin:
    """The origin that the first report gives; where that is unknown, the next that gives one."""
    known = (step.origin for step in reversed(path) if step.origin.key is not None)
    return next(known, path[-1].origin)


def _evidence(path: Sequence[Step], marks: Sequence[Marks]) -> Iterable[str]:
    for step in path:
        if step.kin is not None:
            earlier = marks[step.kin.earlier].outlet
            yield f"{_OF[step.kin.kind]} {earlier} ({step.kin.score:.2f}): " + "; ".join(step.kin.evidence)


def _links(path: Sequence[Step], marks: Sequence[Marks], origin: Origin) -> list[Link]:
    """Put the links in the order that the statement went: the source, who had it, who passed it on, the outlet."""
    told: dict[str, Link] = {}
    outlet = marks[path[0].statement.place].outlet
    for who, role, report in _passed_on(path, marks, origin):
        if role == "source" or folded(who) != folded(outlet):
            told.setdefault(folded(who), Link(who, role, report))
    return [*told.values(), Link(outlet, "outlet", path[0].statement.report.id)]


def _passed_on(path: Sequence[Step], marks: Sequence[Marks], origin: Origin) -> Iterable[tuple[str, str, str]]:
    own = {marks[step.statement.place].outlet: step.statement.report.id for step in reversed(path)}
    if origin.who is not None:
        yield origin.who, _role(origin), _home(origin, path, own)
    for at, step in reversed(list(enumerate(path))):
        mark, report = marks[step.statement.place], step.statement.report.id
        child = path[at - 1] if at else None
        passed = child is None or _relayed(mark, marks[child.statement.place], child.kin)
        if child and child.kin and child.kin.kind == SAME_STATEMENT and not passed:
            continue
        if step.statement.relay:
            name = medium_named(step.statement.relay) or step.statement.relay
            yield name, _medium_role(name), own.get(name, report)
        for agency in sorted(mark.credits):
            yield agency, "agency", own.get(agency, report)
        if child and passed:
            yield mark.outlet, _medium_role(mark.outlet), report


def _relayed(earlier: Marks, later: Marks, kin: Kin | None) -> bool:
    """Whether a report came through an earlier one: it names it, or the two have no wire in common to come from."""
    named = earlier.outlet in later.cites | later.credits
    return named or (kin is not None and kin.kind != SAME_STATEMENT and not earlier.credits & later.credits)


def _role(origin: Origin) -> str:
    return _medium_role(origin.who or "") if origin.who == origin.medium else "source"


def _home(origin: Origin, path: Sequence[Step], own: dict[str, str]) -> str:
    named = (step.statement.report.id for step in reversed(path) if step.origin.who == origin.who)
    return own.get(origin.who or "") or next(named)


def _medium_role(name: str) -> str:
    return "agency" if agency_named(name) else "relay"


def count_origins(chains: Sequence[Chain]) -> tuple[int, int]:
    """Return how many independent origins claims have, and how many claims have an unknown one."""
    origins: dict[str, int] = defaultdict(int)
    for chain in chains:
        origins[folded(chain.origin) if chain.origin else ""] += 1
    unknown = origins.pop("", 0)
    return len(origins), unknown
