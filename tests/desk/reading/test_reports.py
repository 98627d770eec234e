"""Reports on the desk: short quotations, where they had it from, copies apart, and what to read beside them."""

import csv
import io
import json
import re

import pytest
from django.test import Client

from musterroll import actions, ledger
from musterroll.ledger import ClaimFilter, FindingFilter, ReportFilter
from musterroll.records import Person, Refusal
from tests.desk.reading.pages import page

EDITOR = Person("an editor", frozenset({"editor"}))


def texts(report: str) -> list[str]:
    """Return the sentences of a report that no claim was read from, those long enough to be told from others."""
    known = ledger.report(report)
    quoted = {line.claim.claim.sentence for line in ledger.claims(ClaimFilter(report=report, status=None), limit=500)}
    rest = (span.of(known.text) for at, span in enumerate(known.sentences) if at not in quoted)
    return [text for text in rest if len(text) > 60]


def test_every_claim_of_a_report_stands_on_its_page(client: Client) -> None:
    """Each claim is quoted there, or named beside the quotation of its sentence."""
    for line in ledger.reports(limit=16):
        shown = page(client, f"/reports/{line.id}/")
        for claim in ledger.claims(ClaimFilter(report=line.id, status=None), limit=200):
            assert f'id="claim-{claim.id}"' in shown


def test_the_public_sees_short_quotations_only(client: Client) -> None:
    """No sentence that no claim was read from is on a report's page, nor in its JSON."""
    looked_at = 0
    for line in ledger.reports(limit=16):
        answers = page(client, f"/reports/{line.id}/"), page(client, f"/reports/{line.id}/", format="json")
        title = line.title or ""
        for text in texts(line.id):
            if text not in title:
                looked_at += 1
                assert not any(text in answer for answer in answers)
    assert looked_at > 4


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("no-armed-force", "Some of what was read from this report was left out"),
        ("unread-language", "in a language that is not read yet"),
        ("", ""),
    ],
)
def test_what_was_left_out_of_a_report_is_said(
    client: Client, monkeypatch: pytest.MonkeyPatch, code: str, says: str
) -> None:
    """A report that was not read, or of which something was left out, says so on its page; others say nothing of it."""
    refused = (Refusal("a.html", code, "for a reason"),) if code else ()
    monkeypatch.setattr(ledger, "refusals_of", lambda report: refused)
    report = next(line.id for line in ledger.reports(limit=16) if line.claims)
    shown = page(client, f"/reports/{report}/")
    words = ("was left out", "is not read yet")
    assert says in shown and (bool(code) or not any(one in shown for one in words))


@pytest.mark.parametrize("role", ["reader-of-full-text", "reviewer", "editor", "admin"])
def test_people_with_a_role_read_the_whole_text(client: Client, role: str) -> None:
    """A user in a role sees the text with its claims marked; one without sees what the public sees."""
    report = next(line.id for line in ledger.reports(limit=16) if line.claims and texts(line.id))
    from django.contrib.auth.models import Group, User

    user = User.objects.create_user("somebody", password="long enough for a test")
    client.force_login(user)
    assert 'id="text"' not in page(client, f"/reports/{report}/")
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    response = client.get(f"/reports/{report}/")
    assert 'id="text"' in response.content.decode() and response.headers["Cache-Control"] == "no-store"
    assert "text" in client.get(f"/reports/{report}/", {"format": "json"}).json()


def test_how_a_day_is_known_is_said(client: Client) -> None:
    """Each report's page says how its day is known, or that it is not."""
    for line in ledger.reports(limit=20):
        shown = page(client, f"/reports/{line.id}/")
        assert ("date unknown" in shown) == (line.day is None)


