"""The editors' side: who may do what, one case with one editor, one decision, and a preview that changes nothing."""

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from musterroll import actions, ledger, pipeline
from musterroll.ledger import CaseFilter, ClaimFilter, FindingFilter
from musterroll.records import Link, Person
from tests.desk.case_fixtures import PASSWORD, XSS, a_line, editor_of, sent, unlike
from tests.ledger.invented import a_reading

ED = Person("Ed", frozenset({"editor"}))
PAGES = (
    "/editors/",
    "/editors/audit/",
    "/editors/cases/{number}/",
    "/editors/claims/{claim}/",
    "/editors/reports/{report}/",
    "/editors/actors/grey-column/",
)


def addresses(number: str) -> list[str]:
    """Return every page of the editors' side."""
    line = a_line()
    return [page.format(number=number, claim=line.id, report=line.report.id) for page in PAGES]


def test_nobody_gets_in_without_a_role(reader: Client) -> None:
    """Who is not logged in is asked to; an account without a role, or one that only reads, is told what it lacks."""
    number, _address = sent(reader)
    for address in addresses(number):
        answer = reader.get(address)
        assert answer.status_code == 302 and answer["Location"].startswith("/accounts/login/")
        assert editor_of("nobody").get(address).status_code == 403
        assert editor_of("reader").get(address).status_code == 403
        assert editor_of("reviewer").get(address).status_code == 200
        assert "no-store" in editor_of("editor").get(address)["Cache-Control"]


def test_a_reviewer_proposes_and_an_editor_decides(reader: Client, editor: Client) -> None:
    """A reviewer's accept, hold and mend are refused with the reason; the proposal is filled in for the editor."""
    line = a_line()
    number, _address = sent(reader, f"claim:{line.id}")
    page, reviewer = f"/editors/cases/{number}/", editor_of("reviewer")
    diff = {"step": "mend", "claim": line.id, "f-min": "7", "f-max": "7", "why": "seen", "wrong": "w", "right": "r"}
    for act in ("accept", "decline", "hold"):
        answer = reviewer.post(page, {"act": act, "note": "seen", **diff})
        assert answer.status_code == 409 and "may not" in answer.content.decode()
    assert "Preview: nothing" in reviewer.post(page, {"act": "preview", **diff}).content.decode()
    assert reviewer.post(page, {"act": "propose", **diff}).status_code == 302
    shown = editor.get(page).content.decode()
    assert "A change is proposed" in shown and 'name="f-min" type="text" inputmode="numeric" value="7"' in shown
    assert editor.post(page, {"act": "accept", **diff}).status_code == 302
    decision = ledger.case_file(number).decision
    assert decision is not None and decision.verdict == "accepted" and len(decision.judgements) == 1
    assert reviewer.post(f"/editors/claims/{line.id}/", {"act": "mend", "f-min": "9", "why": "x"}).status_code == 409


def test_a_diff_that_was_changed_is_adjusted(reader: Client, editor: Client) -> None:
    """An editor who accepts something else than what was proposed has adjusted it; its class may be chosen."""
    line = a_line()
    number, _address = sent(reader, f"claim:{line.id}")
    page, words = f"/editors/cases/{number}/", {"why": "seen", "wrong": "w", "right": "r"}
    editor.post(page, {"act": "propose", "step": "mend", "claim": line.id, "f-min": "7", **words})
    editor.post(page, {"act": "accept", "step": "reject", "claim": line.id, "class": "corrected", **words})
    decision = ledger.case_file(number).decision
    assert decision is not None and (decision.verdict, decision.outcome) == ("adjusted", "corrected")


def test_two_editors_do_not_take_one_case(reader: Client, editor: Client) -> None:
    """What one editor has, another can neither take nor decide, until it is put back."""
    number, _address = sent(reader)
    page, other = f"/editors/cases/{number}/", editor_of("admin")
    assert editor.post(page, {"act": "claim"}).status_code == 302
    for act in ("claim", "decline"):
        answer = other.post(page, {"act": act, "why": "no"})
        assert answer.status_code == 409 and "is with editor" in answer.content.decode()
    editor.post(page, {"act": "leave"})
    assert other.post(page, {"act": "claim"}).status_code == 302
    assert ledger.case_file(number).claimed_by == "admin"
    assert number in editor.get("/editors/?tab=strict&with=admin").content.decode()
    assert number not in editor.get("/editors/?tab=strict&with=editor").content.decode()


