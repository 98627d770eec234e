"""What the files of the exports hold, for machines: a Data Package (version 2) and CSVW for each sheet."""

from typing import Any

from musterroll.desk.out.sheets import SHEETS, Column, Sheet

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DATATYPES = {"yearmonth": "gYearMonth"}
MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "geojson": "application/geo+json"}
KEPT = (
    "What was corrected, retracted or held stays in the files, marked in the columns `status` and `pub_status`. "
    "No verdict on what is true."
)


def data_package(publisher: str, home: str, folder: str) -> dict[str, Any]:
    """Return the descriptor; `home` is the site's address and `folder` that of the files, ending in a slash."""
    tables = [table_of(sheet, form, folder) for sheet in SHEETS.values() for form in ("csv", "jsonl")]
    places = {
        "name": "places", "path": f"{folder}places.geojson", "format": "geojson", "mediatype": MEDIA["geojson"],
        "encoding": "utf-8", "title": "Places that claims name, as GeoJSON",
    }  # fmt: skip
    return {
        "$schema": PROFILE,
        "name": "musterroll",
        "title": f"{publisher}: what is said about armed forces, and on whose word",
        "description": KEPT,
        "homepage": home,
        "contributors": [{"title": publisher, "roles": ["publisher"]}],
        "resources": [*tables, places],
    }


def table_of(sheet: Sheet, form: str, folder: str) -> dict[str, Any]:
    """Return a sheet in one form as a resource."""
    return {
        "name": f"{sheet.name}-{form}",
        "type": "table",
        "title": str(sheet.title),
        "description": str(sheet.words),
        "path": f"{folder}{sheet.name}.{form}",
        "format": form,
        "mediatype": MEDIA[form],
        "encoding": "utf-8",
        "schema": {
            "fields": [field_of(column) for column in sheet.columns],
            "primaryKey": ["id"],
            "missingValues": [""],
        },
    }


def field_of(column: Column) -> dict[str, Any]:
    """Return a column as a field."""
    return {"name": column.name, "type": column.type, "description": str(column.words)}


def csvw_of(sheet: Sheet, folder: str) -> dict[str, Any]:
    """Return the description of a sheet's CSV by the W3C's vocabulary."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{folder}{sheet.name}.csv",
        "dc:title": str(sheet.title),
        "dc:description": f"{sheet.words} {KEPT}",
        "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [csvw_column(column) for column in sheet.columns],
            "primaryKey": "id",
        },
    }


def csvw_column(column: Column) -> dict[str, Any]:
    """Return a column as CSVW has it."""
    return {
        "name": column.name,
        "titles": column.name,
        "datatype": DATATYPES.get(column.type, column.type),
        "dc:description": str(column.words),
    }
