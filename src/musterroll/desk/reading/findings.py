"""Findings: the list with its facets, and one finding with all that it rests on."""

from collections.abc import Iterator, Mapping, Sequence

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from musterroll import ledger
from musterroll.desk.headings import heading
from musterroll.desk.reading.lists import as_csv, as_json, asked_form, cursor_of, cursor_text, every, fields_of
from musterroll.ledger import ClaimLine, Cursor, FindingFilter, Slice
from musterroll.pipeline.forms import finding_form
from musterroll.records import GRADES, MEASURES, TYPES, Chain, Finding, NotInLedger, Origin

FIELDS = ("force", "type", "place", "side", "measure", "grade", "since", "until", "words", "after")
COLUMNS = (
    "id", "what", "type", "force", "side", "place", "measure", "min", "max", "qualifier", "period", "first", "last",
    "reports", "copies", "origins", "denials", "contradictions", "grade", "why",
)  # fmt: skip
PAGE = 40


def show_all(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the findings that the address asks for, or give them as a file."""
    fields = fields_of(request, FIELDS)
    what = filter_of(fields)
    form = asked_form(request)
    if form == "csv":
        return as_csv("findings", COLUMNS, (cells_of(one) for one in all_of(what)))
    if form == "json":
        return as_json("findings", (finding_form(one) for one in all_of(what)))
    found = ledger.findings(what, cursor_of(fields.get("after")), PAGE)
    choices = {"types": TYPES, "measures": MEASURES, "grades": GRADES[:-1]}
    context = {"found": found, "fields": fields, "after": cursor_text(found.after), **choices}
    return render(request, "desk/findings.html", context)


def filter_of(fields: Mapping[str, str]) -> FindingFilter:
    """Return what a list's address asks for."""
    return FindingFilter(**{name: value for name, value in fields.items() if name != "after"})


def all_of(what: FindingFilter) -> Iterator[Finding]:
    """Yield every finding of a filter."""

    def ask(after: Cursor | None) -> Slice[Finding]:
        return ledger.findings(what, after, 500)

    return every(ask)


def cells_of(finding: Finding) -> Sequence[object]:
    """Return a finding's cells in the order of COLUMNS."""
    matter = finding.matter
    return (
        finding.id, heading(finding), finding.type, finding.force.name if finding.force else "",
        finding.side.name if finding.side else "", finding.place.name if finding.place else "", finding.measure,
        finding.min, finding.max, finding.qualifier, matter.period, finding.first, finding.last, len(finding.reports),
        len(finding.copies), "; ".join(origin.name or "unknown" for origin in finding.origins), len(finding.denials),
        len(finding.contradictions), finding.grade, "; ".join(finding.why),
    )  # fmt: skip


def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show one finding."""
    try:
        finding = ledger.finding(number)
    except NotInLedger as error:
        return render(request, "desk/missing.html", {"words": str(error)}, status=404)
    lines = lines_by_id(finding)
    context = {
        "finding": finding,
        "lines": lines,
        "families": families_of(finding, lines),
        "denials": [lines[claim] for claim in finding.denials if claim in lines],
        "chains": chains_of([*finding.claims, *finding.denials]),
        "open_contradictions": [one for one in finding.contradictions if not one.resolved],
        "seeming": [one for one in finding.contradictions if one.resolved],
    }
    return render(request, "desk/finding.html", context)


def lines_by_id(finding: Finding) -> dict[str, ClaimLine]:
    """Return every claim that a finding names, by id."""
    against = (claim for one in finding.contradictions for claim in one.against)
    return {line.id: line for line in ledger.claim_lines([*finding.claims, *finding.denials, *against])}


def families_of(finding: Finding, lines: Mapping[str, ClaimLine]) -> list[tuple[Origin, list[ClaimLine]]]:
    """Return the origins of a finding, each with its claims: six pages that tell one origin's word are one family."""
    return [(origin, [lines[claim] for claim in origin.claims if claim in lines]) for origin in finding.origins]


def chains_of(claims: Sequence[str]) -> dict[str, Chain]:
    """Return the chains of claims that have one."""
    return {chain.claim: chain for chain in ledger.chains(claims)}
