"""Findings and chains as JSON."""

from dataclasses import asdict
from typing import Any

from musterroll.pipeline.forms.reports import days_form
from musterroll.records import Chain, Contradiction, Finding, Named, Origin


def named_form(named: Named | None) -> dict[str, Any] | None:
    """Return who or where as {id, name, origin}, or None where the claims do not say."""
    return asdict(named) if named else None


def origin_form(origin: Origin) -> dict[str, Any]:
    """Return one independent origin with the figures that it gives."""
    return {**asdict(origin), "claims": list(origin.claims)}


def contradiction_form(contradiction: Contradiction) -> dict[str, Any]:
    """Return what does not go together, or only seems not to, with the reason."""
    return {
        "kind": contradiction.kind,
        "resolved": contradiction.resolved,
        "why": contradiction.why,
        "claims": list(contradiction.claims),
        "against": list(contradiction.against),
    }


def finding_form(finding: Finding) -> dict[str, Any]:
    """Return a finding; `claims`, `denials`, `min_claims` and `max_claims` are claim ids, `reports` report ids."""
    return {
        "id": finding.id,
        "type": finding.type,
        "force": named_form(finding.force),
        "side": named_form(finding.side),
        "place": named_form(finding.place),
        "measure": finding.measure,
        "period": finding.matter.period or None,
        "days": days_form(finding.days),
        "min": finding.min,
        "max": finding.max,
        "qualifier": finding.qualifier,
        "min_claims": list(finding.min_claims),
        "max_claims": list(finding.max_claims),
        "first": finding.first,
        "last": finding.last,
        "reports": list(finding.reports),
        "copies": list(finding.copies),
        "origins": [origin_form(origin) for origin in finding.origins],
        "denials": list(finding.denials),
        "contradictions": [contradiction_form(each) for each in finding.contradictions],
        "grade": finding.grade,
        "why": list(finding.why),
        "claims": list(finding.claims),
    }


def chain_form(chain: Chain) -> dict[str, Any]:
    """Return a chain: its links from the source to the outlet, its origin, and what drifted on the way."""
    return {
        "claim": chain.claim,
        "links": [asdict(link) for link in chain.links],
        "origin": chain.origin,
        "reason": chain.reason,
        "first": chain.first,
        "drift": [
            {"report": drift.report, "field": drift.field, "from": drift.before, "to": drift.after}
            for drift in chain.drift
        ],
        "evidence": list(chain.evidence),
    }
