"""A claim with everything that is known of it, and its chain."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render

from musterroll import ledger
from musterroll.desk.intake.held import held_around
from musterroll.desk.marks import marked_claims
from musterroll.desk.reading.history import Entry, judged
from musterroll.desk.reading.item_files import chain_as_csv, claims_as_csv
from musterroll.desk.reading.kept import kept
from musterroll.desk.reading.lists import asked_form
from musterroll.ledger import ActorLine, ClaimLine, FindingFilter, ReportLine
from musterroll.pipeline.forms import chain_form, judgement_form, linked_claim_form
from musterroll.records import Chain, Drift, Judgement, Link, NotInLedger, Report, Span

FINDINGS = 20  # most that a claim's page lists
AROUND = 32  # characters of context in a selector, as the W3C's examples have it


def show(request: HttpRequest, number: str) -> HttpResponse | StreamingHttpResponse:
    """Show one claim, or give it as JSON with its selectors, as a row of CSV."""
    found = ledger.claim_lines([number])
    if not found:
        return render(request, "desk/missing.html", {"words": f"no claim {number} in the ledger"}, status=404)
    if asked_form(request) == "csv":
        return claims_as_csv([number])
    line, report = found[0], ledger.report(found[0].report.id)
    chain, acts = chain_or_none(number), ledger.judgements(number)
    if request.GET.get("format") == "json":
        form = {**linked_claim_form(line.claim, report), "annotation": annotation(line, report)}
        said = [public_form(one) for one in acts]
        ((_line, mark, _act),) = marked_claims([line])
        told = {"status": line.status, **mark.form, "chain": chain and chain_form(chain), "judgements": said}
        return JsonResponse({**form, **told})
    context = {
        "line": line, "report": report, "chain": chain, "history": judged(acts), "parts_said": parts_of(line, report),
        "findings": ledger.findings(FindingFilter(claim=number), limit=FINDINGS).rows,
        "held": held_around(line.claim.claim), "retraction": retraction_of(line), "meant": meant_by(number),
    }  # fmt: skip
    return render(request, "desk/claim.html", context)


def meant_by(claim: str) -> tuple[ActorLine, ...]:
    """Return whom editors hold the words of a claim to mean, where no pack knows them."""
    said, lines = {*ledger.said_in_claims([claim]).get(claim, ())}, kept("actors", ledger.actors)
    into = {line.into for line in lines if line.id in said}
    return tuple(line for line in lines if line.id in into)


def retraction_of(line: ClaimLine) -> tuple[Entry, ...]:
    """Return why the report of a claim was retracted; nothing where it stands."""
    held = ledger.standing_judgement(line.report.id) if line.status == "retracted" else None
    return judged([held]) if held else ()


def public_form(judgement: Judgement) -> dict[str, Any]:
    """Return a judgement as JSON for the public: without who made it."""
    return {name: value for name, value in judgement_form(judgement).items() if name != "by"}


@dataclass(frozen=True)
class Said:
    """One part of a claim: its role, its words, and where they were led, if anywhere."""

    role: str
    words: str
    resolved: str | None
    link: Link | None


def parts_of(line: ClaimLine, report: Report) -> list[Said]:
    """Return what a claim says part by part, with the link of each; links without a part of their own come last."""
    left = list(line.claim.links)
    made = [Said("trigger", text_of(report, line.claim.claim.trigger), None, None)]
    for role, span, resolved in roles_of(line):
        link = next((one for one in left if one.role == role and (one.span == span or one.span is None)), None)
        if link:
            left.remove(link)
        made.append(Said(role, text_of(report, span), resolved, link))
    return [*made, *(Said(link.role, link.words, None, link) for link in left)]


def roles_of(line: ClaimLine) -> list[tuple[str, Span, str | None]]:
    """Return the parts of a claim and of its attribution: role, span and what a short form means."""
    claim, speech = line.claim.claim, line.claim.claim.attribution
    said = [(part.role, part.span, part.resolved) for part in claim.parts]
    found = (("source", speech.source, speech.resolved), ("relay", speech.relay, None), ("cue", speech.cue, None))
    return [*said, *((role, span, resolved) for role, span, resolved in found if span)]


def text_of(report: Report, span: Span) -> str:
    """Return the words of a span."""
    return report.text[span.start : span.end]


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


@dataclass(frozen=True)
class Step:
    """One who passed a claim on, the report that shows it, and what is first otherwise in it than at the origin."""

    who: str
    role: str
    report: ReportLine | None
    drift: tuple[Drift, ...]


def steps_of(chain: Chain) -> list[Step]:
    """Return the steps of a chain; a report's changes stand with the last step that it shows."""
    reports = {line.id: line for line in ledger.report_lines(link.report for link in chain.links)}
    last = {link.report: at for at, link in enumerate(chain.links)}
    return [
        Step(
            link.who,
            link.role,
            reports.get(link.report),
            tuple(change for change in chain.drift if change.report == link.report and last[link.report] == at),
        )
        for at, link in enumerate(chain.links)
    ]


def show_chain(request: HttpRequest, number: str) -> HttpResponse | StreamingHttpResponse:
    """Show who had a claim from whom, and what changed on the way, or give it as a file."""
    chain, found = chain_or_none(number), ledger.claim_lines([number])
    if chain is None or not found:
        words = f"no chain of a claim {number} in the ledger"
        return render(request, "desk/missing.html", {"words": words}, status=404)
    if request.GET.get("format") == "json":
        return JsonResponse(chain_form(chain))
    if asked_form(request) == "csv":
        return chain_as_csv(chain)
    first = ledger.claim_lines([chain.first]) if chain.first != number else ()
    shown = {link.report for link in chain.links}
    context = {
        "chain": chain, "line": found[0], "first": first[0] if first else None, "steps": steps_of(chain),
        "elsewhere": [change for change in chain.drift if change.report not in shown],
        "held": held_around(found[0].claim.claim),
    }  # fmt: skip
    return render(request, "desk/chain.html", context)
