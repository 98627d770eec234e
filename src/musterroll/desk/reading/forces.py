"""Forces: the list, and one force with all its figures, its way of recruits, its sponsors and who says so."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from musterroll import ledger
from musterroll.desk.charts import ceilings, flows_bars, route, stock_band, totals_steps
from musterroll.desk.charts.titles import of_points
from musterroll.desk.environment import address
from musterroll.desk.marks import COLUMNS as MARKS
from musterroll.desk.marks import Mark, claim_marks, findings_forms
from musterroll.desk.out.site import root_of
from musterroll.desk.reading.due import deadlines_for
from musterroll.desk.reading.figures import claims_shown, flows_of, points_of
from musterroll.desk.reading.kept import kept
from musterroll.desk.reading.lists import as_csv, as_json, asked_form, fields_of, not_found
from musterroll.desk.reading.names import kind_name
from musterroll.desk.reading.portions import has_words, portion
from musterroll.desk.reading.voices import voices_of
from musterroll.desk.reading.ways import TYPES, legs_of, stages_of
from musterroll.ledger import ActorLine, ClaimLine, FindingFilter
from musterroll.records import Finding
from musterroll.reference.packs import Actor, Packs

FIELDS = ("words", "kind", "country", "side", "known", "sort", "after")
COLUMNS = ("id", "name", "kind", "country", "side", "claims", "findings", "merged_into")
POINTS = (
    "measure", "day", "until", "source", "origin", "low", "high", "qualifier", "denied", "copy", "claim", "outlet",
    "published", "page", "sentence",
)  # fmt: skip
MOST = 100  # findings that one page draws and lists
SENTENCES = 100  # claims whose sentences one page reads
ON_THE_WAY = 80
NO_FORCES = ("outlet", "agency")


def show_all(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the forces, states and bodies that the ledger names, or give them as a file."""
    fields, packs = fields_of(request, FIELDS), ledger.packs()
    rows = forces_found(fields, packs)
    form = asked_form(request)
    if form == "csv":
        return as_csv("forces", COLUMNS, (cells_of(line, packs) for line in rows))
    if form == "json":
        return as_json("forces", (dict(zip(COLUMNS, cells_of(line, packs), strict=True)) for line in rows))
    shown, after = portion(rows, fields.get("after"), lambda line: line.id)
    everyone = kept("forces", all_forces)
    kinds = sorted({line.kind for line in everyone if line.kind}, key=kind_name)
    context = {
        "shown": shown, "fields": fields, "after": after, "kinds": kinds, "total": len(rows), "packs": packs,
        "sides": sorted({actor.side for actor in packs.actors.values() if actor.side}),
    }  # fmt: skip
    return render(request, "desk/forces.html", context)


def all_forces() -> tuple[ActorLine, ...]:
    """Return everybody that is no outlet and no agency: those the packs know, then those known in words only, each
    with most findings first."""
    named = (line for line in kept("actors", ledger.actors) if line.kind not in NO_FORCES)
    return tuple(sorted(named, key=lambda line: (in_words(line), -line.findings, -line.claims, line.name, line.id)))


def in_words(line: ActorLine) -> bool:
    """Say whether a force is known in a report's words only."""
    return line.id.startswith("said:")


def forces_found(fields: dict[str, str], packs: Packs) -> list[ActorLine]:
    """Return the forces that an address asks for, in its order."""
    found = [line for line in kept("forces", all_forces) if answers(line, packs.actors.get(line.id), fields)]
    if fields.get("sort") == "name":
        found.sort(key=lambda line: (line.name.casefold(), line.id))
    return found


def answers(line: ActorLine, actor: Actor | None, fields: dict[str, str]) -> bool:
    """Say whether a force has what the fields ask for."""
    known = fields.get("known")
    if known in ("yes", "no") and in_words(line) == (known == "yes"):
        return False
    if fields.get("kind") and line.kind != fields["kind"]:
        return False
    for field in ("country", "side"):
        if fields.get(field) and (getattr(actor, field, None) or "").casefold() != fields[field].casefold():
            return False
    return has_words(fields.get("words"), line.name, *(names_of(actor) if actor else ()))


def names_of(actor: Actor) -> tuple[str, ...]:
    """Return every name of an actor."""
    return (actor.name, *actor.names, *actor.weak, *actor.arabic)


def cells_of(line: ActorLine, packs: Packs) -> Sequence[object]:
    """Return a force's cells in the order of COLUMNS."""
    actor = packs.actors.get(line.id)
    country, side = (actor.country, actor.side) if actor else (None, None)
    return (line.id, line.name, line.kind, country, side, line.claims, line.findings, line.into)


