"""The form of a correction: what it is about, what it refuses, and that no typed word is ever lost."""

import base64
import hashlib
import html
import json
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from musterroll import ledger
from musterroll.desk.intake import tokens
from musterroll.ledger import CaseFilter, FindingFilter
from tests.desk.case_fixtures import XSS, a_line, filled, sent, unlike

FORM = "/corrections/new/"


def test_the_form_quotes_the_sentence_and_the_figure(reader: Client) -> None:
    """A form opened from a claim or a finding shows the sentence and the figure that it is about."""
    line = a_line()
    finding = ledger.findings(FindingFilter(claim=line.id)).rows[0]
    page = reader.get(FORM, {"about": f"claim:{line.id}"}).content.decode()
    assert line.words in page and str(line.claim.claim.strength.min) in page
    page = reader.get(FORM, {"about": f"finding:{finding.id}"}).content.decode()
    assert f"{finding.min:,}" in page and "Grey Column" in page


def test_a_correction_becomes_a_case_with_a_secret_link(reader: Client) -> None:
    """What a reader sends is filed under a number, and its link shows it without an account, never to be stored."""
    number, address = sent(reader, f"claim:{a_line().id}", right="100")
    page = reader.get(f"{address}?new=1")
    assert page.status_code == 200 and number in page.content.decode()
    assert "no-store" in page["Cache-Control"] and page["X-Robots-Tag"] == "noindex"
    assert ledger.case_file(number).case.right == "100"
    receipt = reader.get(f"{address}?format=txt").content.decode()
    assert number in receipt and f"http://testserver{address}" in receipt


@pytest.mark.parametrize(
    "about", ["finding:nope", "claim:../../etc/passwd", "report:\x00", "what:1", "claim:", "x" * 900]
)
def test_a_forged_id_gives_the_form_with_every_word(reader: Client, about: str) -> None:
    """An id that is nowhere answers 404 with a form about the whole ledger, and keeps what was typed."""
    assert reader.get(FORM, {"about": about}).status_code == 404
    word = unlike()
    answer = reader.post(FORM, {**filled(reader), "about": about, "wrong": word})
    assert answer.status_code == 404 and word in answer.content.decode()
    assert ledger.count_cases(CaseFilter()) == 0


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("wrong", "   ", "Say what is wrong"),
        ("wrong", "a" * 10_001, "longer than 10000"),
        ("wrong", "nul \x00 inside", "Null characters"),
        ("wrong", "bad \ufffd letter", "did not arrive as you typed them"),
        ("evidence", "javascript:alert(1)", "no web address"),
        ("evidence", "file:///etc/passwd", "no web address"),
        ("email", "nobody at home", "no e-mail address"),
        ("part", "everything", "Select a valid choice"),
    ],
)
def test_an_error_keeps_every_typed_word(reader: Client, field: str, typed: str, said: str) -> None:
    """A field that does not hold is named with what is wrong, and all the others keep their words."""
    words = {"right": unlike(), "name": unlike(), field: typed}
    answer = reader.post(FORM, filled(reader, **words))
    page = answer.content.decode()
    assert answer.status_code == 400 and said in html.unescape(page)
    assert words["right"] in page and words["name"] in page
    assert ledger.count_cases(CaseFilter()) == 0


def test_updates_need_an_address_and_are_never_bundled(reader: Client) -> None:
    """The wish for updates is off by default, and without an e-mail it is an error by itself."""
    assert "updates" not in reader.get(FORM).content.decode()
    answer = reader.post(FORM, filled(reader, updates="1"))
    assert answer.status_code == 400 and "To be told by mail" in answer.content.decode()


@pytest.mark.parametrize("attack", XSS)
def test_what_readers_type_is_shown_and_never_run(reader: Client, editor: Client, attack: str) -> None:
    """An attack in every field stands escaped on the form, the case's page, the queue, the editors' page and the log."""
    typed = {"wrong": attack, "right": attack, "name": attack}
    again = reader.post(FORM, filled(reader, email=attack, evidence=attack, **typed)).content.decode()
    number, address = sent(reader, f"claim:{a_line().id}", **typed)
    page = f"/editors/cases/{number}/"
    editor.post(page, {"act": "hold", "note": attack})
    editor.post(page, {"act": "message", "note": attack})
    seen = [again, *(reader.get(where).content.decode() for where in (address, "/corrections/"))]
    seen += [editor.get(where).content.decode() for where in (page, "/editors/?tab=held", "/editors/audit/")]
    for shown in seen:
        assert html.escape(attack, quote=True) == attack or attack not in shown
    assert all("<script>alert" not in shown and "onerror=alert(1)>" not in shown for shown in seen)
    assert all("onload=alert(1)>" not in shown and ">evil<" not in shown for shown in seen)
    assert "49" not in reader.get(address).content.decode().split("What is wrong")[1][:80]