def test_copies_are_apart_and_never_suggested(client: Client) -> None:
    """What a report repeats and what repeats it stand under copies; the report and they are not under "like"."""
    seen = 0
    for line in [line for line in ledger.reports(limit=100) if ledger.kin(line.id)][:16]:
        shown = page(client, f"/reports/{line.id}/")
        like = shown.split('id="like"')[1].split("</section>")[0]
        kin = [one for one in ledger.kin(line.id) if one.kind in ("copy", "rewrite")]
        for one in kin:
            other = one.earlier if one.later == line.id else one.later
            assert f'href="/reports/{other}/"' in shown.split('id="copies"')[1].split("</section>")[0]
            assert f'href="/reports/{other}/"' not in like
            seen += 1
        assert f'href="/reports/{line.id}/"' not in like
    assert seen > 10


def test_each_suggestion_says_why(client: Client) -> None:
    """Every suggested report has its reason, with a link to what the two share."""
    told = 0
    for line in ledger.reports(limit=16):
        like = page(client, f"/reports/{line.id}/").split('id="like"')[1].split("</section>")[0]
        items = re.findall(r"<li>(.*?)</li>", like, re.DOTALL)
        told += len(items)
        for item in items:
            assert re.search(r'class="small">\s*[A-Z][^<]+<a href="/(?:findings|claims|chains)/', item), item
    assert told > 5


def test_a_report_whose_force_others_told_of_before_never_stands_alone(client: Client) -> None:
    """Where a finding on its force, first told by its day, has a report that repeats nothing of it, one is suggested."""
    tried = 0
    for line in ledger.reports(limit=16):
        shown = page(client, f"/reports/{line.id}/")
        apart = {
            line.id,
            *re.findall(r'href="/reports/([^/"?]+)/"', shown.split('id="copies"')[-1].split("</aside>")[0]),
        }
        own = ledger.findings(FindingFilter(report=line.id)).rows
        forces = {one.matter.force for one in own if one.matter.force}
        told = (ledger.findings(FindingFilter(force=force, until=line.day)).rows for force in forces)
        if len(forces) <= 2 and {report for row in told for one in row for report in one.reports[:4]} - apart:
            tried += 1
            assert "<li>" in shown.split('id="like"')[1].split("</section>")[0], line.id
    assert tried


def test_a_retracted_report_stays_marked(client: Client) -> None:
    """After a retraction the page stands at its address with the reason, its claims marked, and is suggested nowhere."""
    near = [
        (line.id, other)
        for line in ledger.reports(limit=6)
        for other in re.findall(
            r'/reports/([^/"]+)/', page(client, f"/reports/{line.id}/").split('id="like"')[1].split("</section>")[0]
        )
    ]
    beside, gone = near[0]
    actions.retract_report(gone, by=EDITOR, why="invented: the outlet withdrew it")
    shown = page(client, f"/reports/{gone}/")
    assert "invented: the outlet withdrew it" in shown and 'class="mark retracted"' in shown
    assert gone not in page(client, f"/reports/{beside}/").split('id="like"')[1].split("</section>")[0]


@pytest.mark.parametrize(
    "fields",
    [{}, {"outlet": "Libya Review"}, {"since": "2021-01-01"}, {"words": "mercenaries"}, {"status": "standing"}],
)
def test_files_hold_what_the_list_holds(client: Client, fields: dict[str, str]) -> None:
    """CSV and JSON have exactly the reports that the list's filters ask for."""
    wanted = [line.id for line in ledger.reports(ReportFilter(**fields), limit=1000)]
    rows = list(csv.DictReader(io.StringIO(page(client, "/reports/", format="csv", **fields))))
    forms = json.loads(page(client, "/reports/", format="json", **fields))["reports"]
    assert wanted and [row["id"] for row in rows] == [form["id"] for form in forms] == wanted


def test_a_report_opens_the_correction_form_with_itself(client: Client) -> None:
    """The page links to the correction form with the report named."""
    line = next(iter(ledger.reports(limit=1)))
    assert f"about=report%3A{line.id}" in page(client, f"/reports/{line.id}/")


def test_a_report_that_is_not_there_is_said_so(client: Client) -> None:
    """An unknown id gives the status 404."""
    assert client.get("/reports/nothing/").status_code == 404
