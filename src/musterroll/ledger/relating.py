"""Relations between reports: words of editors, appended; the latest word on two reports holds. Nothing is derived."""

from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet

from musterroll.ledger.codec import decoded, encoded
from musterroll.ledger.edge import at_edge
from musterroll.ledger.models import KinRow, RelationRow, ReportRow
from musterroll.ledger.now import retracted_reports
from musterroll.ledger.state import new_edition, one_step
from musterroll.records import RELATION_DEEDS, ActRefused, NotInLedger, Relation

REPEATS = ("copy", "rewrite")


@at_edge
def add_relation(relation: Relation) -> None:
    """Append a word on two reports.

    Raises ActRefused for one by nobody or without a reason, of a report and itself, its copy or its rewrite, of a
    retracted report, a second time, of what was not confirmed, or superseding (`before`) another word than the latest;
    NotInLedger where a report is not there. Nothing is written then.
    """
    if faults := list(faults_of(relation)):
        raise ActRefused("; ".join(faults))
    with one_step():
        check_reports(relation.reports)
        if refusal := refusal_of(relation, relation_between(*relation.reports)):
            raise ActRefused(refusal)
        first, second = relation.reports
        RelationRow.objects.create(id=relation.id, first=first, second=second, record=encoded(relation))
        new_edition()


def faults_of(relation: Relation) -> Iterator[str]:
    """Yield what is wrong with a word whatever the ledger holds."""
    if not relation.by.strip():
        yield "an act needs somebody who does it (by)"
    if not relation.why.strip():
        yield "an act needs a reason (why)"
    if relation.deed not in RELATION_DEEDS:
        yield f"no such deed: {relation.deed}"
    first, second = relation.reports
    if first == second:
        yield "a report is not read beside itself"
    if first > second:
        yield "of two reports the lesser id stands first"


def refusal_of(relation: Relation, latest: Relation | None) -> str | None:
    """Return why a word may not be said now, or None; `latest` is the word on the two that holds."""
    first, second = relation.reports
    if relation.before != (latest.id if latest else None):
        return f"somebody else said something of {first} and {second} in between; look at them again"
    held = latest is not None and latest.holds
    if not relation.holds:
        return None if held else f"{first} and {second} are not confirmed as related"
    if held:
        return f"{first} and {second} are confirmed as related already"
    if gone := sorted(retracted_reports() & {first, second}):
        return f"{gone[0]} is retracted; restore it first"
    if second in repeats_of(first):
        return f"{first} and {second} are copies or rewrites of one text; those are listed apart"
    return None


def check_reports(numbers: Iterable[str]) -> None:
    """Raise NotInLedger where a report is not there."""
    for number in numbers:
        if not ReportRow.objects.filter(id=number).exists():
            raise NotInLedger(f"no report {number} in the ledger")


def repeats_of(report: str) -> frozenset[str]:
    """Return the copies and rewrites of a report, and what it is one of (ids)."""
    kin = KinRow.objects.filter(Q(report=report) | Q(earlier=report), kind__in=REPEATS)
    return frozenset(number for pair in kin.values_list("report", "earlier") for number in pair if number != report)


def words_on(report: str) -> "QuerySet[RelationRow, str]":
    """Return the records of all words on a report, the first first."""
    found = RelationRow.objects.filter(Q(first=report) | Q(second=report)).order_by("row")
    return found.values_list("record", flat=True)


@at_edge
def relation_between(report: str, other: str) -> Relation | None:
    """Return the latest word on two reports (ids, in any order); None where nobody said one."""
    first, second = sorted((report, other))
    found = RelationRow.objects.filter(first=first, second=second).order_by("-row").values_list("record", flat=True)
    record = found.first()
    return decoded(Relation, record) if record is not None else None


@at_edge
def relations(report: str) -> tuple[Relation, ...]:
    """Return every word on a report (its id), in the order in which they were said."""
    return tuple(decoded(Relation, record) for record in words_on(report))


@at_edge
def related_to(report: str) -> tuple[Relation, ...]:
    """Return what editors hold to belong with a report (its id), the last confirmed first.

    Where it or the other is retracted, or where the two turn out to be copies, the relation falls out; a restoration
    brings it back.
    """
    latest = {one.reports: one for one in relations(report)}
    holding = [one for one in latest.values() if one.holds]
    if not holding:
        return ()
    left_out = retracted_reports() | repeats_of(report)
    found = [one for one in holding if report not in left_out and one.other_than(report) not in left_out]
    return tuple(sorted(found, key=lambda one: (one.at, one.id), reverse=True))
