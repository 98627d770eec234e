"""Steps: from each claim back to the one that it was taken from, if it was taken from any."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from musterroll.trace.kinship import COPY, Kin
from musterroll.trace.marks import Marks
from musterroll.trace.names import folded
from musterroll.trace.origins import Origin, same_origin
from musterroll.trace.quoted import SAME_STATEMENT, Quotations, evidence
from musterroll.trace.row import Row
from musterroll.trace.statements import Statement, counterpart, stems_of

REPEATED = 0.8  # of two sentences' words, sources left out: the sentence was taken over


class Step(NamedTuple):
    """A claim, the origin that its own report gives, and the kinship and claim that it goes back to, if any."""

    statement: Statement
    origin: Origin
    kin: Kin | None = None
    model: str | None = None


def take_steps(row: Row, kin: Sequence[Sequence[Kin]], among: Iterable[int]) -> dict[str, Step]:
    """Take one step back from every claim of the reports at some places; each goes back to another of these."""
    steps: dict[str, Step] = {}
    quotations = Quotations(row)
    for statement in row.in_time(among):
        kept = (_step_back(row, statement, near) for near in kin[statement.place])
        step = next(filter(None, kept), None) or _quoted_before(row, statement, quotations)
        steps[statement.claim.id] = step or Step(statement, row.origins[statement.claim.id])
        quotations.add(statement)
    return steps


def _quoted_before(row: Row, statement: Statement, quotations: Quotations) -> Step | None:
    """Go back to the first report that has the same figures from the same named source."""
    origin, model = row.origins[statement.claim.id], quotations.first(statement)
    if model is None:
        return None
    kin = Kin(model.place, SAME_STATEMENT, 1.0, (evidence(origin.who),))
    return Step(statement, origin, kin, model.claim.id)


def _step_back(row: Row, statement: Statement, near: Kin) -> Step | None:
    model = counterpart(statement, row.statements[near.earlier])
    if model is None:
        return None
    origin, its = row.origins[statement.claim.id], row.origins[model.claim.id]
    if _taken_from(origin, its, row.marks[near.earlier]) or (near.kind == COPY and _reprinted(statement, model)):
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
