"""Places: the map and the list in view, and one place with the forces said to be there over time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render

from musterroll import ledger
from musterroll.desk.charts import Point, stock_band
from musterroll.desk.environment import address, query
from musterroll.desk.headings import force_name, type_name
from musterroll.desk.maps import Pin, map_of, pins_geojson
from musterroll.desk.marks import findings_forms
from musterroll.desk.reading.due import deadlines_for
from musterroll.desk.reading.figures import claims_shown, points_in
from musterroll.desk.reading.kept import kept
from musterroll.desk.reading.lists import as_csv, as_json, asked_form, fields_of, not_found
from musterroll.desk.reading.portions import has_words, portion
from musterroll.ledger import ClaimLine, FindingFilter, PlaceLine
from musterroll.records import TYPES, Finding, Named
from musterroll.reference.packs import Packs, Site

FIELDS = ("place", "words", "type", "country", "precision", "bbox", "after")
COLUMNS = ("id", "name", "latitude", "longitude", "country", "precision", "claims", "by_type")
MOST = 100  # findings that one page draws
SENTENCES = 90
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Presence:
    """A force at a place: its findings there, and the last that is about how many."""

    force: Named | None
    findings: tuple[Finding, ...]
    counted: Finding | None

    @property
    def first(self) -> str | None:
        """The day of the first report."""
        return min((one.first for one in self.findings if one.first), default=None)

    @property
    def last(self) -> str | None:
        """The day of the last report."""
        return max((one.last for one in self.findings if one.last), default=None)


def show_all(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show the places that the address asks for on a map and as a list, or give them as a file."""
    fields = fields_of(request, FIELDS)
    rows = found(fields)
    form = asked_form(request)
    if form == "csv":
        return as_csv("places", COLUMNS, (cells_of(line) for line in rows))
    if form == "json":
        return as_json("places", (form_of(line) for line in rows))
    shown, after = portion(rows, fields.get("after"), lambda line: line.id)
    asked = {name: value for name, value in fields.items() if name != "after"}
    pins = address("map-data") + query(asked)
    picture = map_of([pin_of(row) for row in rows], pins, address("places"))
    context = {
        "shown": shown, "fields": fields, "after": after, "total": len(rows), "map": picture, "types": TYPES,
        "countries": sorted({line.pin.country for line in all_places() if line.pin and line.pin.country}),
    }  # fmt: skip
    return render(request, "desk/places.html", context)


def show_pins(request: HttpRequest) -> JsonResponse:
    """Give the places that the address asks for as GeoJSON."""
    made = pins_geojson(pin_of(line) for line in found(fields_of(request, FIELDS)))
    return JsonResponse(made, content_type="application/geo+json")


def all_places() -> tuple[PlaceLine, ...]:
    """Return every place that standing claims name."""
    return kept("places", ledger.places)


def found(fields: Mapping[str, str]) -> list[PlaceLine]:
    """Return the places that an address asks for, those with most claims first."""
    box = box_of(fields.get("bbox"))
    return [line for line in all_places() if answers(line, fields) and (box is None or lies_in(line, box))]


def answers(line: PlaceLine, fields: Mapping[str, str]) -> bool:
    """Say whether a place has what the fields ask for."""
    country, precision = (line.pin.country, str(line.pin.precision)) if line.pin else ("", "0")
    return (
        (not fields.get("place") or fields["place"] == line.id)
        and (not fields.get("type") or fields["type"] in dict(line.by_type))
        and (not fields.get("country") or fields["country"].casefold() == country.casefold())
        and (not fields.get("precision") or fields["precision"] == precision)
        and has_words(fields.get("words"), line.name)
    )


def box_of(text: str | None) -> Box | None:
    """Return west, south, east and north of "9.3,19.5,25.2,33.2"; None where it is no box."""
    try:
        west, south, east, north = (float(piece) for piece in (text or "").split(","))
    except ValueError:
        return None
    return (west, south, east, north) if south <= north else None


def lies_in(line: PlaceLine, box: Box) -> bool:
    """Say whether a place's point lies in a box; one whose west lies east of its east crosses the date line."""
    if line.pin is None:
        return False
    west, south, east, north = box
    lon = line.pin.lon
    between = west <= lon <= east if west <= east else lon >= west or lon <= east
    return between and south <= line.pin.lat <= north


