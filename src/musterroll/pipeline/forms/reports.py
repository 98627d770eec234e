"""Reports and their claims as JSON: what `musterroll read --format jsonl` writes."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from musterroll.records import Claim, DayInterval, Moment, Report, Span


def span_form(span: Span | None) -> list[int] | None:
    """Return [start, end], or None."""
    return list(span) if span else None


def days_form(days: DayInterval | None) -> dict[str, Any] | None:
    """Return {first, last}, or None where no day is known."""
    return asdict(days) if days else None


def claim_form(claim: Claim) -> dict[str, Any]:
    """Return a claim as JSON; parts are [role, start, end], `resolved` [role, start, end, words]."""
    speech = claim.attribution
    resolved = [[part.role, *part.span, part.resolved] for part in claim.parts if part.resolved]
    if speech.source and speech.resolved:
        resolved.append(["source", *speech.source, speech.resolved])
    return {
        "id": claim.id,
        "type": claim.type,
        "trigger": span_form(claim.trigger),
        "sentence": claim.sentence,
        "parts": [[part.role, *part.span] for part in claim.parts],
        "polarity": claim.polarity,
        "modality": claim.modality,
        "source": span_form(speech.source),
        "source_kind": speech.kind,
        "cue": span_form(speech.cue),
        "relay": span_form(speech.relay),
        "strength": asdict(claim.strength) if claim.strength else None,
        "amount": asdict(claim.amount) if claim.amount else None,
        "time": days_form(claim.time),
        "resolved": resolved,
        "score": claim.score,
        "reader": claim.reader,
    }


def moment_form(moment: Moment | None) -> dict[str, Any] | None:
    """Return a moment as JSON, or None."""
    return asdict(moment) if moment else None


def report_facts(report: Report) -> dict[str, Any]:
    """Return as JSON what a report says of itself, without a word of its text."""
    return {
        "id": report.id,
        "title": report.title,
        "url": report.url,
        "outlet": report.outlet,
        "published": report.published.day if report.published else None,
        "published_at": moment_form(report.published),
        "modified_at": moment_form(report.modified),
        "language": report.language,
        "byline": list(report.byline),
        "agency": list(report.agency),
        "dateline": report.dateline,
        "section": report.section,
        "opinion": report.opinion,
    }


def report_form(report: Report, claims: Sequence[Claim] | None) -> dict[str, Any]:
    """Return a report as JSON, with its claims where it was read (`claims` is None where it was only extracted)."""
    form: dict[str, Any] = {
        **report_facts(report),
        "credits": list(report.credits),
        "standing": list(report.standing),
        "text": report.text,
        "blocks": [[block.kind, *block.span] for block in report.blocks],
        "sentences": [list(span) for span in report.sentences],
        "page": report.page,
        "extractor": report.extractor,
    }
    return form if claims is None else {**form, "claims": [claim_form(claim) for claim in claims]}