def test_a_form_without_its_cookie_keeps_the_words(book: Path) -> None:
    """A post without the CSRF cookie answers 403 with the words in a fresh form, which can be sent."""
    strict, word = Client(enforce_csrf_checks=True), unlike()
    answer = strict.post(FORM, {"wrong": word, "about": ""})
    page = answer.content.decode()
    assert answer.status_code == 403 and word in page
    typed = {
        "wrong": word,
        "token": page.split('name="token" value="')[1].split('"')[0],
        "csrfmiddlewaretoken": page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0],
    }
    assert strict.post(FORM, typed).status_code == 302


@pytest.mark.parametrize("token", ["", "x", "abc.1700000000:forged", "a" * 5_000])
def test_a_forged_token_is_refused_with_the_words_kept(reader: Client, token: str) -> None:
    """A token that was not made here answers 400; the form comes back with the words and a good token."""
    word = unlike()
    answer = reader.post(FORM, {**filled(reader, wrong=word), "token": token})
    assert answer.status_code == 400 and word in answer.content.decode()
    assert "did not come from here" in answer.content.decode()


def test_an_old_form_is_refused_with_the_words_kept(reader: Client) -> None:
    """A form that was open for more than twelve hours comes back with the words and a new token."""
    word, old = unlike(), tokens.new_token(time.time() - 13 * 3600)
    answer = reader.post(FORM, {**filled(reader, wrong=word), "token": old})
    assert answer.status_code == 400 and word in answer.content.decode() and old not in answer.content.decode()