def test_a_case_is_decided_once(reader: Client, editor: Client) -> None:
    """A second decision is refused and does nothing; reopened, it is decided anew and the thread keeps both."""
    line = a_line()
    number, address = sent(reader, f"report:{line.report.id}")
    page = f"/editors/cases/{number}/"
    diff = {"act": "accept", "step": "retract", "report": line.report.id, "why": "A hoax.", "wrong": "w", "right": "r"}
    assert editor.post(page, diff).status_code == 302
    judged = ledger.judgements()
    again = editor.post(page, diff)
    assert again.status_code == 409 and "decided already" in again.content.decode()
    assert ledger.judgements() == judged
    editor.post(page, {"act": "reopen", "note": "The page is back."})
    assert editor.post(page, {**diff, "step": "restore", "why": "It is no hoax."}).status_code == 302
    assert [event.kind for event in ledger.case_file(number).events].count("decided") == 2
    shown = reader.get(address).content.decode()
    assert "A hoax." in shown and "It is no hoax." in shown


def test_a_retraction_by_a_case_and_its_restoration_leave_the_findings_as_they_were(
    reader: Client, editor: Client
) -> None:
    """Findings change with the retraction that a case led to, and come back with the restoration."""
    line = a_line()
    before = [(one.id, one.min, one.max) for one in ledger.findings(FindingFilter())]
    number, _address = sent(reader, f"report:{line.report.id}")
    page, words = f"/editors/cases/{number}/", {"why": "seen", "wrong": "w", "right": "r"}
    editor.post(page, {"act": "accept", "step": "retract", "report": line.report.id, **words})
    assert [(one.id, one.min, one.max) for one in ledger.findings(FindingFilter())] != before
    editor.post(f"/editors/reports/{line.report.id}/", {"act": "restore", "why": "It is no hoax."})
    assert [(one.id, one.min, one.max) for one in ledger.findings(FindingFilter())] == before


def test_a_preview_changes_nothing(reader: Client, editor: Client) -> None:
    """A preview shows before → after; findings, judgements, notices and the audit stay as they were."""
    line = a_line()
    number, _address = sent(reader, f"claim:{line.id}")

    def whole() -> tuple[object, ...]:
        found = (ledger.findings(FindingFilter(), limit=100), ledger.judgements(), ledger.notices())
        return (*found, ledger.audit_lines(), ledger.case_file(number), ledger.is_stale())

    before = whole()
    diff = {"act": "preview", "step": "reject", "claim": line.id}
    shown = editor.post(f"/editors/cases/{number}/", diff).content.decode()
    assert "Preview: nothing is changed yet" in shown and "<del>" in shown
    shown = editor.post(f"/editors/reports/{line.report.id}/", {"act": "preview-retract"}).content.decode()
    assert "Preview: nothing is changed yet" in shown and "<del>" in shown
    assert whole() == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"act": "accept"}, "nothing is proposed"),
        ({"act": "accept", "step": "mend"}, "choose at least one"),
        ({"act": "accept", "step": "mend", "claim": "{claim}"}, "which field becomes what"),
        ({"act": "accept", "step": "mend", "claim": "{claim}", "f-min": "many"}, "no whole number"),
        ({"act": "accept", "step": "mend", "claim": "{claim}", "f-min": "9", "f-max": "3"}, "9 is"),
        ({"act": "accept", "step": "mend", "claim": "{claim}", "f-force": "nobody-knows"}, "nobody-knows"),
        ({"act": "accept", "step": "reject", "claim": "no-such-claim"}, "no-such-claim"),
        ({"act": "accept", "step": "note", "wrong": ""}, "public log"),
        ({"act": "decline", "why": ""}, "no reason given"),
        ({"act": "propose", "step": "fly"}, "Choose what is to be done"),
        ({"act": "comment", "note": ""}, "no reason given"),
        ({"act": "explode"}, "No such button"),
    ],
)
def test_what_cannot_be_done_says_why_and_keeps_the_words(
    reader: Client, editor: Client, typed: dict[str, str], said: str
) -> None:
    """A refused act answers with its reason, does nothing, and keeps what was typed."""
    line, word = a_line(), unlike()
    number, _address = sent(reader, f"claim:{line.id}")
    words = {"why": f"seen {word}", "wrong": f"w {word}", "right": "r", **typed}
    answer = editor.post(
        f"/editors/cases/{number}/", {key: value.format(claim=line.id) for key, value in words.items()}
    )
    page = answer.content.decode()
    assert answer.status_code in (400, 409) and said in page.replace("&#39;", "'")
    assert word in page
    assert ledger.judgements() == () and ledger.case_file(number).decision is None


