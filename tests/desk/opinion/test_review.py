"""From the form to the page: the steps of a review, who may do them, and what the public sees."""

import html
import json
from typing import Any

import pytest
from django.test import Client

from musterroll import actions, ledger
from musterroll.ledger import ClaimFilter, FindingFilter, SubmissionFilter
from musterroll.records import ActRefused, Person
from tests.desk.case_fixtures import editor_of
from tests.desk.case_fixtures import sent as corrected
from tests.desk.opinion.texts import REPORT, filled, published, sent, tokens_in


def test_an_op_ed_from_submission_to_publication(reader: Client, editor: Client) -> None:
    """An op-ed is taken, commented, sent back for changes, answered, approved, accepted and published, step by step."""
    number, address = sent(reader, email="nora@example.org")
    first = reader.get(f"{address}?new=1")
    assert number in first.content.decode() and "no-store" in first["Cache-Control"]
    assert first["X-Robots-Tag"] == "noindex"
    review = f"/editors/submissions/{number}/"
    reviewer = editor_of("reviewer")
    assert "nora@example.org" in editor.get(review).content.decode()
    for client, act in (
        (editor, {"act": "claim"}),
        (reviewer, {"act": "comment", "note": "a note among editors"}),
        (reviewer, {"act": "ask", "note": "say which bridge"}),
    ):
        assert client.post(review, act).status_code == 302
    followed = reader.get(address).content.decode()
    assert "Changes asked" in followed and "say which bridge" in followed and "a note among editors" not in followed
    version = {"act": "version", "title": "Mend the old bridge", "text": "The old one.", **tokens_in(followed)}
    assert reader.post(address, version).status_code == 302
    assert ledger.submission_file(number).state == "in review"
    for client, act in ((reviewer, "approve"), (editor, "accept"), (editor, "publish")):
        assert client.post(review, {"act": act}).status_code == 302
    page = reader.get(f"/opinions/{number}/").content.decode()
    for words in ("Mend the old bridge", "The old one.", "Nora Nobody", "I live there.", "The views in this text"):
        assert words in page
    assert "Mend the old bridge" in reader.get("/opinions/").content.decode()
    assert "Its page under Opinion" in reader.get(address).content.decode()
    assert [line.act for line in ledger.audit_lines(number)] == [
        "hand_in", "claim_submission", "comment_submission", "ask_changes", "hand_in_version", "approve_submission",
        "accept_submission", "publish_submission",
    ]  # fmt: skip


def test_nothing_of_an_opinion_is_among_the_claims(reader: Client, editor: Client) -> None:
    """An op-ed full of claims is published, and claims, findings, reports, counts and the search are as before."""
    before = facts()
    published(reader, editor, text=f"{REPORT}\n\nThe Grey Column has 999 fighters at Newtown, says zanzibarword.")
    assert facts() == before
    assert not ledger.is_stale()
    assert ledger.search("zanzibarword") == ()


def facts() -> object:
    """Return everything that the ledger holds of claims."""
    return (
        [claim.id for claim in ledger.claims(ClaimFilter(status=None), limit=1_000)],
        [finding.id for finding in ledger.findings(FindingFilter(), limit=1_000)],
        [report.id for report in ledger.reports(limit=1_000)],
        ledger.counts(),
    )


def test_a_report_enters_the_ledger_only_when_it_is_accepted(reader: Client, editor: Client) -> None:
    """A submitted report is no report of the ledger until it is accepted and published; then it is read as any other."""
    url = "https://news.example/bridge"
    number, address = sent(reader, "report", url=url, day="2021-05-03", title="Fighters at Newtown")
    before = {report.id for report in ledger.reports(limit=1_000)}
    review = f"/editors/submissions/{number}/"
    assert editor.post(review, {"act": "publish"}).status_code == 409
    assert editor.post(review, {"act": "accept"}).status_code == 302
    assert {report.id for report in ledger.reports(limit=1_000)} == before
    answer = editor.post(review, {"act": "publish"})
    assert answer.status_code == 302, answer.content.decode()
    (entered,) = {report.id for report in ledger.reports(limit=1_000)} - before
    report = ledger.report(entered)
    assert ledger.submission_file(number).report == entered
    assert (report.outlet, report.url, report.title) == ("submitted by Nora Nobody", url, "Fighters at Newtown")
    assert report.published and report.published.day == "2021-05-03"
    claims = ledger.claims(ClaimFilter(report=entered)).rows
    assert [line.claim.claim.strength.min for line in claims if line.claim.claim.strength] == [321]
    assert not ledger.is_stale()
    assert reader.get(f"/opinions/{number}/").status_code == 404
    assert reader.get(address).status_code == 200


