"""Steps: from each claim back to the one that it was taken from, if it was taken from any."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from musterroll.trace.kinship import COPY, Kin
from musterroll.trace.marks import Marks
from musterroll.trace.names import folded, short_forms
from musterroll.trace.origins import NAMED, Origin, origin_of, same_origin
from musterroll.trace.statements import Statement, counterpart, figures, stems_of

SAME_STATEMENT = "same statement"
REPEATED = 0.8  # of two sentences' words, sources left out: the sentence was taken over
_Origins = dict[str, Origin]


class Step(NamedTuple):
    """A claim, the origin that its own report gives, and the kinship and claim that it goes back to, if any."""

    statement: Statement
    origin: Origin
    kin: Kin | None = None
    model: str | None = None


def take_steps(rows: Sequence[Statement], marks: Sequence[Marks], kin: Sequence[Sequence[Kin]]) -> dict[str, Step]:
    """Take one step back from every claim; `rows` are in the order of time."""
    statements: list[list[Statement]] = [[] for _ in marks]
    for statement in rows:
        statements[statement.place].append(statement)
    origins = _origins(statements, marks)
    steps: dict[str, Step] = {}
    quoted: dict[str, list[Statement]] = defaultdict(list)
    for statement in rows:
        origin = origins[statement.claim.id]
        kept = (
            _step_back(statement, origin, near, statements, marks[near.earlier], origins)
            for near in kin[statement.place]
        )
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


def _origins(statements: Sequence[Sequence[Statement]], marks: Sequence[Marks]) -> _Origins:
    short = short_forms(row[0].report.text for row in statements if row)
    found: _Origins = {}
    for row, mark in zip(statements, marks, strict=True):
        beside = [s.source for s in row if s.source and s.claim.attribution.kind in NAMED]
        found.update((s.claim.id, origin_of(s, mark, short, beside)) for s in row)
    return found


def _step_back(
    statement: Statement, origin: Origin, near: Kin, held: Sequence[Sequence[Statement]], mark: Marks, origins: _Origins
) -> Step | None:
    model = counterpart(statement, held[near.earlier])
    if model is None:
        return None
    its = origins[model.claim.id]
    if _taken_from(origin, its, mark) or (near.kind == COPY and _reprinted(statement, model)):
        return Step(statement, origin, near, model.claim.id)
    return None


def _taken_from(origin: Origin, its: Origin, mark: Marks) -> bool:
    """Whether a claim may be its model's, retold: not where it names a source or a medium of its own.

    `mark` is of the model's report: the medium may be its outlet, or one that it depends on itself.
    """
    if origin.own:
        return same_origin(origin, its)
    media = {folded(name) for name in (*mark.media, its.medium or "")}
    return origin.through is None or folded(origin.through) in media


def _reprinted(statement: Statement, model: Statement) -> bool:
    """Whether a sentence is its model's word for word, whomever it names: a copy that exchanged the source."""
    one, other = (s.stems - stems_of([s.source or ""]) for s in (statement, model))
    return len(one & other) >= REPEATED * len(one | other)
