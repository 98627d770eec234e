"""Every view is given as a file too: lists, and pages about one thing."""

import csv
import io
import json

from django.test import Client

from musterroll import ledger
from musterroll.ledger import ClaimFilter


def rows(client: Client, address: str) -> list[dict[str, str]]:
    """Return the rows of a CSV."""
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(b"".join(answer).decode(), newline="")))  # type: ignore[call-overload]


def test_every_view_is_given_as_csv_and_as_json(client: Client) -> None:
    """Whatever a page shows of the ledger can be had as CSV and as JSON at the same address."""
    finding, claim = ledger.findings(limit=1).rows[0], ledger.claims(limit=1).rows[0]
    holding, place = ledger.holdings()[0], next(line for line in ledger.places() if line.pin)
    for address in (
        "/", "/findings/", f"/findings/{finding.id}/", f"/claims/{claim.id}/", f"/chains/{claim.id}/", "/forces/",
        "/forces/wagner-group/", "/places/", f"/places/{place.id}/", "/commitments/", f"/commitments/{holding.id}/",
        "/reports/", f"/reports/{claim.report.id}/", "/outlets/", f"/outlets/{claim.report.outlet}/", "/search/",
        "/corrections/", "/opinions/",
    ):  # fmt: skip
        for form, kind in (("csv", "text/csv"), ("json", "application/json")):
            answer = client.get(address, {"format": form})
            assert answer.status_code == 200 and answer.headers["Content-Type"].startswith(kind), (address, form)
            assert form == "json" or answer.streaming, address


def test_a_finding_as_csv_is_all_that_speaks_for_and_against_it(client: Client) -> None:
    """The rows are the claims and the denials of a finding, in their order, each with its sentence."""
    for finding in ledger.findings(limit=40):
        told = rows(client, f"/findings/{finding.id}/?format=csv")
        assert {row["id"] for row in told} == {*finding.claims, *finding.denials}
        assert all(row["sentence"] and row["report"] for row in told)


def test_a_report_as_csv_has_every_claim_of_it(client: Client) -> None:
    """The rows are the claims that were read from the report, whatever their status."""
    report = ledger.claims(limit=1).rows[0].report.id
    held = {line.id for line in ledger.claims(ClaimFilter(report=report, status=None), limit=1_000)}
    assert {row["id"] for row in rows(client, f"/reports/{report}/?format=csv")} == held


def test_a_chain_as_csv_has_each_step_and_each_change_once(client: Client) -> None:
    """The rows are the links of a chain in their order; what a report of it changed stands in one row."""
    chains = ledger.chains([line.id for line in ledger.claims(limit=300)])
    long = max(chains, key=lambda chain: (len(chain.drift), len(chain.links)))
    told = rows(client, f"/chains/{long.claim}/?format=csv")
    assert [row["who"] for row in told] == [link.who for link in long.links]
    shown = {link.report for link in long.links}
    changes = [f"{one.field}: {one.before or '–'} → {one.after or '–'}" for one in long.drift if one.report in shown]
    assert sorted(word for row in told for word in row["changed"].split("; ") if word) == sorted(changes)


def test_the_front_page_as_a_file_names_where_each_finding_stands(client: Client) -> None:
    """The findings at a glance, the new and the disputed ones are the rows, and the page shows each of them."""
    told, page = rows(client, "/?format=csv"), client.get("/").content.decode()
    given = json.loads(b"".join(client.get("/?format=json")))["overview"]  # type: ignore[call-overload]
    assert [(row["part"], row["id"]) for row in told] == [(one["part"], one["id"]) for one in given]
    assert told and all(f"/findings/{row['id']}/" in page for row in told)
    assert {row["part"] for row in told} <= {"at a glance", "new", "disputed"}
