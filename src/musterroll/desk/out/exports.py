"""Exports: whole sheets as CSV and JSON Lines, places as GeoJSON, and what describes them. Streamed, never held."""

import json
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from musterroll import ledger
from musterroll.desk import installation
from musterroll.desk.out.descriptions import csvw_of, data_package
from musterroll.desk.out.freshness import KEPT, validated
from musterroll.desk.out.named import places
from musterroll.desk.out.sheets import SHEETS, Column, Sheet
from musterroll.desk.out.site import permanent_or_none, root_of
from musterroll.desk.reading.lists import as_csv, streamed
from musterroll.ledger import PlaceLine

FOLDER = "/exports/"


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the page of exports."""
    return render(request, "desk/out/exports.html", {"sheets": SHEETS.values(), "counts": ledger.counts()})


@require_safe
def sheet_file(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """Give a sheet as CSV or as JSON Lines."""
    sheet = SHEETS.get(name)
    if sheet is None or form not in ("csv", "jsonl"):
        raise Http404
    response = csv_of(sheet) if form == "csv" else jsonl_of(sheet)
    patch_cache_control(response, public=True, max_age=KEPT)
    return response


def csv_of(sheet: Sheet) -> StreamingHttpResponse:
    """Return a sheet as CSV."""
    rows = ([cell_of(column, row) for column in sheet.columns] for row in sheet.rows())
    return as_csv(sheet.name, [column.name for column in sheet.columns], rows)


def cell_of(column: Column, row: Any) -> object:
    """Return a cell as CSV has it: true and false in small letters."""
    value = column.cell(row)
    return str(value).lower() if isinstance(value, bool) else value


def jsonl_of(sheet: Sheet) -> StreamingHttpResponse:
    """Return a sheet as JSON Lines, one object a line; what is not known is null."""
    lines = (line_of({column.name: value_of(column, row) for column in sheet.columns}) for row in sheet.rows())
    return streamed(lines, "application/jsonl; charset=utf-8", f"{sheet.name}.jsonl")


def value_of(column: Column, row: Any) -> object:
    """Return a value as JSON has it: an empty word is none."""
    value = column.cell(row)
    return None if value == "" else value


def line_of(form: dict[str, Any]) -> str:
    """Return one line of JSON."""
    return json.dumps(form, ensure_ascii=False, default=str) + "\n"


@require_safe
def places_file(request: HttpRequest) -> HttpResponseBase:
    """Give the places that claims name, as GeoJSON (RFC 7946)."""
    response = streamed(geojson_lines(request), "application/geo+json; charset=utf-8", "places.geojson")
    patch_cache_control(response, public=True, max_age=KEPT)
    return response


def geojson_lines(request: HttpRequest) -> Iterator[str]:
    """Yield a FeatureCollection, a feature a line."""
    yield '{"type": "FeatureCollection", "features": ['
    for at, line in enumerate(places()):
        yield (",\n" if at else "\n") + json.dumps(feature_of(request, line), ensure_ascii=False)
    yield "\n]}\n"


def feature_of(request: HttpRequest, line: PlaceLine) -> dict[str, Any]:
    """Return a place as a feature; one whose point is not known has no geometry and is not left out."""
    pin = line.pin
    return {
        "type": "Feature",
        "id": line.id,
        "geometry": {"type": "Point", "coordinates": [pin.lon, pin.lat]} if pin else None,
        "properties": {
            "name": line.name,
            "country": pin.country or None if pin else None,
            "precision": pin.precision if pin else None,
            "claims": line.claims,
            "address": permanent_or_none(request, "place", line.id),
        },
    }


@require_safe
def package(request: HttpRequest) -> HttpResponseBase:
    """Give the Data Package descriptor of all files."""
    root = root_of(request)
    described = data_package(installation.publisher(), f"{root}/", f"{root}{FOLDER}")
    return validated(request, JsonResponse(described, json_dumps_params={"ensure_ascii": False, "indent": 1}))


@require_safe
def sheet_description(request: HttpRequest, name: str) -> HttpResponseBase:
    """Give the CSVW description of a sheet's CSV."""
    if name not in SHEETS:
        raise Http404
    described = csvw_of(SHEETS[name], f"{root_of(request)}{FOLDER}")
    response = JsonResponse(described, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response.headers["Content-Type"] = "application/csvm+json; charset=utf-8"
    return validated(request, response)