def test_a_claim_is_judged_on_its_own_page(editor: Client) -> None:
    """Confirm, take back, mend and reject leave their history on the page; the findings follow."""
    line = a_line()
    page = f"/editors/claims/{line.id}/"
    for act, typed in (
        ("confirm", {}),
        ("reopen", {}),
        ("mend", {"f-min": "7", "f-max": "7"}),
        ("reopen", {}),
        ("reject", {}),
    ):
        assert editor.post(page, {"act": act, "why": f"why {act}", **typed}).status_code == 302
    shown = editor.get(page).content.decode()
    assert all(f"why {act}" in shown for act in ("confirm", "reopen", "mend", "reject"))
    assert ledger.findings(FindingFilter(claim=line.id)).rows == ()
    assert editor.post(page, {"act": "reject", "why": ""}).status_code == 409
    assert editor.get("/editors/claims/nope/").status_code == 404
    assert editor.get("/editors/reports/nope/").status_code == 404


def test_a_field_can_become_unknown(editor: Client) -> None:
    """A ticked box sets a field to unknown, which is not the same as leaving it alone."""
    line = a_line()
    editor.post(f"/editors/claims/{line.id}/", {"act": "mend", "why": "not said", "u-max": "1"})
    mended = ledger.claim(line.id).claim.strength
    assert mended is not None and mended.max is None and mended.min is not None


def test_an_editor_mends_by_name_and_not_by_id(editor: Client) -> None:
    """A force is typed by its name and becomes the one of that name; what a field is now stands there in words."""
    line, (number, actor) = a_line(), next(iter(ledger.packs().actors.items()))
    page = f"/editors/claims/{line.id}/"
    typed = {"act": "mend", "why": "it is they", "f-force": actor.name.upper()}
    assert editor.post(page, typed).status_code == 302
    assert ledger.values_of(ledger.claim(line.id))["force"] == number
    assert f"<bdi>{actor.name}</bdi>" in editor.get(page).content.decode().split('for="f-force"')[1].split("</div>")[0]


def test_actors_are_merged_and_parted(editor: Client) -> None:
    """Two actors become one, and two again; into itself is refused."""
    page = "/editors/actors/blue-guard/"
    assert editor.post(page, {"act": "merge", "into": "blue-guard", "why": "x"}).status_code == 409
    assert editor.post(page, {"act": "merge", "into": "grey-column", "why": "one and the same"}).status_code == 302
    assert ledger.findings(FindingFilter(force="blue-guard")).rows == ()
    assert editor.post(page, {"act": "part", "why": "they are two"}).status_code == 302
    assert len(ledger.findings(FindingFilter(force="blue-guard"))) > 0


