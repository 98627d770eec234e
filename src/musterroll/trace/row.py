"""A row: some reports side by side, with everything in them that tracing compares, in one order of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from musterroll.records import Claim, Report
from musterroll.trace.glossary import Glossary
from musterroll.trace.marks import Marks, marks_of
from musterroll.trace.origins import NAMED, Origin, origin_of
from musterroll.trace.statements import Statement


@dataclass(frozen=True)
class Row:
    """Reports by their ids, and at the same places their marks and their claims; of each claim, by its id, the origin.

    `order` is the rank of each place in time: the earliest has 0, reports without a day come last.
    """

    reports: Sequence[Report]
    marks: Sequence[Marks]
    statements: Sequence[Sequence[Statement]]
    origins: dict[str, Origin]
    order: Sequence[int]

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each report, by its id."""
        return {report.id: place for place, report in enumerate(self.reports)}

    def in_time(self, among: Iterable[int]) -> list[Statement]:
        """Return the claims of the reports at some places, the earliest report's first."""
        rows = (statement for place in among for statement in self.statements[place])
        return sorted(rows, key=lambda s: (self.order[s.place], s.claim.trigger, s.claim.id))


def row_of(reports: Iterable[Report], claims: Iterable[Claim], glossary: Glossary) -> Row:
    """Put reports in a row with their claims."""
    held = sorted({report.id: report for report in reports}.values(), key=lambda report: report.id)
    statements = _statements(held, claims)
    marks = [
        marks_of(report, [s.claim for s in row], glossary.media) for report, row in zip(held, statements, strict=True)
    ]
    return Row(held, marks, statements, _origins(statements, marks, glossary), _order(held, marks))


def _statements(reports: Sequence[Report], claims: Iterable[Claim]) -> list[list[Statement]]:
    places = {report.id: place for place, report in enumerate(reports)}
    found: list[list[Statement]] = [[] for _ in reports]
    for claim in {claim.id: claim for claim in claims}.values():
        place = places[claim.report]
        found[place].append(Statement(claim, reports[place], place))
    return [sorted(row, key=lambda s: (s.claim.trigger, s.claim.id)) for row in found]


def _origins(
    statements: Sequence[Sequence[Statement]], marks: Sequence[Marks], glossary: Glossary
) -> dict[str, Origin]:
    found: dict[str, Origin] = {}
    for row, mark in zip(statements, marks, strict=True):
        beside = [s.source for s in row if s.source and s.claim.attribution.kind in NAMED]
        found.update((s.claim.id, origin_of(s, mark, glossary.short, beside)) for s in row)
    return found


def _order(reports: Sequence[Report], marks: Sequence[Marks]) -> list[int]:
    places = sorted(range(len(reports)), key=lambda place: _age(reports[place], marks[place]))
    order = [0] * len(places)
    for rank, place in enumerate(places):
        order[place] = rank
    return order


def _age(report: Report, mark: Marks) -> tuple[str, int, str, str]:
    """Earlier first: by day, then agencies, then who names nobody; then by the hour; the id keeps it one order."""
    rank = 0 if mark.outlet in mark.credits else 1 if not mark.cites and not mark.credits else 2
    return mark.day, rank, mark.instant or "9", report.id
