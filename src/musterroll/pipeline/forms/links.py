"""Linked claims as JSON: who and where each part is, when it holds, and the sentence that says so."""

from dataclasses import asdict
from typing import Any

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
    return {
        **claim_form(linked.claim),
        "report": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published.day if report.published else None,
        "quote": " ".join(report.sentences[linked.claim.sentence].of(report.text).split()),
        "links": [link_form(link) for link in linked.links],
        "days": days_form(linked.days),
        "geo_precision": linked.geo_precision,
        "time_precision": linked.time_precision,
        "measure": linked.measure,
    }
