"""Commitments: the list with days past deadline, and one with its evidence for and against, side by side by day."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render

from musterroll import ledger
from musterroll.desk.charts import Bracket, Event, Held, evidence_by_day, timeline
from musterroll.desk.environment import address
from musterroll.desk.headings import speaker
from musterroll.desk.intake.held import held_for
from musterroll.desk.marks import COLUMNS as MARKS
from musterroll.desk.marks import Mark, claim_marks, marked_holdings
from musterroll.desk.reading.due import deadline_of, today
from musterroll.desk.reading.kept import kept
from musterroll.desk.reading.lists import as_csv, as_json, asked_form, fields_of, lots, not_found
from musterroll.desk.reading.names import duty_name
from musterroll.desk.reading.portions import has_words, portion
from musterroll.desk.wording import bounds_text
from musterroll.ledger import ClaimLine
from musterroll.pipeline.forms import holding_form
from musterroll.records import Evidence, Holding, NotInLedger
from musterroll.reference.packs import Commitment, Packs

FIELDS = ("words", "theatre", "bound", "duty", "state", "after")
COLUMNS = (
    "id", "instrument", "clause", "unverified", "obligation", "bound", "since", "until", "on", "days_past", "for",
    "against", "source_url",
)  # fmt: skip
EVIDENCE = ("commitment", "stance", "day", "stage", "min", "max", "origin", "claim", "why")
QUOTED = 80  # claims whose sentences one page shows
DRAWN = 240  # claims that its charts draw: the newest
Row = tuple[Holding, Commitment]


def show_all(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the commitments that the address asks for, those with evidence first, or give them as a file."""
    fields, on = fields_of(request, FIELDS), today()
    rows = [row for row in kept("commitments", all_rows) if answers(row, fields, on)]
    form = asked_form(request)
    if form == "csv":
        return as_csv("commitments", (*COLUMNS, "status", *MARKS), marked_cells(rows, on))
    if form == "json":
        return as_json("commitments", marked_forms(rows, on))
    shown, after = portion(rows, fields.get("after"), lambda row: row[0].id)
    packs = ledger.packs()
    theatres = sorted({row[1].theatre for row in kept("commitments", all_rows) if row[1].theatre})
    duties = sorted({duty for row in kept("commitments", all_rows) for duty in row[1].duties}, key=duty_name)
    context = {
        "shown": [(holding, commitment, sides_of(holding)) for holding, commitment in shown], "fields": fields,
        "after": after, "on": on, "packs": packs, "theatres": theatres, "duties": duties, "total": len(rows),
    }  # fmt: skip
    return render(request, "desk/commitments.html", context)


def marked(rows: Sequence[Row]) -> Iterator[tuple[Row, Mark]]:
    """Yield commitments, each with its marks."""
    marks = (mark for _holding, mark in marked_holdings(row[0] for row in rows))
    return zip(rows, marks, strict=True)


def marked_cells(rows: Sequence[Row], on: date) -> Iterator[Sequence[object]]:
    """Yield commitments as cells, with their status and marks."""
    return ((*cells_of(*row, on), mark.status, *mark.cells) for row, mark in marked(rows))


def marked_forms(rows: Sequence[Row], on: date) -> Iterator[dict[str, Any]]:
    """Yield commitments as JSON, with their status and marks."""
    return ({**holding_form(*row, on), "status": mark.status, **mark.form} for row, mark in marked(rows))


def all_rows() -> list[Row]:
    """Return every commitment of the packs with its holding: those with most evidence first."""
    known = ledger.packs().commitments
    rows = [(holding, known[holding.id]) for holding in ledger.holdings() if holding.id in known]
    return sorted(rows, key=lambda row: (-len(row[0].evidence), row[0].until or "9", row[0].id))


def answers(row: Row, fields: Mapping[str, str], on: date) -> bool:
    """Say whether a commitment has what the fields ask for."""
    holding, commitment = row
    past = holding.days_past(on)
    states = {
        "past": past is not None and past > 0 and not commitment.ends, "open": past is not None and past <= 0,
        "none": past is None, "evidence": bool(holding.evidence),
    }  # fmt: skip
    asked = (
        fields.get("theatre") in (None, commitment.theatre),
        fields.get("bound") is None or fields["bound"] in commitment.bound,
        fields.get("duty") is None or fields["duty"] in commitment.duties,
        states.get(fields.get("state", ""), True),
    )
    words = (commitment.instrument, commitment.obligation, commitment.clause, commitment.id, *commitment.bound_words)
    return all(asked) and has_words(fields.get("words"), *words)


def sides_of(holding: Holding) -> Counter[str]:
    """Return how many claims speak for and against."""
    return Counter(evidence.stance for evidence in holding.evidence)


def cells_of(holding: Holding, commitment: Commitment, on: date) -> Sequence[object]:
    """Return a commitment's cells in the order of COLUMNS."""
    sides = sides_of(holding)
    return (
        holding.id, commitment.instrument, commitment.clause, commitment.unverified, commitment.obligation,
        "; ".join((*commitment.bound, *commitment.bound_words)), holding.since, holding.until, on.isoformat(),
        holding.days_past(on), sides["for"], sides["against"], commitment.source_url,
    )  # fmt: skip


