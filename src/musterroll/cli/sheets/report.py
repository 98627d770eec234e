"""One report and what it claims, each claim with its sentence."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from musterroll import ledger
from musterroll.cli.sheets.claims import COLUMNS, cells_of, claim_lines, forms_of
from musterroll.cli.sheets.document import Document
from musterroll.cli.sheets.wording import day_words, joined, plain
from musterroll.ledger import ClaimFilter, ClaimLine
from musterroll.pipeline.forms import report_form
from musterroll.records import Refusal, Report


def document_of(report_id: str) -> Document:
    """Return a report in all three forms; raises NotInLedger."""
    report = ledger.report(report_id)
    claims = tuple(ledger.every(ledger.claims, ClaimFilter(report=report_id, status=None)))
    refusals = ledger.refusals_of(report_id)
    status = "retracted" if ledger.standing_judgement(report_id) else "standing"
    return Document(
        lines=lambda: lines_of(report, status, claims, refusals),
        form=lambda: form_of(report, status, claims, refusals),
        columns=COLUMNS,
        rows=lambda: map(cells_of, claims),
    )


def form_of(report: Report, status: str, claims: Sequence[ClaimLine], refusals: Sequence[Refusal]) -> dict[str, Any]:
    """Return the report's form with its status, its linked claims and what was refused of it."""
    refused = [{"code": refusal.code, "reason": refusal.reason} for refusal in refusals]
    return {**report_form(report, None), "status": status, "claims": list(forms_of(claims)), "refused": refused}


def lines_of(report: Report, status: str, claims: Sequence[ClaimLine], refusals: Sequence[Refusal]) -> Iterator[Text]:
    """Yield the report for people."""
    yield Text(plain(report.title) or report.id, style="bold")
    yield Text(facts(report), style="dim")
    yield Text(f"report {report.id} · {status}")
    for refusal in refusals:
        yield Text(f"{refusal.code}: {plain(refusal.reason)}", style="yellow")
    if not claims:
        yield Text("no claims")
    for line in claims:
        yield Text("")
        yield from claim_lines(line)


def facts(report: Report) -> str:
    """Return who published a report, when, after whom, and where it stands."""
    credit = f"after {plain(', '.join(report.agency))}" if report.agency else None
    day = day_words(report.published.day if report.published else None)
    opinion = "opinion" if report.opinion else None
    return joined((plain(report.outlet), day, plain(", ".join(report.byline)), credit, opinion, plain(report.url)))
