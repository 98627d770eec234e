"""Linked claims as JSON: who and where each part is, when it holds, and the sentence that says so."""

from dataclasses import asdict
from typing import Any

from musterroll.ledger import ClaimLine
from musterroll.pipeline.forms.reports import claim_form, days_form, span_form
from musterroll.records import Link, LinkedClaim, Report


def link_form(link: Link) -> dict[str, Any]:
    """Return who or where one part is, or the reason why that is not known."""
    return {
        "role": link.role,
        "span": span_form(link.span),
        "words": link.words,
        "kind": link.kind,
        "verdict": link.verdict,
        "id": link.id,
        "name": link.name,
        "reason": link.reason,
        "origin": link.origin,
        "pin": asdict(link.pin) if link.pin else None,
        "candidates": [asdict(candidate) for candidate in link.candidates],
    }


def linked_claim_form(linked: LinkedClaim, report: Report) -> dict[str, Any]:
    """Return a claim with its links, its days and the sentence of `report` that it was read from."""
    quote = " ".join(report.sentences[linked.claim.sentence].of(report.text).split())
    published = report.published.day if report.published else None
    return told_form(linked, (report.id, report.title, report.outlet, report.url, published, quote))


def claim_line_form(line: ClaimLine) -> dict[str, Any]:
    """Return the same for a claim in a list, which has no report beside it; and its status."""
    report, quote = line.report, " ".join(line.words.split())
    told = (report.id, report.title, report.outlet, report.url, report.day, quote)
    return {**told_form(line.claim, told), "status": line.status}


def told_form(linked: LinkedClaim, told: tuple[str | None, ...]) -> dict[str, Any]:
    """Return a linked claim; `told` are the id, title, outlet, url and day of its report, and its sentence."""
    return {
        **claim_form(linked.claim),
        **dict(zip(("report", "title", "outlet", "url", "published", "quote"), told, strict=True)),
        "links": [link_form(link) for link in linked.links],
        "days": days_form(linked.days),
        "geo_precision": linked.geo_precision,
        "time_precision": linked.time_precision,
        "measure": linked.measure,
    }