def test_a_report_that_is_withdrawn_is_retracted(reader: Client, editor: Client) -> None:
    """Withdrawing a submitted report retracts it; reopened, accepted and published again it is restored."""
    number, _address = published(reader, editor, "report")
    review, report = f"/editors/submissions/{number}/", ledger.submission_file(number).report
    assert report and ledger.report_status(report) == "standing"
    assert editor.post(review, {"act": "withdraw", "note": "made up"}).status_code == 302
    assert ledger.report_status(report) == "retracted"
    for act in ({"act": "reopen", "note": "it was not"}, {"act": "accept"}, {"act": "publish"}):
        assert editor.post(review, act).status_code == 302
    assert ledger.report_status(report) == "standing"


def test_a_report_that_is_there_already_is_refused(reader: Client, editor: Client) -> None:
    """The same text with the same address is not entered twice; the reason is said, and nothing is half-done."""
    published(reader, editor, "report")
    number, _address = sent(reader, "report")
    review = f"/editors/submissions/{number}/"
    editor.post(review, {"act": "accept"})
    answer = editor.post(review, {"act": "publish"})
    assert answer.status_code == 409 and "already" in answer.content.decode()
    assert ledger.submission_file(number).state == "accepted"


def test_a_withdrawn_opinion_keeps_its_page_with_the_reason(reader: Client, editor: Client) -> None:
    """A withdrawn op-ed says so, with the reason, at the same address and in the list; its text is gone."""
    number, _address = published(reader, editor, text="A sentence nobody else writes.")
    review = f"/editors/submissions/{number}/"
    assert editor.post(review, {"act": "withdraw", "note": ""}).status_code == 409
    assert editor.post(review, {"act": "withdraw", "note": "It was copied."}).status_code == 302
    page = reader.get(f"/opinions/{number}/").content.decode()
    assert "It was copied." in page and "Withdrawn" in page and "A sentence nobody else writes" not in page
    listed = reader.get("/opinions/").content.decode()
    assert number in listed and "Withdrawn" in listed and "A sentence nobody else writes" not in listed
    editor.post(review, {"act": "reopen", "note": "looked at again"})
    assert "It was copied." in reader.get(f"/opinions/{number}/").content.decode()


def test_a_change_after_publication_is_told(reader: Client, editor: Client) -> None:
    """What editors change in a published op-ed is said on its page, with the day; without words they change nothing."""
    number, _address = published(reader, editor)
    review = f"/editors/submissions/{number}/"
    change = {"act": "revise", "title": "Mend the bridge", "text": "Another text."}
    assert editor.post(review, change).status_code == 409
    assert editor.post(review, {**change, "why": "The name of the river."}).status_code == 302
    page = reader.get(f"/opinions/{number}/").content.decode()
    assert "Another text." in page and "The name of the river." in page and "Changed after it was published" in page
    assert len(ledger.submission_file(number).versions) == 2


def test_a_correction_to_an_opinion_stands_on_it(reader: Client, editor: Client) -> None:
    """A correction that was accepted about an op-ed is shown on its page; one that was declined is not."""
    number, _address = published(reader, editor)
    about = f"opinion:{number}"
    assert "Mend the bridge" in reader.get("/corrections/new/", {"about": about}).content.decode()
    case, _ = corrected(reader, about)
    other, _ = corrected(reader, about, wrong="Something else is wrong.")
    words = {"wrong": "The bridge is stone.", "right": "It is wood.", "why": "It is."}
    editor.post(f"/editors/cases/{case}/", {"act": "accept", "step": "note", **words})
    editor.post(f"/editors/cases/{other}/", {"act": "decline", "why": "No."})
    page = reader.get(f"/opinions/{number}/").content.decode()
    assert case in page and "It is wood." in page and other not in page


