"""Reports: the list, and one with its claims, where it had them from, what repeats it and what to read beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render

from musterroll import ledger
from musterroll.desk.intake.held import held_in
from musterroll.desk.marks import COLUMNS as MARKS
from musterroll.desk.marks import marked_claims, marked_reports
from musterroll.desk.reading.claims import public_form
from musterroll.desk.reading.item_files import report_as_csv
from musterroll.desk.reading.lists import as_csv, as_json, asked_form, cursor_of, cursor_text, fields_of, not_found
from musterroll.desk.reading.relating import beside
from musterroll.desk.reading.rights import may_edit, may_read_full_text
from musterroll.ledger import ClaimFilter, ClaimLine, ReportFilter, ReportLine, every
from musterroll.pipeline.forms import linked_claim_form, report_form
from musterroll.records import Chain, NotInLedger, Relation, Report

FIELDS = ("outlet", "language", "since", "until", "words", "status", "after")
COLUMNS = ("id", "title", "url", "outlet", "day", "language", "opinion", "status", "claims")
TEXTS = ("text", "blocks", "sentences", "standing")  # of a report's form: the whole text, for those with the right
PAGE = 40
SENTENCES = 200  # claims of one report that its page reads


@dataclass(frozen=True)
class Told:
    """A sentence of a report: the claim that is quoted, the others read from the same words, and their chains."""

    line: ClaimLine
    others: tuple[ClaimLine, ...]
    chain: Chain | None


def show_all(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the reports that the address asks for, or give them as a file."""
    fields = fields_of(request, FIELDS)
    what = ReportFilter(**{name: value for name, value in fields.items() if name != "after"})
    form = asked_form(request)
    if form == "csv":
        rows = ((*asdict(line).values(), *mark.cells) for line, mark in marked_reports(every(ledger.reports, what)))
        return as_csv("reports", (*COLUMNS, *MARKS), rows)
    if form == "json":
        forms = ({**asdict(line), **mark.form} for line, mark in marked_reports(every(ledger.reports, what)))
        return as_json("reports", forms)
    found = ledger.reports(what, cursor_of(fields.get("after")), PAGE)
    context = {"found": found, "fields": fields, "after": cursor_text(found.after)}
    return render(request, "desk/reports.html", context)


def show(request: HttpRequest, number: str) -> HttpResponse | StreamingHttpResponse:
    """Show one report, or give it as JSON, its whole text only to those who may read it; or its claims as CSV."""
    try:
        line, report = ledger.report_line(number), ledger.report(number)
    except NotInLedger as error:
        return not_found(request, str(error))
    if asked_form(request) == "csv":
        return report_as_csv(number)
    lines = ledger.claims(ClaimFilter(report=number, status=None), limit=SENTENCES).rows
    full = may_read_full_text(request)
    if asked_form(request) == "json":
        return JsonResponse(form_of(report, line, lines, full))
    chains = {chain.claim: chain for chain in ledger.chains(one.id for one in lines)}
    judged = ledger.judgements_on([number, *(one.id for one in lines)])
    context = {
        "line": line, "report": report, "told": told_in(lines, chains), "judged": judged,
        "beside": beside(line, lines, list(chains.values())), "agencies": report.agency,
        "drifted": [chain for chain in chains.values() if chain.drift],
        "held": held_in(number),
        "passages": passages_of(report, lines) if full else None, "known_lines": {one.id: one for one in lines},
        "may_edit": may_edit(request), "refused": [refusal.code for refusal in ledger.refusals_of(number)],
    }  # fmt: skip
    return render(request, "desk/report.html", context)


def form_of(report: Report, line: ReportLine, lines: Sequence[ClaimLine], full: bool) -> dict[str, Any]:
    """Return a report as JSON with its claims and its status; without the text where it may not be given."""
    form = report_form(report, None)
    kept = form if full else {name: value for name, value in form.items() if name not in TEXTS}
    claims = [
        {**linked_claim_form(one.claim, report), "status": one.status, "words": one.words, **mark.form}
        for one, mark, _act in marked_claims(lines)
    ]
    ((_line, mark),) = marked_reports([line])
    judged = ledger.judgements_on([report.id])
    told = {"judgements": [public_form(one) for one in judged], "related": related_forms(report.id)}
    return {**kept, "status": line.status, **mark.form, "claims": claims, **told}


def related_forms(report: str) -> list[dict[str, str]]:
    """Return what editors confirmed as related to a report: which, why and when; by whom is not given."""
    return [related_form(one, report) for one in ledger.related_to(report)]


def related_form(one: Relation, report: str) -> dict[str, str]:
    """Return one report that is confirmed as related to another."""
    return {"report": one.other_than(report), "why": one.why, "at": one.at}


def told_in(lines: Sequence[ClaimLine], chains: Mapping[str, Chain]) -> list[Told]:
    """Return the sentences that claims were read from, in the order of the text."""
    by_sentence: dict[int, list[ClaimLine]] = {}
    for line in sorted(lines, key=lambda line: (line.claim.claim.sentence, line.claim.claim.trigger.start)):
        by_sentence.setdefault(line.claim.claim.sentence, []).append(line)
    return [Told(first, tuple(rest), chains.get(first.id)) for first, *rest in by_sentence.values()]


def passages_of(report: Report, lines: Sequence[ClaimLine]) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Return the blocks of a report's text as (kind, pieces); a piece is its words and the claim read from them."""
    marked = {line.start: line for line in sorted(lines, key=lambda line: line.id, reverse=True)}
    return [(block.kind, pieces_in(report.text, block.span.start, block.span.end, marked)) for block in report.blocks]


def pieces_in(text: str, start: int, end: int, marked: Mapping[int, ClaimLine]) -> list[tuple[str, str | None]]:
    """Return a stretch of text cut at the sentences that claims were read from."""
    pieces: list[tuple[str, str | None]] = []
    at = start
    for begin in sorted(place for place in marked if start <= place < end):
        line = marked[begin]
        stop = min(begin + len(line.words), end)
        if begin < at:
            continue
        pieces += [(text[at:begin], None), (text[begin:stop], line.id)]
        at = stop
    return [piece for piece in (*pieces, (text[at:end], None)) if piece[0]]