def test_the_queue_leads_with_what_is_overdue(reader: Client, editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cases stand by the day they are due; harm is due first; what came without a sum stands apart."""
    drafts = {}
    for name, harm, at in (("late", False, "2026-01-01"), ("harm", True, "2026-03-01"), ("plain", False, "2026-03-01")):
        act = sys.modules["musterroll.actions.cases.submit_case"]
        monkeypatch.setattr(act, "moment", lambda _at, at=at: f"{at}T00:00:00+00:00")
        monkeypatch.setattr("musterroll.desk.intake.sending.proven", lambda _proof: True)
        drafts[name] = sent(reader, wrong=unlike(), **({"harm": "1"} if harm else {}))[0]
    monkeypatch.setattr("musterroll.desk.intake.sending.proven", lambda _proof: False)
    strict = sent(reader, wrong=unlike())[0]  # due with the plain one
    monkeypatch.setattr("musterroll.desk.editors.queue.today_words", lambda: "2026-03-02")
    page = editor.get("/editors/").content.decode()
    assert re.findall(r"/editors/cases/([^/]+)/", page) == [drafts["late"], drafts["harm"], drafts["plain"]]
    assert "55 days late" in page and "in 1 day" in page
    assert re.findall(r"/editors/cases/([^/]+)/", editor.get("/editors/?tab=overdue").content.decode()) == [
        drafts["late"]
    ]
    assert re.findall(r"/editors/cases/([^/]+)/", editor.get("/editors/?tab=strict").content.decode()) == [strict]
    assert ledger.count_cases(CaseFilter(state="open")) == 4


def test_everything_done_has_an_audit_line(reader: Client, editor: Client) -> None:
    """Each act on a case leaves who did what, to what; the page shows it."""
    number, _address = sent(reader, f"claim:{a_line().id}")
    page = f"/editors/cases/{number}/"
    for act in ("claim", "comment", "message", "hold", "release", "decline", "reopen"):
        editor.post(page, {"act": act, "note": "seen", "why": "seen"})
    acts = [line.act for line in ledger.audit_lines(number)]
    assert acts == [
        "submit_case",
        "claim_case",
        "comment_case",
        "message_case",
        "hold_case",
        "release_case",
        "decide_case",
        "reopen_case",
    ]
    shown = editor.get("/editors/audit/", {"subject": number}).content.decode()
    assert all(act in shown for act in acts)


@pytest.mark.parametrize("attack", XSS)
def test_what_editors_type_is_shown_and_never_run(reader: Client, editor: Client, attack: str) -> None:
    """An attack in a decision's words or a judgement's reason stands escaped on every page that shows it."""
    line = a_line()
    number, address = sent(reader, f"claim:{line.id}")
    words = {"why": attack, "wrong": attack, "right": attack, "others": ""}
    editor.post(f"/editors/cases/{number}/", {"act": "accept", "step": "note", **words})
    actions.confirm_claim(line.id, by=ED, why=attack)
    pages = [reader.get(address), reader.get("/corrections/"), reader.get(f"/corrections/log/{number}/")]
    pages += [
        editor.get(f"/editors/cases/{number}/"),
        editor.get(f"/editors/claims/{line.id}/"),
        editor.get("/editors/audit/"),
    ]
    for page in pages:
        shown = page.content.decode()
        assert "<script>alert" not in shown and "onerror=alert(1)>" not in shown and "onload=alert(1)>" not in shown
        assert ">evil<" not in shown and "<a href='javascript" not in shown


def test_an_account_begins_with_a_link_to_set_its_password(book: Path) -> None:
    """A new account has a role and no password; its link lets its owner set one, once, and log in with it."""
    from musterroll.desk.editors import accounts

    root = Person("root", frozenset({"admin"}))
    link = accounts.add_account("Ann", "reviewer", by=root)
    browser, chosen = Client(), f"{PASSWORD}-of-Ann"
    assert browser.post("/accounts/login/", {"login": "Ann", "password": ""}).status_code == 200
    form = browser.get(link.partition("8000")[2])
    assert form.status_code == 302
    assert browser.post(form["Location"], {"password1": chosen, "password2": chosen}).status_code == 302
    answer = browser.post("/accounts/login/", {"login": "Ann", "password": chosen})
    assert answer.status_code == 302 and answer["Location"] == "/editors/"
    assert browser.get("/editors/").status_code == 200
    accounts.close_account("Ann", by=root)
    assert browser.get("/editors/").status_code == 302
    assert [line.detail for line in ledger.audit_lines("Ann")] == ["reviewer", "no role"]


def told_in_words() -> str:
    """Add an invented report of a force that only words name; return its id."""
    read = a_reading(9)
    link = Link("force", None, "the 128th Brigade", "actor", "unknown", "no pack knows the words")
    worded = [replace(one, links=(link, *one.links[1:])) for one in read.linked]
    ledger.add_reading(read.page, read.report, read.claims, worded)
    pipeline.rederive()
    return "said:128th brigade"


def test_words_are_merged_into_whom_they_mean_and_parted(editor: Client) -> None:
    """From a claim whose force only words name an editor says whom they mean: findings, log, history and audit show
    it, and parted all is as before; refused are words that nobody used, and a known actor as words."""
    words = told_in_words()
    before = [one.id for one in ledger.findings(FindingFilter(force=words), limit=100)]
    claim = ledger.finding(before[0]).claims[0]
    page = editor.get(f"/editors/claims/{claim}/").content.decode()
    address = re.findall(r'href="(/editors/actors/said[^"]+)"', page)[0]
    assert "Merge the words into" not in page and "No pack knows these words" in editor.get(address).content.decode()
    for into in ("said:nobody ever said this", "nobody"):
        assert editor.post(address, {"act": "merge", "into": into, "why": "x"}).status_code == 409
    assert editor.post("/editors/actors/grey-column/", {"act": "merge", "into": words, "why": "x"}).status_code == 409
    assert editor.post(address, {"act": "merge", "into": "grey-column", "why": "its old name"}).status_code == 302
    assert ledger.findings(FindingFilter(force=words)).rows == ()
    assert claim in {line.id for line in ledger.claims(ClaimFilter(force="grey-column"), limit=500)}
    told = {one for finding in ledger.findings(FindingFilter(force="grey-column"), limit=200) for one in finding.claims}
    assert claim in told
    history = editor.get(address).content.decode()
    assert "its old name" in history and "Part them again" in history
    assert "its old name" in editor.get("/corrections/").content.decode()
    said = '<a href="/forces/grey-column/">Grey Column</a>'
    assert said in Client().get(f"/claims/{claim}/").content.decode().split("Editors hold these words to mean")[1]
    assert ledger.audit_lines(words)[-1].act == "merge_actors"
    assert editor.post(address, {"act": "part", "why": "they are two"}).status_code == 302
    assert [one.id for one in ledger.findings(FindingFilter(force=words), limit=100)] == before
    assert "Editors hold these words" not in Client().get(f"/claims/{claim}/").content.decode()
