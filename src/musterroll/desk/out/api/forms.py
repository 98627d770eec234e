"""Records as the API gives them: the forms of `pipeline/forms`, with where they stand now and their own address."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from musterroll import ledger
from musterroll.desk.marks import marked_claims, marked_findings, marked_holdings, marked_reports
from musterroll.desk.out.site import permanent, permanent_or_none
from musterroll.ledger import ActorLine, ClaimLine, PlaceLine, ReportLine
from musterroll.pipeline.forms import (
    actor_form,
    claim_line_form,
    finding_form,
    holding_form,
    judgement_form,
    notice_form,
    report_facts,
)
from musterroll.records import Correction, Finding, Holding, Judgement, Notice, Report


def findings_forms(request: HttpRequest, found: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    """Yield findings, each with whether and when it was corrected."""
    for one, mark in marked_findings(found):
        yield {
            **finding_form(one),
            "status": mark.status,
            "corrected_at": mark.corrected.at if mark.corrected else None,
            **mark.form,
            "address": permanent(request, "finding", one.id),
        }


def claims_forms(request: HttpRequest, found: Iterable[ClaimLine]) -> Iterator[dict[str, Any]]:
    """Yield claims, each with the deed of the judgement that holds of it."""
    for line, mark, act in marked_claims(found):
        judged = act.deed if act else None
        address = permanent(request, "claim", line.id)
        yield {**claim_line_form(line), "judged": judged, **mark.form, "address": address}


def reports_forms(request: HttpRequest, found: Iterable[ReportLine]) -> Iterator[dict[str, Any]]:
    """Yield the reports of a list, each with its marks."""
    for line, mark in marked_reports(found):
        yield {**report_line_form(request, line), **mark.form}


def report_line_form(request: HttpRequest, line: ReportLine) -> dict[str, Any]:
    """Return a report of a list."""
    return {
        "id": line.id,
        "title": line.title,
        "url": line.url,
        "outlet": line.outlet,
        "published": line.day,
        "language": line.language,
        "opinion": line.opinion,
        "status": line.status,
        "claims": line.claims,
        "address": permanent_or_none(request, "report", line.id) or "",
    }


def whole_report_form(request: HttpRequest, report: Report, claims: Iterable[ClaimLine]) -> dict[str, Any]:
    """Return a report with its claims and without its text, which is its publisher's."""
    ((line, mark),) = marked_reports([ledger.report_line(report.id)])
    return {
        **report_facts(report),
        "page": report.page,
        "extractor": report.extractor,
        "claims": list(claims_forms(request, claims)),
        "status": line.status,
        **mark.form,
        "address": permanent_or_none(request, "report", report.id) or "",
    }


def actor_line_form(request: HttpRequest, line: ActorLine) -> dict[str, Any]:
    """Return an actor with what the packs know of it."""
    known = ledger.packs().actors.get(line.id)
    return {**actor_form(line, known), "address": permanent_or_none(request, "force", line.id)}


def place_form(request: HttpRequest, line: PlaceLine) -> dict[str, Any]:
    """Return a place with its point."""
    pin = asdict(line.pin) if line.pin else {"lat": None, "lon": None, "country": None, "precision": None}
    address = permanent_or_none(request, "place", line.id)
    return {"id": line.id, "name": line.name, **pin, "claims": line.claims, "address": address}


def commitments_forms(request: HttpRequest, found: Iterable[Holding]) -> Iterator[dict[str, Any]]:
    """Yield commitments with their evidence, the days past their deadline today (UTC), and their marks."""
    clauses, today = ledger.packs().commitments, timezone.now().date()
    for holding, mark in marked_holdings(found):
        form = holding_form(holding, clauses.get(holding.id), today)
        address = permanent_or_none(request, "commitment", holding.id)
        yield {**form, "status": mark.status, **mark.form, "address": address}


def correction_form(request: HttpRequest, entry: Correction) -> dict[str, Any]:
    """Return an entry of the public log."""
    return {
        "id": entry.id,
        "at": entry.at,
        "outcome": entry.outcome,
        "subject_kind": entry.subject_kind,
        "subject": entry.subject,
        "title": entry.title,
        "wrong": entry.wrong,
        "right": entry.right,
        "held_until": entry.until,
        "case": entry.case,
        "judgements": [public_act(act) for act in entry.judgements],
        "notices": [notice_form(notice) for notice in entry.notices],
        "address": permanent_or_none(request, "correction", entry.id),
    }


def public_act(act: Judgement) -> dict[str, Any]:
    """Return a judgement without whose it is: names of accounts are nobody's business."""
    return {name: value for name, value in judgement_form(act).items() if name != "by"}


def notices_forms(found: Iterable[Notice]) -> Iterator[dict[str, Any]]:
    """Yield notices, each with when and why."""
    listed = list(found)
    causes = ledger.judgements_by_id(notice.cause for notice in listed)
    for notice in listed:
        act = causes.get(notice.cause)
        yield {**notice_form(notice), "at": act.at if act else None, "why": act.why if act else None}
