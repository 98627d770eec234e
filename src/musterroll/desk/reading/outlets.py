"""Outlets and sources: who published what, whose wires they carry, what changed in their copies, what was corrected."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render

from musterroll import ledger
from musterroll.desk.marks import COLUMNS as MARKS
from musterroll.desk.marks import marked_reports
from musterroll.desk.reading.kept import kept
from musterroll.desk.reading.lists import as_csv, as_json, asked_form, cursor_of, cursor_text, fields_of, not_found
from musterroll.desk.reading.names import kind_name
from musterroll.desk.reading.portions import has_words, portion
from musterroll.desk.reading.publishers import Publisher, found, publishers
from musterroll.ledger import OriginLine, ReportLine
from musterroll.records import Chain, Drift

FIELDS = ("words", "kind", "country", "interest", "after")
COLUMNS = ("id", "name", "kind", "country", "interest", "hosts", "reports", "first", "last", "claims")
PAGE = 30
LOOKED_AT = 60  # newest reports whose chains one page counts
ON_ITS_WORD = 20
SOURCES = 60


@dataclass(frozen=True)
class Habits:
    """What the chains of an outlet's reports show.

    `first` counts the claims that no earlier report here has, `repeated` those that one has. `wires` are the agencies
    whose text or word it carries, `from_whom` the outlets and agencies it repeats, each with the number of claims.
    `drift` counts its own changes by field, `changes` are the changes themselves, with the claim of each.
    """

    reports: int
    first: int
    repeated: int
    wires: tuple[tuple[str, int], ...]
    from_whom: tuple[tuple[str, int], ...]
    drift: tuple[tuple[str, int], ...]
    changes: tuple[tuple[str, Drift], ...]


def show_all(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the outlets and agencies that the address asks for and the sources behind the claims, or give them."""
    fields = fields_of(request, FIELDS)
    rows = [one for one in publishers() if answers(one, fields)]
    form = asked_form(request)
    if form == "csv":
        return as_csv("outlets", COLUMNS, (cells_of(one) for one in rows))
    if form == "json":
        return as_json("outlets", (dict(zip(COLUMNS, cells_of(one), strict=True)) for one in rows))
    shown, after = portion(rows, fields.get("after"), lambda one: one.id)
    kinds = sorted({one.kind for one in publishers() if one.kind}, key=kind_name)
    sources = kept("origins", most_told) if not fields.get("after") else ()
    context = {"shown": shown, "fields": fields, "after": after, "total": len(rows), "kinds": kinds, "sources": sources}
    return render(request, "desk/outlets.html", context)


def most_told() -> tuple[OriginLine, ...]:
    """Return the origins that most claims go back to."""
    return ledger.origins(SOURCES)


def answers(one: Publisher, fields: Mapping[str, str]) -> bool:
    """Say whether a publisher has what the fields ask for."""
    if fields.get("kind") and one.kind != fields["kind"]:
        return False
    if fields.get("country") and (one.country or "").casefold() != fields["country"].casefold():
        return False
    if fields.get("interest") == "known" and not one.interest:
        return False
    aliases = (*one.outlet.names, *one.outlet.arabic) if one.outlet else ()
    return has_words(fields.get("words"), one.name, one.interest, *one.hosts, *one.names, *aliases)


def cells_of(one: Publisher) -> Sequence[object]:
    """Return a publisher's cells in the order of COLUMNS."""
    return (
        one.id, one.name, one.kind, one.country, one.interest, "; ".join(one.hosts), one.reports, one.first, one.last,
        one.claims,
    )  # fmt: skip


def show(request: HttpRequest, number: str) -> HttpResponse | StreamingHttpResponse:
    """Show one outlet, agency or source; its reports as CSV, all of it as JSON."""
    one = found(number)
    if one is None:
        return not_found(request, f"no outlet or source {number} in the ledger")
    after = request.GET.get("after")
    form = asked_form(request)
    reports = ledger.published(one.hosts, one.names, cursor_of(after), LOOKED_AT if not after else PAGE)
    if form == "csv":
        return as_csv(f"reports-of-{one.id}", (*ReportLine.__annotations__, *MARKS), rows_of(one))
    habits = habits_of(one, reports.rows) if not after else None
    if form == "json":
        return JsonResponse(form_of(one, habits))
    shown = reports.rows[:PAGE]
    more = cursor_text(reports.after) if len(reports) <= PAGE else f"{shown[-1].day or ''}~{shown[-1].id}"
    context = {
        "one": one, "shown": shown, "after": more, "habits": habits,
        "fields": {"after": after} if after else {},
        "told": ledger.on_the_word_of(one.id, one.name, ON_ITS_WORD) if not after else (),
        "judged": corrections_on(reports.rows), "standing": {line.id: line for line in reports},
    }  # fmt: skip
    return render(request, "desk/outlet.html", context)


def rows_of(one: Publisher) -> Iterable[Sequence[object]]:
    """Yield every report of a publisher with its marks, slice after slice."""
    after = None
    while True:
        lines = ledger.published(one.hosts, one.names, after, 500)
        yield from ((*asdict(line).values(), *mark.cells) for line, mark in marked_reports(lines))
        after = lines.after
        if after is None:
            return


def form_of(one: Publisher, habits: Habits | None) -> dict[str, Any]:
    """Return a publisher as JSON."""
    return {**dict(zip(COLUMNS, cells_of(one), strict=True)), "habits": asdict(habits) if habits else None}


def corrections_on(lines: Iterable[ReportLine]) -> list[Any]:
    """Return what editors judged about these reports, the newest first."""
    return list(reversed(ledger.judgements_on(line.id for line in lines)))[:PAGE]


def habits_of(one: Publisher, lines: Sequence[ReportLine]) -> Habits:
    """Return what the chains of these reports show; they are an outlet's newest."""
    own = {line.id for line in lines}
    chains = ledger.chains_in(own)
    wires, from_whom = Counter[str](), Counter[str]()
    for chain in chains:
        wires.update({link.who for link in chain.links if link.role == "agency" and not is_own(link.who, one)})
        if chain.first != chain.claim:
            from_whom.update(givers_of(chain, one))
    changes = [(chain.claim, drift) for chain in chains for drift in chain.drift if drift.report in own]
    repeated = sum(1 for chain in chains if chain.first != chain.claim)
    fields = Counter(drift.field for _, drift in changes)
    return Habits(
        len(own), len(chains) - repeated, repeated, tuple(wires.most_common(12)), tuple(from_whom.most_common(12)),
        tuple(fields.most_common()), tuple(changes[:40]),
    )  # fmt: skip


def givers_of(chain: Chain, one: Publisher) -> set[str]:
    """Return the outlets and agencies of a chain before the last, but the outlet itself."""
    return {link.who for link in chain.links[:-1] if link.role in ("outlet", "agency") and not is_own(link.who, one)}


def is_own(who: str, one: Publisher) -> bool:
    """Say whether a name in a chain is the outlet's own."""
    aliases = (*one.outlet.names, one.outlet.name) if one.outlet else ()
    return who.casefold() in {name.casefold() for name in (one.name, *one.names, *one.hosts, *aliases)}
