"""Agreement: how many claims of one report are claims of another too, whatever each is credited to."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from musterroll.trace.statements import RETOLD, Statement, agree


class Told:
    """The claims of one report, laid out so that two reports are compared fast."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Take the claims of one report."""
        self.statements = statements

    @cached_property
    def sentences(self) -> dict[frozenset[str], list[Statement]]:
        """The claims by the stems of the sentence that they stand in."""
        found: dict[frozenset[str], list[Statement]] = defaultdict(list)
        for statement in self.statements:
            found[statement.stems].append(statement)
        return dict(found)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all sentences that hold a claim."""
        return frozenset().union(*self.sentences)

    @cached_property
    def figures(self) -> frozenset[int]:
        """The figures of all claims."""
        return frozenset().union(*(statement.figures for statement in self.statements))


def agreeing(first: Told, second: Told) -> int:
    """Return how many claims of the first report agree with one of the second.

    Only claims whose sentences are alike or that share a figure can agree; the others are passed over.
    """
    counted = _with_figures(second.statements, first.figures & second.figures)
    found = 0
    for stems, statements in first.sentences.items():
        alike = _alike(stems, second) if len(stems & second.stems) >= RETOLD * len(stems) else []
        if alike or counted:
            found += sum(1 for claim in statements if any(agree(claim, other) for other in (*alike, *counted)))
    return found


def _with_figures(statements: Sequence[Statement], shared: frozenset[int]) -> list[Statement]:
    return [s for s in statements if s.figures & shared] if shared else []


def _alike(stems: frozenset[str], told: Told) -> list[Statement]:
    return [
        statement
        for others, statements in told.sentences.items()
        if len(stems & others) >= RETOLD * len(stems | others)
        for statement in statements
    ]
