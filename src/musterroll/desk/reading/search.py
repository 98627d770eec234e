"""Search: words in the sentences of claims and the titles of reports, with facets; names that have the words first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from musterroll import ledger
from musterroll.desk.environment import address
from musterroll.desk.headings import speaker
from musterroll.desk.marks import COLUMNS as MARKS
from musterroll.desk.marks import marked_claims, marked_reports
from musterroll.desk.reading.facets import chosen, claim_fields, facets_now
from musterroll.desk.reading.kept import kept
from musterroll.desk.reading.lists import as_csv, as_json, asked_form, cursor_of, cursor_text, every, fields_of
from musterroll.desk.reading.quoting import folded
from musterroll.ledger import ClaimFilter, ClaimLine, Cursor, ReportFilter, ReportLine, Slice
from musterroll.reference.packs import Packs

FIELDS = (
    "q", "kind", "force", "place", "type", "source", "outlet", "grade", "since", "until", "finding", "report", "after",
)  # fmt: skip
KINDS = ("claims", "reports")
COLUMNS = (
    "id", "sentence", "type", "polarity", "modality", "force", "place", "source", "min", "max", "approximate", "report",
    "title", "outlet", "day", "url", "status",
)  # fmt: skip
REPORT_COLUMNS = ("id", "title", "outlet", "day", "language", "claims", "url", "status")
PAGE, NAMES, EXAMPLES = 20, 8, 8


@dataclass(frozen=True)
class Name:
    """A force, place or outlet whose name has the words: its kind, name and address."""

    kind: str
    name: str
    address: str


def show(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show what has the words that the address asks for, or give it as a file."""
    fields = fields_of(request, FIELDS)
    kind = fields["kind"] if fields.get("kind") in KINDS else KINDS[0]
    form = asked_form(request)
    if form != "html":
        return as_file(form, kind, fields)
    words, inputs = words_of(fields), claim_fields()
    found = look_up(kind, fields, cursor_of(fields.get("after")), PAGE) if asks(fields) else None
    context = {
        "fields": fields, "kind": kind, "words": words, "inputs": inputs, "set": chosen(inputs, fields), "found": found,
        "after": cursor_text(found.after) if found else None, "kinds": KINDS,
        "wordless": bool(fields.get("q")) and not words,
        "names": names_with(words) if words and "after" not in fields else (),
        "examples": facets_now().force[:EXAMPLES] if found is None else (),
    }  # fmt: skip
    return render(request, "desk/search.html", context)


def words_of(fields: Mapping[str, str]) -> list[str]:
    """Return the words that are searched; signs are none."""
    return re.findall(r"\w+", fields.get("q", ""))


def asks(fields: Mapping[str, str]) -> bool:
    """Say whether the address asks for anything."""
    return bool(words_of(fields)) or any(name not in ("q", "kind", "after") for name in fields)


def look_up(
    kind: str, fields: Mapping[str, str], after: Cursor | None, limit: int
) -> Slice[ClaimLine] | Slice[ReportLine]:
    """Return claims or reports that have all the words and are what the facets ask for."""
    if kind == "reports":
        return ledger.reports(report_filter(fields), after, limit)
    return ledger.claims(claim_filter(fields), after, limit)


def claim_filter(fields: Mapping[str, str]) -> ClaimFilter:
    """Return what an address asks of claims."""
    names = ("force", "place", "type", "source", "outlet", "grade", "since", "until", "finding", "report")
    return ClaimFilter(words=fields.get("q"), **{name: fields[name] for name in names if name in fields})


def report_filter(fields: Mapping[str, str]) -> ReportFilter:
    """Return what an address asks of reports; the facets of claims do not narrow them."""
    names = ("outlet", "since", "until")
    return ReportFilter(words=fields.get("q"), **{name: fields[name] for name in names if name in fields})


def as_file(form: str, kind: str, fields: Mapping[str, str]) -> StreamingHttpResponse:
    """Return all that is found as CSV or JSON; nothing where nothing is asked for."""
    rows: Iterator[Any] = every(lambda after: look_up(kind, fields, after, 500)) if asks(fields) else iter(())
    columns = (*(REPORT_COLUMNS if kind == "reports" else COLUMNS), *MARKS)
    marked = marked_reports if kind == "reports" else marked_claims
    cells: Iterator[Sequence[object]] = ((*cells_of(row), *mark.cells) for row, mark, *_act in marked(rows))
    if form == "csv":
        return as_csv(kind, columns, cells)
    return as_json(kind, (dict(zip(columns, row, strict=True)) for row in cells))


def cells_of(line: ClaimLine | ReportLine) -> Sequence[object]:
    """Return the cells of a claim or a report in the order of its columns."""
    if isinstance(line, ReportLine):
        return (line.id, line.title, line.outlet, line.day, line.language, line.claims, line.url, line.status)
    claim, report = line.claim.claim, line.report
    figure = claim.strength
    names = ("; ".join(link.name or "" for link in line.claim.linked(role)) for role in ("force", "place"))
    return (
        line.id, line.words, claim.type, claim.polarity, claim.modality, *names, speaker(line),
        figure.min if figure else None, figure.max if figure else None, figure.approximate if figure else None,
        report.id, report.title, report.outlet, report.day, report.url, line.status,
    )  # fmt: skip


def names_with(words: Sequence[str]) -> tuple[Name, ...]:
    """Return the forces, places and outlets of the packs whose names have all the words, the shortest first."""
    asked = [folded(word) for word in words]
    known = [name for name, texts in kept("names", all_names) if all(has(texts, word) for word in asked)]
    return tuple(sorted(known, key=lambda name: (len(name.name), name.name))[:NAMES])


def has(texts: str, word: str) -> bool:
    """Say whether a word of folded names begins with a word."""
    return f" {word}" in texts


def all_names() -> tuple[tuple[Name, str], ...]:
    """Return what the packs in force name, each with the words of all its names."""
    return tuple(named_in(ledger.packs()))


def named_in(packs: Packs) -> Iterator[tuple[Name, str]]:
    """Yield what packs name, each with the words of all its names, folded, a space before each."""
    tables: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("force", packs.actors),
        ("place", {f"site:{number}": site for number, site in packs.sites.items()}),
        ("outlet", packs.outlets),
    )
    for kind, table in tables:
        for number, one in table.items():
            words = re.findall(r"\w+", folded(" ".join((one.name, *one.names, *one.arabic))))
            yield Name(kind, one.name, address(kind, number)), "".join(f" {word}" for word in words)
