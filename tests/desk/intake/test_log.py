"""The public log: filters, formats, and one address an entry."""

import csv
import io
import json

import pytest
from django.test import Client

from musterroll import actions
from musterroll.records import Person
from tests.desk.case_fixtures import a_line, sent

ED = Person("Ed", frozenset({"editor"}))


def decided(reader: Client, editor: Client, **typed: str) -> str:
    """Send a correction and accept it as a note; return its number."""
    number, _address = sent(reader, wrong="It was wrong.", **typed)
    words = {"wrong": "=1+1", "right": "Right.", "why": "So it is."}
    answer = editor.post(f"/editors/cases/{number}/", {"act": "accept", "step": "note", **words})
    assert answer.status_code == 302, answer.content.decode()
    return number


def test_filters_keep_what_they_name(reader: Client, editor: Client) -> None:
    """Class, report, force and day keep exactly the entries that they name; declined ones show when asked for."""
    line = a_line()
    noted = decided(reader, editor, about=f"report:{line.report.id}")
    declined, _address = sent(reader, f"claim:{line.id}")
    editor.post(f"/editors/cases/{declined}/", {"act": "decline", "why": "It stands."})
    act = actions.retract_report(line.report.id, by=ED, why="A hoax.", at="2026-01-02T03:04:05+00:00").judgement.id

    def listed(query: str) -> set[str]:
        return {
            one["id"]
            for one in json.loads(b"".join(reader.get(f"/corrections/?format=json&{query}").streaming_content))[
                "corrections"
            ]
        }

    assert listed("") == {noted, act}
    assert listed("class=declined") == {declined}
    assert listed("class=refiled") == {noted}
    assert listed(f"report={line.report.id}") == {noted, act}
    assert listed("report=nope") == set()
    assert listed("force=grey-column") == listed("force=Grey+Column") == {noted, act}
    assert listed("force=blue-guard") == set()
    assert listed("since=2026-01-02&until=2026-01-02") == {act}
    assert listed("since=nonsense&class=nonsense") == {noted, act}


def test_a_retraction_shows_what_relied_on_it(reader: Client, editor: Client) -> None:
    """A retraction without a case is in the log with every finding that it moved, and at an address of its own."""
    line = a_line()
    act = actions.retract_report(line.report.id, by=ED, why="A hoax.").judgement.id
    page = reader.get(f"/corrections/log/{act}/").content.decode()
    assert (
        "A hoax." in page
        and "Withdrawn" in page
        and "<del>" in page
        and "Ed" not in page.split("<main")[1].split("</main")[0].split()
    )
    assert reader.get("/corrections/log/nope/").status_code == 404


def test_the_table_is_safe_for_spreadsheets(reader: Client, editor: Client) -> None:
    """A cell that a spreadsheet would run is marked as text; rows and entries agree with the page."""
    number = decided(reader, editor)
    text = b"".join(reader.get("/corrections/?format=csv").streaming_content).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["id"] for row in rows] == [number] and rows[0]["wrong"] == "'=1+1"


def test_pages_of_the_log_follow_each_other(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over several pages every entry shows once, the newest first; entries of one second in the order they were done."""
    monkeypatch.setattr("musterroll.desk.intake.log.PAGE", 4)
    line = a_line()
    for turn in range(14):
        act = actions.reject_claim if turn % 2 == 0 else actions.reopen_claim
        act(line.id, by=ED, why=f"turn {turn}", at=f"2026-01-02T03:04:{turn // 7:02}+00:00")
    seen, address = [], "/corrections/"
    while address:
        page = reader.get(address).content.decode()
        seen += [int(part.split("<")[0]) for part in page.split(">turn ")[1:]]
        address = "/corrections/" + page.split('rel="next" href="')[1].split('"')[0] if 'rel="next"' in page else ""
    assert seen == list(reversed(range(14)))


def test_an_act_that_was_dated_back_stands_at_its_day(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log goes by when things were done, in whatever order they were written down, whatever their offset."""
    monkeypatch.setattr("musterroll.desk.intake.log.PAGE", 1)
    line, times = a_line(), ("2026-01-05T12:00:00+00:00", "2026-01-02T12:00:00+00:00", "2026-01-05T12:30:00+02:00")
    for turn, at in enumerate(times):
        act = actions.reject_claim if turn % 2 == 0 else actions.reopen_claim
        act(line.id, by=ED, why=f'turn {turn} "at":"1999-01-01T00:00:00+00:00"', at=at)
    seen, address = [], "/corrections/"
    while address:
        page = reader.get(address).content.decode()
        seen += [part[0] for part in page.split(">turn ")[1:]]
        address = "/corrections/" + page.split('rel="next" href="')[1].split('"')[0] if 'rel="next"' in page else ""
    assert seen == ["0", "2", "1"]
