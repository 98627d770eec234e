"""Actors with their counts, and the counts of the whole ledger."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Count, Min

from musterroll.ledger.edge import at_edge
from musterroll.ledger.filters import ActorLine
from musterroll.ledger.judging import merges_now
from musterroll.ledger.models import (
    ChainRow,
    ClaimRow,
    FindingRow,
    HoldingRow,
    JudgementRow,
    LinkRow,
    NoticeRow,
    PageRow,
    RefusalRow,
    ReportRow,
)
from musterroll.ledger.now import retracted_reports, standing_claims
from musterroll.ledger.state import packs
from musterroll.records import words_said


@at_edge
def actors() -> tuple[ActorLine, ...]:
    """Return every actor and outlet that a standing claim or a finding names, or that was merged, by name.

    Claims and findings of a merged actor count for the one it was merged into.
    """
    merges, known = merges_now(), packs()
    claims: Counter[str] = Counter()
    named = LinkRow.objects.filter(kind__in=("actor", "outlet"), target__gt="")
    for (actor,), told in standing_claims(named, "target").items():
        claims[merges.get(actor, actor)] += told
    findings, said = finding_counts()
    names = {**said, **link_names(claims.keys() - known.actors.keys() - known.outlets.keys())}
    return tuple(sorted(lines_of(claims, findings, names, merges), key=lambda line: (line.name, line.id)))


def link_names(actors: Iterable[str]) -> dict[str, str]:
    """Return the names that links have for actors that no pack in force knows."""
    found = LinkRow.objects.filter(kind__in=("actor", "outlet"), target__in=list(actors)).values_list("target")
    return dict(found.annotate(Min("name")))


def finding_counts() -> tuple[Counter[str], dict[str, str]]:
    """Return how many findings each force has, and the names of forces."""
    found = FindingRow.objects.exclude(force="").order_by().values_list("force")
    rows = list(found.annotate(Count("id"), Min("id")))
    ones = FindingRow.objects.filter(pk__in=[one for _, _, one in rows])
    return Counter({force: told for force, told, _ in rows}), dict(ones.values_list("force", "force_name"))


def lines_of(
    claims: Counter[str], findings: Counter[str], names: dict[str, str], merges: dict[str, str]
) -> list[ActorLine]:
    """Return a line for everyone who is counted or was merged."""
    known = packs()
    lines = []
    for number in {*claims, *findings, *merges}:
        actor, outlet = known.actors.get(number), known.outlets.get(number)
        name = actor.name if actor else outlet.name if outlet else names.get(number) or words_said(number)
        kind = actor.kind if actor else outlet.kind if outlet else None
        lines.append(ActorLine(number, name, kind, claims[number], findings[number], merges.get(number)))
    return lines


@at_edge
def counts() -> dict[str, int]:
    """Return how many pages, reports, claims … the ledger holds."""
    tables = {
        "pages": PageRow, "reports": ReportRow, "claims": ClaimRow, "refusals": RefusalRow, "chains": ChainRow,
        "findings": FindingRow, "holdings": HoldingRow, "judgements": JudgementRow, "notices": NoticeRow,
    }  # fmt: skip
    found = {name: table._default_manager.count() for name, table in tables.items()}
    return {**found, "retracted": len(retracted_reports())}