def pin_of(line: PlaceLine) -> Pin:
    """Return a place as a mark on the map."""
    lat, lon, precision = (line.pin.lat, line.pin.lon, line.pin.precision) if line.pin else (None, None, 3)
    counts = tuple((type_name(kind), told) for kind, told in line.by_type)
    return Pin(line.id, line.name, lat, lon, precision, line.claims, address("place", line.id), counts)


def cells_of(line: PlaceLine) -> Sequence[object]:
    """Return a place's cells in the order of COLUMNS."""
    pin = line.pin
    where = (pin.lat, pin.lon, pin.country, pin.precision) if pin else (None, None, None, None)
    return (line.id, line.name, *where, line.claims, "; ".join(f"{kind} {told}" for kind, told in line.by_type))


def form_of(line: PlaceLine) -> dict[str, Any]:
    """Return a place as JSON."""
    return {**dict(zip(COLUMNS, cells_of(line), strict=True)), "by_type": dict(line.by_type)}


def show(request: HttpRequest, number: str) -> HttpResponse | StreamingHttpResponse:
    """Show one place, or give its findings as JSON, its forces as CSV."""
    line = next((line for line in all_places() if line.id == number), None) or ledger.place(number)
    what = FindingFilter(place=number)
    if line is None:
        return not_found(request, f"no place {number} in the ledger")
    form = asked_form(request)
    if form == "json":
        return as_json("findings", findings_forms(ledger.every(ledger.findings, what)))
    findings = ledger.findings(what, limit=MOST)
    forces = presences(findings.rows)
    if form == "csv":
        return as_csv("forces-at-place", ("id", "name", "findings", "first", "last", "min", "max"), force_rows(forces))
    counted = claims_shown((one for one in findings.rows if one.measure == "stock"), SENTENCES)
    lines = {line.id: line for line in ledger.claim_lines(counted)}
    context = {
        "line": line, "forces": forces, "findings": findings.rows, "more": findings.after is not None,
        "stock": stock_by_force(findings.rows, lines), "site": site_of(number, ledger.packs()),
        "map": map_of([pin_of(line)], address("map-data", place=line.id), address("places")),
    }  # fmt: skip
    return render(request, "desk/place.html", context)


def site_of(number: str, packs: Packs) -> Site | None:
    """Return what the packs say of a site."""
    kind, _, name = number.partition(":")
    return packs.sites.get(name) if kind == "site" else None


def presences(findings: Iterable[Finding]) -> list[Presence]:
    """Return the forces that findings at a place are about, those with most findings first."""
    held: dict[str, list[Finding]] = {}
    for finding in findings:
        held.setdefault(finding.matter.force or "", []).append(finding)
    made = [presence_of(rows) for rows in held.values()]
    return sorted(made, key=lambda one: (-len(one.findings), one.last or "", force_name(one.force)))


def presence_of(findings: Sequence[Finding]) -> Presence:
    """Return one force at a place."""
    counted = [one for one in findings if one.measure == "stock" and (one.min is not None or one.max is not None)]
    newest = max(counted, key=lambda one: (one.matter.period, one.last or ""), default=None)
    return Presence(findings[0].force, tuple(findings), newest)


def force_rows(forces: Iterable[Presence]) -> Iterable[Sequence[object]]:
    """Yield a row for each force at a place."""
    for one in forces:
        low, high = (one.counted.min, one.counted.max) if one.counted else (None, None)
        name = force_name(one.force)
        yield (one.force.id if one.force else None, name, len(one.findings), one.first, one.last, low, high)


def stock_by_force(findings: Iterable[Finding], lines: dict[str, ClaimLine]) -> Any:
    """Return the chart of the stocks at a place, told apart by force."""
    held = [finding for finding in findings if finding.measure == "stock"]
    points = [point for finding in held for point in points_by_force(finding, lines)]
    return stock_band(sorted(points, key=lambda point: point.day or ""), deadlines_for(held))


def points_by_force(finding: Finding, lines: dict[str, ClaimLine]) -> Iterator[Point]:
    """Yield the figures of a finding as its force's; a copy is left out where it only says the same number again."""
    seen: set[tuple[int | None, int | None]] = set()
    for point in points_in(finding, lines):
        if not point.copy or (point.low, point.high) not in seen:
            seen.add((point.low, point.high))
            yield replace(point, origin=force_name(finding.force), copy=False)
