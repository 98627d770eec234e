"""A correction from the reader who sends it to the log that shows it."""

import json

from django.test import Client

from musterroll import ledger
from musterroll.ledger import CorrectionFilter, FindingFilter
from tests.desk.case_fixtures import a_line, sent


def test_a_correction_is_sent_accepted_and_shown(reader: Client, editor: Client) -> None:
    """A reader's correction mends a claim: the finding changes, and page, log, CSV and JSON show before → after."""
    line = a_line()
    old = line.claim.claim.strength.min
    number, address = sent(reader, f"claim:{line.id}", right="7 fighters")
    page = f"/editors/cases/{number}/"
    assert editor.post(page, {"act": "claim"}).status_code == 302
    assert editor.post(page, {"act": "hold", "note": "Being checked."}).status_code == 302
    assert [(one.id, one.case, one.report) for one in ledger.holds()] == [(line.id, number, line.report.id)]
    diff = {"step": "mend", "claim": line.id, "f-min": "7", "f-max": "7"}
    before = [one.min for one in ledger.findings(FindingFilter(claim=line.id))]
    preview = editor.post(page, {"act": "preview", **diff}).content.decode()
    assert "Preview" in preview and "<ins><bdi>7" in preview
    assert [one.min for one in ledger.findings(FindingFilter(claim=line.id))] == before
    words = {"wrong": f"It said {old}.", "right": "It is 7.", "why": "The report says 7."}
    answer = editor.post(page, {"act": "accept", **diff, **words})
    assert answer.status_code == 302, answer.content.decode()
    assert [one.min for one in ledger.findings(FindingFilter(claim=line.id))] == [7]
    assert ledger.holds() == ()
    followed = reader.get(address).content.decode()
    assert "Exactly what was mended" in followed and "It is 7." in followed
    log = reader.get("/corrections/").content.decode()
    assert number in log and "It is 7." in log and "<del>" in log
    form = json.loads(b"".join(reader.get("/corrections/?format=json").streaming_content))["corrections"][0]
    assert form["case"] == number and form["mended"][0]["fields"] == {"min": "7", "max": "7"}
    assert number in b"".join(reader.get("/corrections/?format=csv").streaming_content).decode()
    assert ledger.corrections(CorrectionFilter(force="grey-column")).rows[0].case == number
    assert ledger.corrections(CorrectionFilter(force="blue-guard")).rows == ()
