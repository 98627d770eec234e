"""Records as the API gives them: the forms of `pipeline/forms`, with where they stand now and their own address."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from musterroll import ledger
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
    listed = list(found)
    changes = ledger.last_changes(one.id for one in listed)
    for one in listed:
        at = changes[one.id][1].at if one.id in changes else None
        status = "retracted" if one.grade == "retracted" else "corrected" if at else "standing"
        yield {
            **finding_form(one),
            "status": status,
            "corrected_at": at,
            "address": permanent(request, "finding", one.id),
        }


def claims_forms(request: HttpRequest, found: Iterable[ClaimLine]) -> Iterator[dict[str, Any]]:
    """Yield claims, each with the deed of the judgement that holds of it."""
    listed = list(found)
    acts = ledger.judged(line.id for line in listed)
    for line in listed:
        judged = acts[line.id].deed if line.id in acts else None
        yield {**claim_line_form(line), "judged": judged, "address": permanent(request, "claim", line.id)}


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
    return {
        **report_facts(report),
        "page": report.page,
        "extractor": report.extractor,
        "claims": list(claims_forms(request, claims)),
        "status": ledger.report_status(report.id),
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


def commitment_line_form(request: HttpRequest, holding: Holding) -> dict[str, Any]:
    """Return a commitment with its evidence, and the days past its deadline today (UTC)."""
    clause = ledger.packs().commitments.get(holding.id)
    form = holding_form(holding, clause, timezone.now().date())
    return {**form, "address": permanent_or_none(request, "commitment", holding.id)}


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