def show(request: HttpRequest, number: str) -> HttpResponse | StreamingHttpResponse:
    """Show one commitment with its evidence, or give it as JSON or its evidence as CSV."""
    try:
        holding = ledger.holding(number)
    except NotInLedger as error:
        return not_found(request, str(error))
    packs, on = ledger.packs(), today()
    commitment = packs.commitments.get(number)
    form = asked_form(request)
    if form == "json":
        ((_holding, mark),) = marked_holdings([holding])
        return JsonResponse({**holding_form(holding, commitment, on), "status": mark.status, **mark.form})
    if form == "csv":
        return as_csv(f"evidence-{number}", (*EVIDENCE, *MARKS), evidence_rows(holding))
    lines = lines_of(holding)
    context = {
        "holding": holding, "commitment": commitment, "packs": packs, "on": on, "lines": lines,
        "sides": sides_of(holding), "bound": named(commitment, packs), "days": by_day(holding, lines),
        "undrawn": max(0, len(holding.evidence) - DRAWN),
        "unquoted": max(0, len(holding.evidence) - QUOTED), "notices": ledger.notices(number),
        "waiting": held_for(holding),
        **pictures(holding, commitment, lines),
    }  # fmt: skip
    return render(request, "desk/commitment.html", context)


def lines_of(holding: Holding) -> dict[str, ClaimLine]:
    """Return the claims whose sentences the page shows: the newest evidence, reservations, rotations."""
    newest = [evidence.claim for evidence in reversed(holding.evidence)][:QUOTED]
    reserved = [reservation.claim for reservation in holding.reservations if reservation.claim]
    paired = [claim for rotation in holding.rotations for claim in (*rotation.out, *rotation.back)][:QUOTED]
    return {line.id: line for line in ledger.claim_lines([*newest, *reserved, *paired])}


def named(commitment: Commitment | None, packs: Packs) -> list[tuple[str | None, str]]:
    """Return who is bound: an id where the packs know them, and their name."""
    if commitment is None:
        return []
    known = [(party, packs.actors[party].name if party in packs.actors else party) for party in commitment.bound]
    return [*known, *((None, words) for words in commitment.bound_words)]


def by_day(holding: Holding, lines: Mapping[str, ClaimLine]) -> list[tuple[str, dict[str, list[Evidence]]]]:
    """Return the evidence whose sentences are shown, the newest day first, each side apart."""
    days: dict[str, dict[str, list[Evidence]]] = {}
    for evidence in reversed(holding.evidence):
        if evidence.claim in lines:
            days.setdefault(evidence.day or "", {"for": [], "against": []})[evidence.stance].append(evidence)
    return list(days.items())


def pictures(holding: Holding, commitment: Commitment | None, lines: Mapping[str, ClaimLine]) -> dict[str, Any]:
    """Return the charts of a commitment: its evidence by month, and departures by stage against the deadline."""
    due = deadline_of(commitment, holding.until, holding.id)
    newest = holding.evidence[-DRAWN:]
    sides = {stance: [held(one) for one in newest if one.stance == stance] for stance in ("for", "against")}
    events = [event_of(one, lines) for one in [one for one in newest if one.stage][-QUOTED:]]
    return {
        "evidence": evidence_by_day(sides["for"], sides["against"], due),
        "stages": timeline(events, due, brackets_of(holding)) if events else None,
    }


def held(evidence: Evidence) -> Held:
    """Return a piece of evidence as a mark."""
    return Held(address("claim", evidence.claim), evidence.day, evidence.origin or "", evidence.why)


def event_of(evidence: Evidence, lines: Mapping[str, ClaimLine]) -> Event:
    """Return a departure as a mark."""
    line = lines.get(evidence.claim)
    force = next((link.name or link.words for link in line.claim.links if link.role == "force"), "") if line else ""
    figure = bounds_text(evidence.min, evidence.max) if evidence.min or evidence.max else ""
    words = " · ".join(filter(None, (figure, force))) or evidence.why
    who = evidence.origin or (speaker(line) if line else "")
    return Event(address("claim", evidence.claim), evidence.day, evidence.stage or "", words, who)


def brackets_of(holding: Holding) -> list[Bracket]:
    """Return the rotations whose days are known as brackets."""
    days = {evidence.claim: evidence.day for evidence in holding.evidence}
    found = []
    for rotation in holding.rotations:
        out = sorted(day for claim in rotation.out if (day := days.get(claim)))
        back = sorted(day for claim in rotation.back if (day := days.get(claim)))
        if out and back:
            found.append(Bracket(address("claim", rotation.out[0]), out[0], back[-1], rotation.why))
    return found


def evidence_rows(holding: Holding) -> Iterator[Sequence[object]]:
    """Yield a row for each claim held, with the claim's marks."""
    for lot in lots(holding.evidence):
        marks = claim_marks(ledger.claim_lines(one.claim for one in lot))
        for one in lot:
            figures = (one.stance, one.day, one.stage, one.min, one.max, one.origin, one.claim, one.why)
            yield (holding.id, *figures, *marks.get(one.claim, Mark("standing")).cells)