def show(request: HttpRequest, number: str) -> HttpResponse | StreamingHttpResponse:
    """Show one force, or give its findings (JSON) or its figures (CSV)."""
    packs = ledger.packs()
    actor = packs.actors.get(number)
    found = ledger.findings(FindingFilter(force=number), limit=MOST)
    line = line_of(number, actor, found.rows)
    if line is None:
        return not_found(request, f"no force {number} in the ledger")
    form = asked_form(request)
    if form == "json":
        return as_json("findings", findings_forms(ledger.every(ledger.findings, FindingFilter(force=number))))
    way = on_the_way(found.rows)
    lines = {line.id: line for line in ledger.claim_lines([*claims_shown(found.rows, SENTENCES), *way])}
    if form == "csv":
        return as_csv("figures", (*POINTS, *MARKS), figure_rows(found.rows, lines, root_of(request)))
    context = {
        "line": line, "actor": actor, "packs": packs, "findings": found.rows, "more": found.after is not None,
        "last": last_counted(found.rows),
        "open_contradictions": contradicted(found.rows), "sponsored": sponsored_by(number, packs),
        **pictures(found.rows, lines), **way_of([lines[claim] for claim in way if claim in lines]),
        **voices(number, found.rows),
    }  # fmt: skip
    return render(request, "desk/force.html", context)


def last_counted(findings: Sequence[Finding]) -> Finding | None:
    """Return the finding last reported that says how many are there."""
    counted = (one for one in findings if one.type == "presence" and one.measure == "stock")
    return next((one for one in counted if one.min is not None or one.max is not None), None)


def line_of(number: str, actor: Actor | None, findings: Sequence[Finding]) -> ActorLine | None:
    """Return the line of a force; None where neither packs nor claims know it."""
    for line in kept("actors", ledger.actors):
        if line.id == number:
            return line
    if actor:
        return ActorLine(number, actor.name, actor.kind, 0, 0)
    named = next((finding.force for finding in findings if finding.force), None)
    return ActorLine(number, named.name, None, 0, len(findings)) if named else None


def pictures(findings: Sequence[Finding], lines: dict[str, ClaimLine]) -> dict[str, Any]:
    """Return the charts of a force: stock, totals, flows and ceilings, each in a panel of its own."""
    stock, totals, plans = (points_of(findings, lines, measure) for measure in ("stock", "total", "ceiling"))
    return {
        "stock": stock_band(stock, deadlines_for(findings), of_points(stock, _("Said to be there: %(said)s"))),
        "totals": totals_steps(totals, of_points(totals, _("Said ever to have come: %(said)s"))),
        "flows": flows_bars(flows_of(findings, lines)),
        "plans": ceilings(plans),
    }


def on_the_way(findings: Sequence[Finding]) -> list[str]:
    """Return the claims of recruitment, movement and pay, at most so many as a page reads."""
    return [claim for finding in findings if finding.type in TYPES for claim in finding.claims][:ON_THE_WAY]


def way_of(told: Sequence[ClaimLine]) -> dict[str, Any]:
    """Return the way of a force's recruits, and the claims of what they are paid."""
    stages = stages_of(told)
    pay = [line for line in told if line.claim.claim.type == "pay"]
    return {"way": route(stages, legs_of(told, stages)) if stages else None, "pay": pay}


def voices(number: str, findings: Sequence[Finding]) -> dict[str, Any]:
    """Return who says so, with what was withdrawn."""
    gone = ledger.claims_taken_back(number, ON_THE_WAY)
    return {"voices": voices_of(findings, gone), "gone": gone}


def contradicted(findings: Sequence[Finding]) -> list[tuple[Finding, Any]]:
    """Return the open contradictions, each with its finding."""
    return [(finding, one) for finding in findings for one in finding.contradictions if not one.resolved]


def sponsored_by(number: str, packs: Packs) -> list[tuple[Actor, Any]]:
    """Return whom a force sponsors, with the sponsorship."""
    return [
        (actor, sponsor) for actor in packs.actors.values() for sponsor in actor.sponsors if sponsor.actor == number
    ]


def figure_rows(findings: Sequence[Finding], lines: dict[str, ClaimLine], home: str) -> Iterator[Sequence[object]]:
    """Yield every figure that the charts show: the sentence that it rests on, where that stands, its claim's marks."""
    told = {address("claim", number): line for number, line in lines.items()}
    marks = claim_marks(lines.values())
    for measure in ("stock", "total", "flow", "ceiling"):
        for point in points_of(findings, lines, measure):
            line = told[point.link]
            yield (
                measure, point.day, point.until, point.source, point.origin, point.low, point.high, point.qualifier,
                point.denied or None, point.copy or None, home + point.link, line.report.outlet, line.report.day,
                line.report.url, line.words, *marks.get(line.id, Mark("standing")).cells,
            )  # fmt: skip