def test_an_opinion_is_marked_wherever_it_leaves(reader: Client, editor: Client) -> None:
    """An op-ed that is held, corrected, changed or withdrawn says so in its feed, and what holds it in its files."""
    number, _address = published(reader, editor)
    case, _ = corrected(reader, f"opinion:{number}")
    editor.post(f"/editors/cases/{case}/", {"act": "hold", "note": "the bridge may be stone"})
    title, text, marks = entry_of(reader, number)
    assert title.startswith("Held while it is checked: Opinion: ") and "the bridge may be stone" in text
    assert marks["pub_status"] == "withheld" and marks["held"][0]["case"] == case
    given = json.loads(b"".join(reader.get("/opinions/?format=json").streaming_content))["opinions"][0]
    assert (given["pub_status"], given["held"]) == ("withheld", marks["held"])
    assert case in b"".join(reader.get("/opinions/?format=csv").streaming_content).decode()
    words = {"wrong": "The bridge is stone.", "right": "It is wood.", "why": "It is."}
    editor.post(f"/editors/cases/{case}/", {"act": "accept", "step": "note", **words})
    title, text, marks = entry_of(reader, number)
    assert title.startswith("Correction: ") and "The bridge is stone. → It is wood." in text
    assert (marks["status"], marks["pub_status"], marks["held"]) == ("corrected", "usable", [])
    editor.post(f"/editors/submissions/{number}/", {"act": "withdraw", "note": "It was copied."})
    title, text, marks = entry_of(reader, number)
    assert "retracted" in title and "It was copied." in text and marks["pub_status"] == "canceled"


def entry_of(reader: Client, number: str) -> tuple[str, str, dict[str, Any]]:
    """Return an op-ed's entry in the feed of opinions: its title, its text and its marks."""
    (item,) = json.loads(reader.get("/feeds/opinions.json").content)["items"]
    assert number in item["id"]
    return item["title"], item["content_text"], item["_musterroll"]


def test_the_list_of_opinions_is_given_as_files(reader: Client, editor: Client) -> None:
    """CSV and JSON hold every opinion; no cell is taken for a formula."""
    number, _address = published(reader, editor, title="=1+1", byline="@nora")
    made = b"".join(reader.get("/opinions/?format=csv").streaming_content).decode()
    assert number in made and "'=1+1" in made and "'@nora" in made
    given = json.loads(b"".join(reader.get("/opinions/?format=json").streaming_content))
    assert [one["id"] for one in given["opinions"]] == [number]
    assert given["opinions"][0]["interest"] == "I live there."


def test_opinions_are_shown_a_page_at_a_time(reader: Client, monkeypatch: pytest.MonkeyPatch, editor: Client) -> None:
    """Each opinion stands on one page of the list, the newest first."""
    monkeypatch.setattr("musterroll.desk.opinion.opinions.PAGE", 2)
    numbers = [published(reader, editor, text=f"Text {n}.")[0] for n in range(3)]
    first = reader.get("/opinions/").content.decode()
    older = html.unescape(first.split('rel="next" href="')[1].split('"')[0])
    second = reader.get(f"/opinions/{older}").content.decode()
    shown = [[n for n in numbers if f"/opinions/{n}/" in page] for page in (first, second)]
    assert shown == [numbers[1:], numbers[:1]]


def test_what_is_not_published_is_nowhere(reader: Client, editor: Client) -> None:
    """Until it is published an op-ed has no page; its link works with the whole secret alone."""
    number, address = sent(reader)
    assert reader.get(f"/opinions/{number}/").status_code == 404
    assert number not in reader.get("/opinions/").content.decode()
    assert reader.get(address[:-2] + "x/").status_code == 404
    assert reader.get(f"/submissions/{number}/x/").status_code == 404
    editor.post(f"/editors/submissions/{number}/", {"act": "decline", "note": "Not for us."})
    assert "Not for us." in reader.get(address).content.decode()


