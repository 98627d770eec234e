"""What is held while it is checked says so wherever it leaves the desk, while it is, and when it is no more."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from musterroll import actions, ledger
from musterroll.desk.out.linked_data import claim_data, finding_data, report_data
from musterroll.ledger import ClaimLine
from musterroll.records import CaseAbout, CaseDraft, Finding, Person
from tests.desk.out.conftest import Corrected, a_finding_told_often, body

EDITOR = Person("an editor", frozenset({"editor"}))
ATOM = "{http://www.w3.org/2005/Atom}"
BEGUN, ENDED, DECIDED = "2031-05-03T10:00:00+00:00", "2031-05-05T10:00:00+00:00", "2031-05-07T10:00:00+00:00"
WHY = "the figure may be another unit's (invented)"


@dataclass(frozen=True)
class Checked:
    """A finding, one of its claims, and the case that holds the claim."""

    finding: Finding
    line: ClaimLine
    case: str


@pytest.fixture
def checked(opened: Path) -> Checked:
    """Have an editor hold a claim that a finding rests on."""
    finding = a_finding_told_often()
    (line,) = ledger.claim_lines([finding.claims[0]])
    draft = CaseDraft(CaseAbout("claim", line.id, line.words), "number", "It is 35.", "35", "a-token")
    number = actions.submit_case(draft, key="k", at="2031-05-01T10:00:00+00:00").case.number
    actions.hold_case(number, by=EDITOR, why=WHY, at=BEGUN)
    return Checked(finding, line, number)


def release(checked: Checked) -> None:
    """End the hold, with nothing decided."""
    actions.release_case(checked.case, by=EDITOR, at=ENDED)


def decline(checked: Checked) -> None:
    """End the hold by the decision that all stays as it is."""
    actions.decide_case(checked.case, "declined", by=EDITOR, why="it says so (invented)", at=DECIDED)


def hold_of(checked: Checked) -> dict[str, str]:
    """Return the hold as JSON has it."""
    return {"kind": "claim", "id": checked.line.id, "case": checked.case, "since": BEGUN, "why": WHY}


def read(client: Client, address: str) -> dict[str, object]:
    """Return a JSON answer."""
    made: dict[str, object] = json.loads(body(client, address))
    return made


def test_the_api_marks_what_is_held_and_what_leans_on_it(client: Client, checked: Checked) -> None:
    """A claim that is held, its report and its finding have the hold and are withheld, alone and in lists."""
    root, report = "/api/v1", checked.line.report.id
    alone = (f"/claims/{checked.line.id}", f"/reports/{report}", f"/findings/{checked.finding.id}")
    lists = (f"/claims?report={report}", "/reports?limit=200", f"/findings?claim={checked.line.id}")
    for path, listed in zip(alone, lists, strict=True):
        found = read(client, root + path)
        assert (found["pub_status"], found["held"]) == ("withheld", [hold_of(checked)]), path
        marked = {one["id"]: one["held"] for one in read(client, root + listed)["data"]}  # type: ignore[attr-defined]
        assert marked[found["id"]] == [hold_of(checked)], listed


@pytest.mark.parametrize("end", [release, decline])
def test_a_hold_that_ended_marks_nothing_any_more(
    client: Client, checked: Checked, end: Callable[[Checked], None]
) -> None:
    """After a release and after a decision nothing in the API and the files is held."""
    end(checked)
    found = read(client, f"/api/v1/findings/{checked.finding.id}")
    assert (found["pub_status"], found["held"]) == ("usable", [])
    for name in ("findings", "claims"):
        assert {row["held_since"] for row in rows_of(client, f"/exports/{name}.csv")} == {""}


def rows_of(client: Client, address: str) -> list[dict[str, str]]:
    """Return the rows of a CSV."""
    return list(csv.DictReader(io.StringIO(body(client, address), newline="")))


def test_every_file_has_a_column_for_what_is_held(client: Client, checked: Checked) -> None:
    """In each sheet and each list's file the rows that are held say so, and the others say that they are not."""
    finding, line = checked.finding, checked.line
    held = {
        "/exports/findings.csv": finding.id,
        "/exports/claims.csv": line.id,
        "/findings/?format=csv": finding.id,
        f"/search/?report={line.report.id}&format=csv": line.id,
        "/search/?kind=reports&outlet=" + (line.report.outlet or "") + "&format=csv": line.report.id,
        "/reports/?format=csv": line.report.id,
    }
    for address, number in held.items():
        rows = rows_of(client, address)
        marks = {row["id"]: (row["pub_status"], row["held_since"], row["held_by"]) for row in rows}
        assert marks[number] == ("withheld", BEGUN, checked.case), address
        assert {mark for mark in marks.values() if mark[0] == "usable"} <= {("usable", "", "")}, address
        as_json = address.replace("csv", "jsonl" if "exports" in address else "json")
        assert BEGUN in body(client, as_json), as_json


