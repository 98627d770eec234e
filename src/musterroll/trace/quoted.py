"""Quotations of one statement: reports that have the same figure from the same named source, each on its own."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import product

from musterroll.trace.marks import UNDATED
from musterroll.trace.names import folded
from musterroll.trace.nearness import FAR, near_pairs
from musterroll.trace.row import Row
from musterroll.trace.statements import Statement, counterpart

SAME_STATEMENT = "same statement"
_Key = tuple[str, int]
_Pair = tuple[int, int]


def find_quoted(row: Row, asked: Callable[[_Pair], bool]) -> Iterable[tuple[_Pair, tuple[str, ...]]]:
    """Return those pairs of reports that were asked for and quote one statement of one source, with the evidence."""
    for places in _drawers(row).values():
        for pair in near_pairs(places, row.marks, FAR):
            if asked(pair):
                one, other = (places[place] for place in pair)
                if any(counterpart(a, [b]) for a, b in product(one, other)):
                    yield pair, (evidence(row.origins[one[0].claim.id].who),)


def evidence(who: str | None) -> str:
    """Return in words what makes two statements the same."""
    return f"both have the figure from {who}"


def _drawers(row: Row) -> dict[_Key, dict[int, list[Statement]]]:
    """The statements of each source with each figure, by the place of their report."""
    found: dict[_Key, dict[int, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in (statement for statements in row.statements for statement in statements):
        for key in keys_of(row, statement):
            found[key][statement.place].append(statement)
    return found


def keys_of(row: Row, statement: Statement) -> list[_Key]:
    """Return the source, where its name alone identifies it, with each figure of a statement."""
    origin = row.origins[statement.claim.id]
    return [(folded(origin.key or ""), figure) for figure in sorted(statement.figures)] if origin.own else []


class Quotations:
    """The statements met so far, in the order of time, by source and figure."""

    def __init__(self, row: Row) -> None:
        """Begin with none."""
        self._row = row
        self._held: dict[_Key, list[Statement]] = defaultdict(list)

    def add(self, statement: Statement) -> None:
        """Put a statement with those met so far."""
        for key in keys_of(self._row, statement):
            self._held[key].append(statement)

    def first(self, statement: Statement) -> Statement | None:
        """Return the first that another report within four weeks has from the same source with the same figure."""
        models = (self._first(self._held[key], statement) for key in keys_of(self._row, statement))
        return min(filter(None, models), key=self._rank, default=None)

    def _first(self, held: Sequence[Statement], statement: Statement) -> Statement | None:
        mark = self._row.marks[statement.place]
        since = 0 if mark.day == UNDATED else bisect_left(held, mark.ordinal - FAR, key=self._day)
        others = (held[at] for at in range(since, len(held)) if held[at].place != statement.place)
        return next((other for other in others if counterpart(statement, [other])), None)

    def _day(self, statement: Statement) -> int:
        return self._row.marks[statement.place].ordinal

    def _rank(self, statement: Statement) -> tuple[object, ...]:
        return self._row.order[statement.place], statement.claim.trigger, statement.claim.id
