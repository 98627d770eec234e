"""Links: who passed a statement on, in the order that it went."""

from collections.abc import Iterable, Sequence

from musterroll.records import ChainLink
from musterroll.reference import agency_named
from musterroll.trace.kinship import COPY, Kin
from musterroll.trace.marks import UNDATED, Marks
from musterroll.trace.names import folded
from musterroll.trace.origins import Origin, relay_of
from musterroll.trace.quoted import SAME_STATEMENT
from musterroll.trace.steps import Step


def links_of(path: Sequence[Step], marks: Sequence[Marks], origin: Origin) -> list[ChainLink]:
    """Put the links in the order that the statement went: the source, who had it, who passed it on, the outlet."""
    told: dict[str, ChainLink] = {}
    outlet = marks[path[0].statement.place].outlet
    for who, role, report in _passed_on(path, marks, origin):
        if role == "source" or folded(who) != folded(outlet):
            told.setdefault(folded(who), ChainLink(who, role, report))
    return [*told.values(), ChainLink(outlet, "outlet", path[0].statement.report.id)]


def _passed_on(path: Sequence[Step], marks: Sequence[Marks], origin: Origin) -> Iterable[tuple[str, str, str]]:
    own = {marks[step.statement.place].outlet: step.statement.report.id for step in reversed(path)}
    if origin.who is not None:
        yield origin.who, _role(origin), _home(origin, path, own)
    if origin.medium is not None and not origin.own:
        yield origin.medium, _medium_role(origin.medium), own.get(origin.medium, path[-1].statement.report.id)
    for at, step in reversed(list(enumerate(path))):
        mark, report = marks[step.statement.place], step.statement.report.id
        child = path[at - 1] if at else None
        passed = child is None or _relayed(mark, marks[child.statement.place], child.kin)
        if child and child.kin and child.kin.kind == SAME_STATEMENT and not passed:
            continue
        if name := relay_of(step.statement):
            yield name, _medium_role(name), own.get(name, report)
        for agency in sorted(mark.credits):
            yield agency, "agency", own.get(agency, report)
        for medium in sorted(mark.bylines):
            yield medium, _medium_role(medium), own.get(medium, report)
        if child and passed:
            yield mark.outlet, _medium_role(mark.outlet), report


def _relayed(earlier: Marks, later: Marks, kin: Kin | None) -> bool:
    """Whether a report came through an earlier one: it names it, or retells it and they share no wire to come from.

    A rewrite of the same day with no hour known, or of no known day, may be the earlier of the two.
    """
    if earlier.outlet in later.cites | later.credits:
        return True
    if kin is None or kin.kind == SAME_STATEMENT or earlier.credits & later.credits:
        return False
    known = later.day != UNDATED and earlier.day < later.day
    return kin.kind == COPY or known or (bool(earlier.instant) and earlier.instant < later.instant)


def _role(origin: Origin) -> str:
    return _medium_role(origin.who or "") if origin.who == origin.medium else "source"


def _home(origin: Origin, path: Sequence[Step], own: dict[str, str]) -> str:
    named = (step.statement.report.id for step in reversed(path) if step.origin.who == origin.who)
    return own.get(origin.who or "") or next(named)


def _medium_role(name: str) -> str:
    return "agency" if agency_named(name) else "relay"