def test_an_author_takes_back_what_is_not_published(reader: Client, editor: Client) -> None:
    """By the secret link an author withdraws before publication, and not after."""
    _number, address = sent(reader)
    assert (
        reader.post(address, {"act": "withdraw", **tokens_in(reader.get(address).content.decode())}).status_code == 302
    )
    assert "It was withdrawn" in reader.get(address).content.decode()
    _number, address = published(reader, editor)
    answer = reader.post(address, {"act": "withdraw", **tokens_in(reader.get(address).content.decode())})
    assert answer.status_code == 409 and "ask the editors" in answer.content.decode()


def test_who_may_do_what(reader: Client) -> None:
    """Without a role nobody reviews; a reviewer comments, asks and approves, and neither accepts nor publishes."""
    number, _address = sent(reader)
    review = f"/editors/submissions/{number}/"
    assert reader.get(review).status_code == 302 and reader.get("/editors/submissions/").status_code == 302
    for nobody in ("nobody", "reader"):
        assert editor_of(nobody).get(review).status_code == 403
    reviewer = editor_of("reviewer")
    for act in ("claim", "approve"):
        assert reviewer.post(review, {"act": act}).status_code == 302
    for act in ("accept", "decline", "withdraw"):
        assert reviewer.post(review, {"act": act, "note": "kept words"}).status_code == 409
    assert ledger.submission_file(number).state == "in review"


def test_submissions_wait_in_the_queue(reader: Client, editor: Client) -> None:
    """An op-ed stands on the queue's page and on the list of submissions, in the view of how it came."""
    number, _address = sent(reader)
    assert number in editor.get("/editors/?tab=strict").content.decode()
    assert number not in editor.get("/editors/?tab=open").content.decode()
    assert number in editor.get("/editors/submissions/?tab=strict").content.decode()
    assert number not in editor.get("/editors/submissions/?tab=strict&kind=report").content.decode()
    assert ledger.count_submissions(SubmissionFilter(open=True)) == 1


def test_a_refused_step_keeps_the_words(reader: Client, editor: Client) -> None:
    """A step that cannot be done is answered with its reason, and the note is still in its field."""
    number, _address = sent(reader)
    review = f"/editors/submissions/{number}/"
    answer = editor.post(review, {"act": "withdraw", "note": ""})
    assert answer.status_code == 409
    editor.post(review, {"act": "decline", "note": "no"})
    answer = editor.post(review, {"act": "decline", "note": "words that are kept"})
    assert answer.status_code == 409 and "words that are kept" in answer.content.decode()
    assert editor.post(review, {"act": "no such"}).status_code == 400
    assert editor.get("/editors/submissions/S-1/").status_code == 404


def test_only_its_author_answers_for_an_author(reader: Client) -> None:
    """No editor replies, sends a version or takes back in an author's name."""
    number, _address = sent(reader)
    someone = Person("editor", frozenset({"editor"}))
    with pytest.raises(ActRefused, match="only its author"):
        actions.reply_submission(number, why="words", by=someone)
    with pytest.raises(ActRefused, match="only its author"):
        actions.withdraw_own(number, by=someone)


def test_who_sent_it_is_sealed_and_forgotten(reader: Client, editor: Client) -> None:
    """Name and e-mail are not in the file in the open, and gone 90 days after the submission was closed."""
    number, _address = sent(reader, name="Nora Nobody-Else", email="nora@example.org")
    editor.post(f"/editors/submissions/{number}/", {"act": "decline", "note": "no"})
    by = Person("admin", frozenset({"admin"}))
    assert actions.purge_contacts(by=by) == ()
    assert "Nora Nobody-Else" in editor.get(f"/editors/submissions/{number}/").content.decode()
    assert actions.purge_contacts(by=by, at="2100-01-01T00:00:00+00:00") == (number,)
    assert "Nora Nobody-Else" not in editor.get(f"/editors/submissions/{number}/").content.decode()


def test_the_same_form_twice_is_one_submission(reader: Client) -> None:
    """A double click leads to the submission that is there; other words on the same form are not swallowed."""
    form = filled()
    first, second = reader.post("/submit/opinion/", form), reader.post("/submit/opinion/", form)
    assert first["Location"] == second["Location"] and ledger.count_submissions(SubmissionFilter()) == 1
    third = reader.post("/submit/opinion/", {**form, "text": "Quite another text."})
    assert third.status_code == 409 and "Quite another text." in third.content.decode()