def test_the_pages_files_of_one_thing_are_marked_too(client: Client, checked: Checked) -> None:
    """The JSON of a finding, a claim and a report, and of a force's and a place's findings, has the hold."""
    finding, line = checked.finding, checked.line
    assert finding.force and finding.place
    for address in (
        f"/findings/{finding.id}/", f"/claims/{line.id}/", f"/reports/{line.report.id}/",
        f"/forces/{finding.force.id}/", f"/places/{finding.place.id}/",
    ):  # fmt: skip
        assert checked.case in body(client, f"{address}?format=json"), address


def test_the_evidence_of_a_commitment_is_marked(client: Client, opened: Path) -> None:
    """A commitment with a claim that is held is held in its JSON, in the list, and in the row of that claim."""
    holding = next(one for one in ledger.holdings() if one.evidence)
    claim = holding.evidence[0].claim
    draft = CaseDraft(CaseAbout("claim", claim, "…"), "number", "It is 35.", "35", "a-token")
    number = actions.submit_case(draft, key="k").case.number
    actions.hold_case(number, by=EDITOR, why=WHY)
    rows = rows_of(client, f"/commitments/{holding.id}/?format=csv")
    assert {row["claim"] for row in rows if row["held_by"] == number} == {claim}
    assert {row["id"] for row in rows_of(client, "/commitments/?format=csv") if number in row["held_by"]} >= {
        holding.id
    }
    for address in (f"/commitments/{holding.id}/?format=json", f"/api/v1/commitments/{holding.id}"):
        assert [one["case"] for one in read(client, address)["held"]] == [number]  # type: ignore[attr-defined]


def entry_in(client: Client, feed: str, address: str) -> dict[str, object] | None:
    """Return the entry of a JSON feed whose id ends with an address."""
    items = json.loads(body(client, f"{feed}.json"))["items"]
    return next((item for item in items if item["id"].endswith(address)), None)


def test_a_feed_says_when_a_hold_begins_and_when_it_ends(client: Client, checked: Checked) -> None:
    """An old finding comes back with each turn of a hold: a new `updated`, a word in the title while it lasts."""
    address = f"/findings/{checked.finding.id}/"
    entry = entry_in(client, "/feeds/findings", address)
    assert entry and str(entry["title"]).startswith("Held while it is checked: ") and WHY in str(entry["content_text"])
    assert datetime.fromisoformat(str(entry["date_modified"])) == datetime.fromisoformat(BEGUN)
    assert entry["_musterroll"] == {"status": "standing", "pub_status": "withheld", "held": [hold_of(checked)]}
    release(checked)
    entry = entry_in(client, "/feeds/findings", address)
    assert entry and not str(entry["title"]).startswith("Held") and "was held from" in str(entry["content_text"])
    assert datetime.fromisoformat(str(entry["date_modified"])) == datetime.fromisoformat(ENDED)


def test_atom_and_rss_mark_a_hold_as_a_category(client: Client, checked: Checked) -> None:
    """The entry that is held has the category "held" in Atom and in RSS; no other entry has."""
    atom = ElementTree.fromstring(body(client, "/feeds/findings.atom"))
    held = [one for one in atom.findall(f"{ATOM}entry") if any(c.get("term") == "held" for c in one.iter())]
    assert held and all((one.findtext(f"{ATOM}title") or "").startswith("Held") for one in held)
    assert {one.findtext(f"{ATOM}updated") for one in held} == {BEGUN}
    rss = ElementTree.fromstring(body(client, "/feeds/findings.rss"))
    items = [one for one in rss.iter("item") if "held" in [c.text for c in one.findall("category")]]
    assert len(items) == len(held)


