"""A claim with everything that is known of it, and its chain."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from musterroll import ledger
from musterroll.ledger import ClaimLine
from musterroll.pipeline.forms import chain_form, linked_claim_form
from musterroll.records import Chain, NotInLedger, Report

AROUND = 32  # characters of context in a selector, as the W3C's examples have it


def show(request: HttpRequest, number: str) -> HttpResponse:
    """Show one claim, or give it as JSON with its selectors."""
    found = ledger.claim_lines([number])
    if not found:
        return render(request, "desk/missing.html", {"words": f"no claim {number} in the ledger"}, status=404)
    line, report = found[0], ledger.report(found[0].report.id)
    chain = chain_or_none(number)
    if request.GET.get("format") == "json":
        form = {**linked_claim_form(line.claim, report), "annotation": annotation(line, report)}
        return JsonResponse({**form, "chain": chain_form(chain) if chain else None})
    context = {
        "line": line, "report": report, "chain": chain, "judgements": ledger.judgements(number),
        "findings": [ledger.finding(one) for one in sorted(ledger.findings_on([number]))],
    }  # fmt: skip
    return render(request, "desk/claim.html", context)


def chain_or_none(number: str) -> Chain | None:
    """Return a claim's chain; None where it has none now."""
    try:
        return ledger.chain(number)
    except NotInLedger:
        return None


def annotation(line: ClaimLine, report: Report) -> dict[str, Any]:
    """Return where a claim stands, as a W3C Web Annotation: the quotation with its context, and its place."""
    start, end = line.start, line.start + len(line.words)
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "motivation": "identifying",
        "target": {
            "source": report.url,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": line.words,
                    "prefix": report.text[max(0, start - AROUND) : start],
                    "suffix": report.text[end : end + AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def show_chain(request: HttpRequest, number: str) -> HttpResponse:
    """Show who had a claim from whom, and what changed on the way."""
    chain, found = chain_or_none(number), ledger.claim_lines([number])
    if chain is None or not found:
        return render(
            request, "desk/missing.html", {"words": f"no chain of a claim {number} in the ledger"}, status=404
        )
    if request.GET.get("format") == "json":
        return JsonResponse(chain_form(chain))
    first = ledger.claim_lines([chain.first])
    reports = {link.report: ledger.report_line(link.report) for link in chain.links}
    context = {"chain": chain, "line": found[0], "first": first[0] if first else None, "reports": reports}
    return render(request, "desk/chain.html", context)
