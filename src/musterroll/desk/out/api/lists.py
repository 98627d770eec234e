"""The lists and things of the API, one function each."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Path, Query, Router

from musterroll import ledger
from musterroll.desk.out import named
from musterroll.desk.out.api import shapes
from musterroll.desk.out.api.answers import cursor_words, cut, one, page
from musterroll.desk.out.api.asked import (
    ActorsAsked,
    Asked,
    ClaimsAsked,
    CorrectionsAsked,
    FindingsAsked,
    NoticesAsked,
    PlacesAsked,
    ReportsAsked,
)
from musterroll.desk.out.api.forms import (
    actor_line_form,
    claims_forms,
    commitments_forms,
    correction_form,
    findings_forms,
    notices_forms,
    place_form,
    reports_forms,
    whole_report_form,
)
from musterroll.desk.out.site import permanent, whole
from musterroll.desk.reading.lists import cursor_of
from musterroll.ledger import ActorLine, ClaimFilter, CorrectionFilter, FindingFilter, PlaceLine, ReportFilter
from musterroll.pipeline.forms import chain_form
from musterroll.records import NotInLedger

VERSION = "1.0"
router = Router()
PAGED = ("after", "limit")
PROBLEMS = {(400, 404, 405, 422, 500): shapes.Problem}
LISTS = ("findings", "claims", "reports", "actors", "places", "commitments", "corrections", "notices")
Id = Path[str]
Line = TypeVar("Line", ActorLine, PlaceLine)


def filter_of(asked: Asked) -> dict[str, Any]:
    """Return what is asked of the ledger; an empty word asks nothing."""
    fields = asked.dict().items()
    return {name: None if value == "" else value for name, value in fields if name not in PAGED}


def line_of(lines: Iterable[Line], kind: str, id: str) -> Line:
    """Return the line of one thing (its id); raises NotInLedger."""
    for line in lines:
        if line.id == id:
            return line
    raise NotInLedger(f"no {kind} {id} in the ledger")


@router.get("/", response={200: shapes.Root, **PROBLEMS}, summary="Where everything is", tags=["root"])
def root(request: HttpRequest) -> HttpResponseBase:
    """Where each list is, and how much the ledger holds."""
    above = whole(request, request.path)
    form = {
        "name": "Musterroll",
        "version": VERSION,
        "openapi": f"{above}openapi.json",
        "docs": permanent(request, "api-docs"),
        "lists": {name: f"{above}{name}" for name in LISTS},
        "counts": ledger.counts(),
    }
    return one(request, form)


@router.get("/findings", response={200: shapes.Findings, **PROBLEMS}, summary="Findings", tags=["findings"])
def findings(request: HttpRequest, asked: Query[FindingsAsked]) -> HttpResponseBase:
    """Findings, those last reported first. With the grade "retracted" alone: those that corrections took away."""
    if asked.grade == "retracted":
        gone = ledger.findings_gone(asked.after or "", asked.limit)
        return page(request, findings_forms(request, gone), gone.after.id if gone.after else None)
    found = ledger.findings(FindingFilter(**filter_of(asked)), cursor_of(asked.after), asked.limit)
    return page(request, findings_forms(request, found), cursor_words(found.after))


@router.get("/findings/{id}", response={200: shapes.Finding, **PROBLEMS}, summary="One finding", tags=["findings"])
def finding(request: HttpRequest, id: Id) -> HttpResponseBase:
    """One finding, also one that a correction took away: its grade is then "retracted"."""
    return one(request, next(findings_forms(request, [ledger.finding(id)])))


@router.get("/claims", response={200: shapes.Claims, **PROBLEMS}, summary="Claims", tags=["claims"])
def claims(request: HttpRequest, asked: Query[ClaimsAsked]) -> HttpResponseBase:
    """Claims as they stand, the latest days first."""
    found = ledger.claims(ClaimFilter(**filter_of(asked)), cursor_of(asked.after), asked.limit)
    return page(request, claims_forms(request, found), cursor_words(found.after))


@router.get("/claims/{id}", response={200: shapes.Claim, **PROBLEMS}, summary="One claim", tags=["claims"])
def claim(request: HttpRequest, id: Id) -> HttpResponseBase:
    """One claim, whatever its status."""
    found = ledger.claim_lines([id])
    if not found:
        raise NotInLedger(f"no claim {id} in the ledger")
    return one(request, next(claims_forms(request, found)))


@router.get("/chains/{id}", response={200: shapes.Chain, **PROBLEMS}, summary="A claim's chain", tags=["claims"])
def chain(request: HttpRequest, id: Id) -> HttpResponseBase:
    """Who had a claim (by the claim's id) from whom, and what changed on the way."""
    return one(request, chain_form(ledger.chain(id)))


@router.get("/reports", response={200: shapes.Reports, **PROBLEMS}, summary="Reports", tags=["reports"])
def reports(request: HttpRequest, asked: Query[ReportsAsked]) -> HttpResponseBase:
    """Reports, the newest first."""
    found = ledger.reports(ReportFilter(**filter_of(asked)), cursor_of(asked.after), asked.limit)
    return page(request, reports_forms(request, found), cursor_words(found.after))


@router.get("/reports/{id}", response={200: shapes.Report, **PROBLEMS}, summary="One report", tags=["reports"])
def report(request: HttpRequest, id: Id) -> HttpResponseBase:
    """One report with its claims, each with its sentence; the text is its publisher's."""
    found = ledger.report(id)
    lines = ledger.every(ledger.claims, ClaimFilter(report=id, status=None))
    return one(request, whole_report_form(request, found, sorted(lines, key=lambda line: (line.start, line.id))))


@router.get("/actors", response={200: shapes.Actors, **PROBLEMS}, summary="Forces and other actors", tags=["actors"])
def actors(request: HttpRequest, asked: Query[ActorsAsked]) -> HttpResponseBase:
    """Forces, states, bodies and outlets that the ledger names, by id."""
    rows = [(line.id, line) for line in named.actors() if asked.kind in (None, "", line.kind)]
    kept, after = cut(rows, asked.after, asked.limit)
    return page(request, (actor_line_form(request, line) for line in kept), after)


@router.get("/actors/{id}", response={200: shapes.Actor, **PROBLEMS}, summary="One actor", tags=["actors"])
def actor(request: HttpRequest, id: Id) -> HttpResponseBase:
    """One actor with its names, its side and its sponsors."""
    return one(request, actor_line_form(request, line_of(named.actors(), "actor", id)))


@router.get("/places", response={200: shapes.Places, **PROBLEMS}, summary="Places", tags=["places"])
def places(request: HttpRequest, asked: Query[PlacesAsked]) -> HttpResponseBase:
    """Places that claims name, by id."""
    rows = [
        (line.id, line) for line in named.places() if asked.country in (None, "", line.pin.country if line.pin else "")
    ]
    kept, after = cut(rows, asked.after, asked.limit)
    return page(request, (place_form(request, line) for line in kept), after)


@router.get("/places/{id}", response={200: shapes.Place, **PROBLEMS}, summary="One place", tags=["places"])
def place(request: HttpRequest, id: Id) -> HttpResponseBase:
    """One place with its point."""
    return one(request, place_form(request, line_of(named.places(), "place", id)))


@router.get("/commitments", response={200: shapes.Commitments, **PROBLEMS}, summary="Commitments", tags=["commitments"])
def commitments(request: HttpRequest, asked: Query[Asked]) -> HttpResponseBase:
    """Commitments with their evidence for and against, by id."""
    kept, after = cut([(one.id, one) for one in ledger.holdings()], asked.after, asked.limit)
    return page(request, commitments_forms(request, kept), after)


@router.get(
    "/commitments/{id}", response={200: shapes.Commitment, **PROBLEMS}, summary="One commitment", tags=["commitments"]
)
def commitment(request: HttpRequest, id: Id) -> HttpResponseBase:
    """One commitment with its evidence for and against."""
    return one(request, next(commitments_forms(request, [ledger.holding(id)])))


@router.get("/corrections", response={200: shapes.Corrections, **PROBLEMS}, summary="Corrections", tags=["corrections"])
def corrections(request: HttpRequest, asked: Query[CorrectionsAsked]) -> HttpResponseBase:
    """The public log of corrections, the newest first."""
    found = ledger.corrections(CorrectionFilter(**filter_of(asked)), cursor_of(asked.after), asked.limit)
    return page(request, (correction_form(request, entry) for entry in found), cursor_words(found.after))


@router.get(
    "/corrections/{id}", response={200: shapes.Correction, **PROBLEMS}, summary="One correction", tags=["corrections"]
)
def correction(request: HttpRequest, id: Id) -> HttpResponseBase:
    """One entry of the log, by the number of its case or the id of its judgement."""
    return one(request, correction_form(request, ledger.correction(id)))


@router.get("/notices", response={200: shapes.Notices, **PROBLEMS}, summary="What changed", tags=["corrections"])
def notices(request: HttpRequest, asked: Query[NoticesAsked]) -> HttpResponseBase:
    """What each judgement changed, before and after, the last first: keep up with corrections by it."""
    found = ledger.notices_slice(asked.subject or None, asked.cause or None, row_of(asked.after or ""), asked.limit)
    return page(request, notices_forms(found), found.after.key if found.after else None)


def row_of(after: str) -> int | None:
    """Return the row that a cursor of notices names, None where it names none."""
    return int(after) if after.isascii() and after.isdecimal() and len(after) < 19 else None


def country_of(line: PlaceLine) -> str:
    """Return a place's country, "" where its point is not known."""
    return line.pin.country if line.pin else ""
