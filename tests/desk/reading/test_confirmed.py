"""Reports that editors hold to belong together: apart from what is suggested, and said by editors alone."""

import re

import pytest
from django.test import Client

from musterroll import actions, ledger
from musterroll.records import Person
from tests.desk.case_fixtures import XSS, book, editor, editor_of, made_once, reader  # noqa: F401
from tests.desk.reading.pages import page

EDITOR = Person("Ann Editor (invented)", frozenset({"editor"}))
WHY = "both lean on one paper (invented)"


def suggested_pair(browser: Client) -> tuple[str, str]:
    """Return a report and one that is suggested beside it."""
    for line in ledger.reports(limit=6):
        if found := re.findall(r'href="/reports/([^/"]+)/"', part_of(page(browser, f"/reports/{line.id}/"), "like")):
            return line.id, found[0]
    raise AssertionError("no report has a suggestion")


def part_of(shown: str, name: str) -> str:
    """Return the section of a page whose heading has an id."""
    return shown.split(f'id="{name}"')[1].split("</section>")[0]


def test_what_is_confirmed_stands_apart_on_both_pages(reader: Client) -> None:  # noqa: F811
    """A confirmed report is under "Confirmed by editors" with why and when, not under "Suggested", nor is who named."""
    report, other = suggested_pair(reader)
    actions.confirm_related(other, report, by=EDITOR, why=WHY, at="2026-03-01T12:00:00+00:00")
    for here, there in ((report, other), (other, report)):
        like = part_of(page(reader, f"/reports/{here}/"), "like")
        confirmed, _, suggested = like.partition("Suggested by what")
        assert "Confirmed by editors" in confirmed and f'href="/reports/{there}/"' in confirmed
        assert WHY in confirmed and "1 March 2026" in confirmed and f'href="/reports/{there}/"' not in suggested
        form = reader.get(f"/reports/{here}/", {"format": "json"}).json()
        assert form["related"] == [{"report": there, "why": WHY, "at": "2026-03-01T12:00:00+00:00"}]
        assert "Ann Editor" not in page(reader, f"/reports/{here}/")
    actions.take_back_related(report, other, by=EDITOR, why=WHY)
    like = part_of(page(reader, f"/reports/{report}/"), "like")
    assert "Confirmed by editors" not in like and f'href="/reports/{other}/"' in like


def test_a_retracted_report_is_named_on_no_page(reader: Client) -> None:  # noqa: F811
    """A confirmed report that is retracted leaves the page and the JSON of the other."""
    report, other = suggested_pair(reader)
    actions.confirm_related(report, other, by=EDITOR, why=WHY)
    actions.retract_report(other, by=EDITOR, why="invented: the outlet withdrew it")
    assert other not in part_of(page(reader, f"/reports/{report}/"), "like")
    assert reader.get(f"/reports/{report}/", {"format": "json"}).json()["related"] == []


def test_only_editors_have_the_controls(reader: Client) -> None:  # noqa: F811
    """Forms are on the page for editors alone; what others send is refused, and nothing is said by it."""
    report, other = suggested_pair(reader)
    here, words = f"/editors/reports/{report}/related/", {"act": "confirm", "other": other, "why": WHY}
    for browser, status in ((reader, 302), (editor_of("nobody"), 403), (editor_of("reviewer"), 403)):
        assert here not in page(browser, f"/reports/{report}/")
        assert browser.post(here, words).status_code == status and not ledger.relations(report)
    for role in ("editor", "admin"):
        assert f'action="{here}"' in page(editor_of(role), f"/reports/{report}/")


def test_an_editor_confirms_adds_and_takes_back(editor: Client) -> None:  # noqa: F811
    """By id or by the address of its page, suggested or not; the history names who said what."""
    report, other = suggested_pair(editor)
    here = f"/editors/reports/{report}/related/"
    third = next(line.id for line in ledger.reports(limit=6) if line.id not in (report, other))
    for typed in (other, f"https://roll.example/reports/{third}/?x=1"):
        answer = editor.post(here, {"act": "confirm", "other": typed, "why": WHY})
        assert answer.status_code == 302 and answer["Location"] == f"/reports/{report}/#like"
    assert {one.other_than(report) for one in ledger.related_to(report)} == {other, third}
    assert editor.post(here, {"act": "take back", "other": other, "why": "no more"}).status_code == 302
    assert {one.other_than(report) for one in ledger.related_to(report)} == {third}
    history = page(editor, here)
    assert "no more" in history and "<bdi>editor</bdi>" in history


@pytest.mark.parametrize(
    ("changes", "status"),
    [({"other": "nothing"}, 409), ({"why": " "}, 409), ({"act": "like"}, 400), ({"act": "take back"}, 409)],
)
def test_what_is_refused_keeps_every_typed_word(editor: Client, changes: dict[str, str], status: int) -> None:  # noqa: F811
    """The page says why and holds what was typed, harmless whatever it was; nothing is written."""
    report, other = suggested_pair(editor)
    typed = {"act": "confirm", "other": other, "why": XSS[0], **changes}
    answer = editor.post(f"/editors/reports/{report}/related/", typed)
    shown = answer.content.decode()
    assert answer.status_code == status and f'value="{typed["other"]}"' in shown and 'role="alert"' in shown
    assert ("&lt;script&gt;alert(1)" in shown) == ("why" not in changes) and "<script>alert" not in shown
    assert ledger.relations(report) == ()
    assert editor.get("/editors/reports/nothing/related/").status_code == 404