def test_the_log_keeps_a_hold_that_ended(client: Client, checked: Checked) -> None:
    """What was quoted stays: the log's entry of a hold keeps its address and says that and when it ended."""
    address = f"/corrections/log/{checked.case}/"
    assert entry_in(client, "/feeds/corrections", address)
    release(checked)
    entry = entry_in(client, "/feeds/corrections", address)
    assert entry and "held no more" in str(entry["title"])
    moments = [datetime.fromisoformat(str(entry[name])) for name in ("date_published", "date_modified")]
    assert moments == [datetime.fromisoformat(one) for one in (BEGUN, ENDED)]
    assert "Held no more" in body(client, address) and "Held no more" in body(client, "/corrections/?class=held")
    found = read(client, f"/api/v1/corrections/{checked.case}")
    assert (found["outcome"], found["held_until"]) == ("held", ENDED)
    assert [row["held_until"] for row in rows_of(client, "/corrections/?class=held&format=csv")] == [ENDED]


def test_structured_data_says_what_is_held(client: Client, checked: Checked) -> None:
    """Claim and finding are "held" as works; of a report that is said of our page on it, not of its publisher's."""
    request = client.get("/").wsgi_request
    assert claim_data(request, checked.line)["creativeWorkStatus"] == "held"
    assert finding_data(request, checked.finding, [])["creativeWorkStatus"] == "held"
    made = report_data(request, ledger.report(checked.line.report.id))
    assert made["mainEntityOfPage"]["creativeWorkStatus"] == "held" and "creativeWorkStatus" not in made


def test_a_citation_says_what_is_held(client: Client, checked: Checked) -> None:
    """Who cites what is held is told so in the citation."""
    for address in (f"/findings/{checked.finding.id}/", f"/claims/{checked.line.id}/"):
        assert "held in this register while it is checked" in body(client, address)


def test_holds_cost_no_query_a_row(client: Client, checked: Checked) -> None:
    """A file of all findings, some of them held, takes a handful of queries and not one a row."""
    body(client, "/exports/findings.csv")
    with CaptureQueriesContext(connection) as made:
        body(client, "/exports/findings.csv")
    assert len(made) < 20 < ledger.counts()["findings"]


def test_what_was_corrected_says_before_and_after_in_every_row(client: Client, corrected: Corrected) -> None:
    """Findings that changed, claims that were mended and what a retraction took away have the facts that differ."""
    rows = {row["id"]: row for row in rows_of(client, "/exports/findings.csv")}
    for number in corrected.gone:
        assert rows[number]["before"] and not rows[number]["after"] and rows[number]["pub_status"] == "canceled"
    assert all(rows[number]["corrected_why"] for number in corrected.changed)
    assert any("min: 77" in rows[number]["after"] for number in corrected.changed)
    claims = {row["id"]: row for row in rows_of(client, "/exports/claims.csv")}
    mended = claims[corrected.mended_claim]
    assert mended["after"] == "min: 77; max: 77" and mended["before"].startswith("min: ")
    assert "77" not in mended["before"]
    taken = [row for row in claims.values() if row["report"] == corrected.retracted_report]
    assert {(row["before"], row["after"]) for row in taken} == {("status: standing", "status: retracted")}
    log = rows_of(client, "/exports/corrections.csv")
    assert any("→" in row["moved"] for row in log) and any(": gone" in row["moved"] for row in log)


def test_the_api_gives_before_and_after_on_every_thing(client: Client, corrected: Corrected) -> None:
    """`correction` on a finding, a claim and a report says when, why, by which judgement, and what differs."""
    gone = read(client, f"/api/v1/findings/{sorted(corrected.gone)[0]}")
    claim = read(client, f"/api/v1/claims/{corrected.mended_claim}")
    report = read(client, f"/api/v1/reports/{corrected.retracted_report}")
    known = {act.id for act in ledger.judgements()}
    for found in (gone, claim, report):
        assert found["correction"]["judgement"] in known and found["correction"]["why"]  # type: ignore[index]
    assert gone["correction"]["after"] is None and gone["pub_status"] == "canceled"  # type: ignore[index]
    assert claim["correction"]["after"] == {"min": "77", "max": "77"}  # type: ignore[index]
    assert report["correction"]["after"] == {"status": "retracted"}  # type: ignore[index]