def test_what_is_sent_in_a_blink_passes_the_second_time(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faster than anybody types is refused once, with the words kept; the same token passes when it has aged."""
    monkeypatch.setattr(tokens, "TRAP", 3)
    form = filled(reader)
    answer = reader.post(FORM, form)
    assert answer.status_code == 400 and form["token"] in answer.content.decode()
    monkeypatch.setattr("musterroll.desk.intake.tokens.time.time", lambda clock=time.time: clock() + 4)
    assert reader.post(FORM, form).status_code == 302


def test_the_field_that_must_stay_empty_catches_who_fills_all(reader: Client) -> None:
    """A filled honeypot answers 400 with the words kept; nothing is filed."""
    word = unlike()
    answer = reader.post(FORM, filled(reader, wrong=word, website="https://spam.example"))
    assert answer.status_code == 400 and word in answer.content.decode()
    assert ledger.count_cases(CaseFilter()) == 0


def test_the_same_form_twice_is_one_case(reader: Client) -> None:
    """A double click or a replay leads to the case that is there; other words on the same form are not swallowed."""
    form, word = filled(reader), unlike()
    first, second = reader.post(FORM, form), reader.post(FORM, form)
    assert first["Location"] == second["Location"]
    assert ledger.count_cases(CaseFilter()) == 1
    third = reader.post(FORM, {**form, "wrong": word})
    assert third.status_code == 409 and word in third.content.decode()
    fresh = third.content.decode().split('name="token" value="')[1].split('"')[0]
    assert reader.post(FORM, {**form, "wrong": word, "token": fresh}).status_code == 302
    assert ledger.count_cases(CaseFilter()) == 2


def test_one_address_sends_five_a_minute(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sixth correction of a minute from one address waits, with its words; another address and a minute later pass."""
    now = 1_800_000_000.0
    monkeypatch.setattr("musterroll.desk.intake.caps.time.time", lambda: now)
    for _turn in range(5):
        sent(reader, wrong=unlike())
    word = unlike()
    answer = reader.post(FORM, filled(reader, wrong=word))
    assert answer.status_code == 429 and word in answer.content.decode() and 0 < int(answer["Retry-After"]) <= 60
    assert reader.post(FORM, filled(reader), REMOTE_ADDR="2001:db8::1").status_code == 302
    now += 61
    sent(reader, wrong=unlike())


def test_one_subscriber_of_ipv6_is_one_address(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses of one /64 count together."""
    monkeypatch.setattr("musterroll.desk.intake.caps.time.time", lambda: 1_800_000_000.0)
    codes = [
        reader.post(FORM, filled(reader, wrong=unlike()), REMOTE_ADDR=f"2001:db8::{n}").status_code for n in range(1, 8)
    ]
    assert codes == [302] * 5 + [429] * 2


def test_a_flood_loses_nothing_that_was_accepted(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a flood from many addresses as many as the hour takes are filed, each whole; the others get their words back."""
    monkeypatch.setattr(settings, "INTAKE_PER_HOUR", 20, raising=False)
    words = [unlike() for _ in range(60)]
    taken = []
    for number, word in enumerate(words):
        answer = reader.post(FORM, filled(reader, wrong=word), REMOTE_ADDR=f"203.0.113.{number}")
        if answer.status_code == 302:
            taken.append(word)
        else:
            assert answer.status_code == 429 and word in answer.content.decode()
    assert len(taken) == 20
    assert [file.case.wrong for file in ledger.cases(CaseFilter(), limit=100)] == taken
    monkeypatch.setattr("musterroll.desk.intake.caps.time.time", lambda clock=time.time: clock() + 3_700)
    sent(reader)


def solved(reader: Client) -> str:
    """Return a sum as a browser solves it."""
    task = json.loads(reader.get("/intake/sum/").content)
    number = next(
        n for n in range(task["max_number"] + 1)
        if hashlib.sha256(f"{task['salt']}{n}".encode()).hexdigest() == task["challenge"]
    )  # fmt: skip
    proof = {key: task[key] for key in ("algorithm", "challenge", "salt", "signature")} | {"number": number}
    return base64.b64encode(json.dumps(proof).encode()).decode()


def test_a_sum_opens_the_queue_and_nobody_is_blocked_without(reader: Client) -> None:
    """A solved sum leads into the open queue; without one, with a forged one or a used one, into the strict queue."""
    proof = solved(reader)
    queues = []
    for given in (proof, "", "bm90IGEgc3Vt", proof, "x" * 9_000):
        number, _address = sent(reader, wrong=unlike(), proof=given)
        queues.append(ledger.case_file(number).case.queue)
    assert queues == ["open", "strict", "strict", "strict", "strict"]


def test_more_than_a_megabyte_is_refused_with_a_page(reader: Client) -> None:
    """A body above one megabyte answers 413 with a page in words."""
    answer = reader.post(FORM, {"wrong": "a" * 1_100_000}, content_type="application/x-www-form-urlencoded")
    answer = reader.generic("POST", FORM, b"wrong=" + b"a" * 1_100_000, "application/x-www-form-urlencoded")
    assert answer.status_code == 413 and "larger than one megabyte" in answer.content.decode()


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"wrong=%ff%fe&about=", "application/x-www-form-urlencoded", 400),
        (b"wrong=a", "application/x-www-form-urlencoded; charset=latin-1", 400),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x", 400),
        (b'{"wrong": 1}', "application/json", 400),
        (b"", "text/plain", 400),
    ],
)
def test_what_is_no_form_gets_a_clear_answer(reader: Client, body: bytes, kind: str, status: int) -> None:
    """Another encoding, a broken body or another kind of body answers 400 with a page, never 500."""
    answer = reader.generic("POST", FORM, body, kind)
    assert answer.status_code == status and "Musterroll" in answer.content.decode()
    assert ledger.count_cases(CaseFilter()) == 0


def test_no_address_and_no_person_is_kept_in_the_open(reader: Client, book: Path) -> None:
    """The ledger's file holds neither the reader's internet address nor name, e-mail or the secret of the link."""
    form = filled(reader, name="Nora Nobody-Else", email="nora@example.org")
    answer = reader.post(FORM, form, REMOTE_ADDR="203.0.113.77")
    secret = answer["Location"].split("/")[3]
    ledger.close_ledger()
    raw = b"".join(path.read_bytes() for path in book.parent.iterdir())
    for kept in ("203.0.113.77", "Nora Nobody-Else", "nora@example.org", secret, form["token"]):
        assert kept.encode() not in raw
    ledger.open_ledger(book)


def test_a_browser_may_say_where_a_form_came_from(reader: Client) -> None:
    """Forms tell this site their origin and no other site anything: under "no-referrer" browsers send "Origin: null",
    and every form would be refused.
    """
    assert reader.get(FORM)["Referrer-Policy"] == "same-origin"
