"""Exports: every row of the ledger, marked, described, and never held whole."""

import csv
import io
import json
from collections.abc import Iterator

import pytest
from django.test import Client

from musterroll import ledger
from musterroll.desk import marks
from musterroll.desk.out.sheets import SHEETS
from musterroll.ledger import ClaimFilter, FindingFilter, every
from tests.desk.out.conftest import Corrected, body


def rows_of(client: Client, name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV."""
    return list(csv.DictReader(io.StringIO(body(client, f"/exports/{name}.csv"), newline="")))


def lines_of(client: Client, name: str) -> list[dict[str, object]]:
    """Return the rows of JSON Lines."""
    return [json.loads(line) for line in body(client, f"/exports/{name}.jsonl").splitlines()]


def test_every_finding_is_a_row_also_what_was_taken_away(client: Client, corrected: Corrected) -> None:
    """The sheet has the findings that stand and those that are gone, each once, each with where it stands."""
    standing = {one.id for one in every(ledger.findings, FindingFilter())}
    rows = rows_of(client, "findings")
    assert len(rows) == len(standing) + len(corrected.gone) == len(lines_of(client, "findings"))
    status = {row["id"]: row["status"] for row in rows}
    assert set(status) == standing | corrected.gone
    assert {number for number, word in status.items() if word == "retracted"} == corrected.gone
    assert {number for number, word in status.items() if word == "corrected"} == corrected.changed
    assert all(bool(row["corrected_at"]) == (row["status"] != "standing") for row in rows)


def test_every_claim_is_a_row_with_its_status_and_judgement(client: Client, corrected: Corrected) -> None:
    """The sheet has all claims; those of a retracted report are marked, and so is a mended one."""
    wanted = {line.id: line for line in every(ledger.claims, ClaimFilter(status=None))}
    rows = {row["id"]: row for row in rows_of(client, "claims")}
    assert set(rows) == set(wanted) == {line["id"] for line in lines_of(client, "claims")}
    assert {number: row["status"] for number, row in rows.items()} == {
        number: line.status for number, line in wanted.items()
    }
    assert any(row["status"] == "retracted" for row in rows.values())
    mended = rows[corrected.mended_claim]
    assert (mended["judged"], mended["min"], mended["max"]) == ("mend", "77", "77")


def test_every_number_of_the_sheet_opens(client: Client) -> None:
    """Every finding with a figure names claims, and each of them is a row of the claims with its sentence."""
    quotes = {row["id"]: row["quote"] for row in rows_of(client, "claims")}
    figures = [row for row in rows_of(client, "findings") if row["min"] or row["max"]]
    assert figures
    assert all(quotes[claim] for row in figures for claim in row["claims"].split("; "))


def test_csv_and_json_lines_say_the_same(client: Client) -> None:
    """A cell of the CSV is the value of the JSON: empty for null, in small letters for true and false."""
    for name in SHEETS:
        for row, line in zip(rows_of(client, name), lines_of(client, name), strict=True):
            assert row == {key: as_cell(value) for key, value in line.items()}


def as_cell(value: object) -> str:
    """Return a JSON value as its cell."""
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


@pytest.mark.parametrize("name", SHEETS)
def test_the_data_package_and_csvw_describe_the_columns(client: Client, name: str) -> None:
    """Both descriptions name exactly the columns of the file, in its order, each in words."""
    head = next(csv.reader(io.StringIO(body(client, f"/exports/{name}.csv"))))
    package = json.loads(body(client, "/exports/datapackage.json"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    for form in ("csv", "jsonl"):
        (table,) = [one for one in package["resources"] if one["name"] == f"{name}-{form}"]
        assert table["type"] == "table" and table["path"].endswith(f"/exports/{name}.{form}")
        assert [field["name"] for field in table["schema"]["fields"]] == head
        assert all(field["description"] and field["type"] for field in table["schema"]["fields"])
    csvw = json.loads(body(client, f"/exports/{name}.csv-metadata.json"))
    assert csvw["@context"][0] == "http://www.w3.org/ns/csvw"
    assert [column["name"] for column in csvw["tableSchema"]["columns"]] == head


def test_places_are_geojson(client: Client) -> None:
    """Each place that a standing claim names is a feature with its point, longitude first (RFC 7946)."""
    made = json.loads(body(client, "/exports/places.geojson"))
    named = {
        link.id for line in every(ledger.claims, ClaimFilter()) for link in line.claim.links
        if link.kind == "place" and link.verdict == "linked"
    }  # fmt: skip
    assert made["type"] == "FeatureCollection"
    assert {feature["id"] for feature in made["features"]} == named
    for feature in made["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert feature["type"] == "Feature" and -180 <= lon <= 180 and -90 <= lat <= 90
    tripoli = next(feature for feature in made["features"] if feature["properties"]["name"] == "Tripoli")
    assert 12 < tripoli["geometry"]["coordinates"][0] < 14 and 32 < tripoli["geometry"]["coordinates"][1] < 33.5


def test_a_file_is_read_from_the_ledger_as_it_is_sent(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first bytes come when the first rows are read; the rest of the ledger has not been looked at by then."""
    monkeypatch.setattr("musterroll.desk.reading.lists.CHUNK", 5)
    monkeypatch.setattr(marks, "LOT", 10)
    read: list[str] = []
    monkeypatch.setattr(ledger, "every", lambda query, what: noted(every(query, what), read))
    response = client.get("/exports/claims.csv")
    assert response.streaming and not read
    parts = iter(response.streaming_content)
    next(parts)
    assert 0 < len(read) <= 10
    assert b"".join(parts) and len(read) == ledger.counts()["claims"]


def noted(rows: Iterator[object], read: list[str]) -> Iterator[object]:
    """Yield rows and note each."""
    for row in rows:
        read.append("row")
        yield row


@pytest.mark.parametrize("address", ["/exports/accounts.csv", "/exports/findings.xlsx", "/exports/x.csv-metadata.json"])
def test_what_is_no_export_is_not_found(client: Client, address: str) -> None:
    """A sheet or a form that there is not gives 404."""
    assert client.get(address).status_code == 404


def test_the_page_of_exports_names_every_column(client: Client) -> None:
    """The page links each file and says what each column means."""
    shown = body(client, "/exports/")
    for sheet in SHEETS.values():
        assert f'href="/exports/{sheet.name}.csv"' in shown and f'href="/exports/{sheet.name}.jsonl"' in shown
        assert all(f"<code>{column.name}</code>" in shown for column in sheet.columns)
