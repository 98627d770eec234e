"""Findings: the list with its facets, and one finding with all that it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render

from musterroll import ledger
from musterroll.desk.headings import heading, speaker
from musterroll.desk.intake.held import held_under
from musterroll.desk.marks import COLUMNS as MARKS
from musterroll.desk.marks import findings_forms, marked_findings
from musterroll.desk.reading.facets import chosen, finding_fields
from musterroll.desk.reading.history import history_here
from musterroll.desk.reading.item_files import claims_as_csv
from musterroll.desk.reading.lists import as_csv, as_json, asked_form, cursor_of, cursor_text, every, fields_of
from musterroll.ledger import ORDERS, ClaimLine, Cursor, FindingFilter, Slice
from musterroll.records import Chain, Finding, NotInLedger, Origin

FIELDS = (
    "force", "type", "place", "side", "measure", "grade", "source", "outlet", "since", "until", "words", "order",
    "after",
)  # fmt: skip
BESIDE = ("after", "order")
COLUMNS = (
    "id", "what", "type", "force", "side", "place", "measure", "min", "max", "qualifier", "period", "first", "last",
    "reports", "copies", "origins", "denials", "contradictions", "grade", "why",
)  # fmt: skip
PAGE = 40
FAMILIES, TELLINGS, AGAINST = 24, 12, 3  # most that one page quotes; the rest is a link away


def show_all(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the findings that the address asks for, or give them as a file."""
    fields = fields_of(request, FIELDS)
    what, order = filter_of(fields), order_of(fields)
    form = asked_form(request)
    if form == "csv":
        columns = (*COLUMNS, "status", *MARKS)
        return as_csv(
            "findings",
            columns,
            ((*cells_of(one), mark.status, *mark.cells) for one, mark in marked_findings(all_of(what, order))),
        )
    if form == "json":
        return as_json("findings", findings_forms(all_of(what, order)))
    found = ledger.findings(what, cursor_of(fields.get("after")), PAGE, order)
    inputs = finding_fields()
    context = {
        "found": found, "fields": fields, "after": cursor_text(found.after), "inputs": inputs,
        "set": chosen(inputs, fields), "order": order, "orders": ORDERS,
    }  # fmt: skip
    return render(request, "desk/findings.html", context)


def filter_of(fields: Mapping[str, str]) -> FindingFilter:
    """Return what a list's address asks for."""
    return FindingFilter(**{name: value for name, value in fields.items() if name not in BESIDE})


def order_of(fields: Mapping[str, str]) -> str:
    """Return the order that an address asks for; the newest first where it asks for none there is."""
    order = fields.get("order", "")
    return order if order in ORDERS else ORDERS[0]


def all_of(what: FindingFilter, order: str) -> Iterator[Finding]:
    """Yield every finding of a filter."""

    def ask(after: Cursor | None) -> Slice[Finding]:
        return ledger.findings(what, after, 500, order)

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


@dataclass(frozen=True)
class Family:
    """An origin with its claims in the ledger: six pages that tell one origin's word are one family.

    `lines` are the first of them, `unseen` how many more there are, `pages` how many reports tell it as far as seen.
    """

    origin: Origin
    lines: tuple[ClaimLine, ...]
    unseen: int

    @property
    def pages(self) -> int:
        """How many pages tell it."""
        return len({line.report.id for line in self.lines}) + self.unseen


@dataclass(frozen=True)
class Bound:
    """The lowest ("low") or the highest ("high") figure, or both where the same claims give them, with the claims."""

    kind: str
    value: int | None
    lines: tuple[ClaimLine, ...]


def show(request: HttpRequest, number: str) -> HttpResponse | StreamingHttpResponse:
    """Show one finding, or give it as JSON with its sentences, its claims and denials as CSV."""
    try:
        finding = ledger.finding(number)
    except NotInLedger as error:
        return render(request, "desk/missing.html", {"words": str(error)}, status=404)
    if asked_form(request) == "csv":
        return claims_as_csv([*finding.claims, *finding.denials])
    lines = lines_by_id(finding)
    if request.GET.get("format") == "json":
        (form,) = findings_forms([finding])
        return JsonResponse({**form, "sentences": {line.id: sentence_form(line) for line in lines.values()}})
    return render(request, "desk/finding.html", context_of(request, finding, lines))


def context_of(request: HttpRequest, finding: Finding, lines: Mapping[str, ClaimLine]) -> dict[str, Any]:
    """Return what the page of a finding shows."""
    bounds, families = bounds_of(finding, lines), families_of(finding, lines)
    return {
        "finding": finding,
        "lines": lines,
        "bounds": bounds,
        "quoted_above": {line.id for bound in bounds for line in bound.lines},
        "families": families,
        "unseen_families": len(finding.origins) - len(families),
        "denials": [lines[claim] for claim in finding.denials if claim in lines],
        "chains": chains_of([line.id for family in families for line in family.lines]),
        "open_contradictions": [one for one in finding.contradictions if not one.resolved],
        "seeming": [one for one in finding.contradictions if one.resolved],
        "history": history_here(finding.id),
        "held": held_under(finding),
    }


def lines_by_id(finding: Finding) -> dict[str, ClaimLine]:
    """Return the claims that the page of a finding quotes, by id: all bounds, the first of each family, all denials."""
    told = (claim for origin in finding.origins[:FAMILIES] for claim in origin.claims[:TELLINGS])
    against = (claim for one in finding.contradictions for claim in one.against[:AGAINST])
    wanted = [*finding.min_claims, *finding.max_claims, *told, *finding.denials, *against]
    return {line.id: line for line in ledger.claim_lines(wanted)}


def bounds_of(finding: Finding, lines: Mapping[str, ClaimLine]) -> list[Bound]:
    """Return the figures of a finding with the claims that they rest on."""
    low = tuple(lines[claim] for claim in finding.min_claims if claim in lines)
    high = tuple(lines[claim] for claim in finding.max_claims if claim in lines)
    if low == high:
        return [Bound("both", finding.max, low)] if low else []
    seen = {line.id for line in low}
    bounds = [
        Bound("low", finding.min, low),
        Bound("high", finding.max, tuple(x for x in high if x.id not in seen) or high),
    ]
    return [bound for bound in bounds if bound.lines]


def families_of(finding: Finding, lines: Mapping[str, ClaimLine]) -> list[Family]:
    """Return the origins of a finding, each with its claims."""
    return [family_of(origin, lines) for origin in finding.origins[:FAMILIES]]


def family_of(origin: Origin, lines: Mapping[str, ClaimLine]) -> Family:
    """Return one origin with the first of its claims."""
    told = tuple(lines[claim] for claim in origin.claims[:TELLINGS] if claim in lines)
    return Family(origin, told, len(origin.claims) - len(origin.claims[:TELLINGS]))


def sentence_form(line: ClaimLine) -> dict[str, Any]:
    """Return a claim's sentence as JSON: its words, on whose word, and the report it stands in."""
    report = line.report
    return {
        "words": line.words, "source": speaker(line), "status": line.status, "report": report.id, "url": report.url,
        "outlet": report.outlet, "day": report.day,
    }  # fmt: skip


def chains_of(claims: Sequence[str]) -> dict[str, Chain]:
    """Return the chains of claims that have one."""
    return {chain.claim: chain for chain in ledger.chains(claims)}
