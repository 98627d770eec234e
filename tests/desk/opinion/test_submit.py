"""The form of a submission: what it says, what it refuses, and that neither a typed word nor a file that was read is lost."""

import html
import re
from pathlib import Path
from tempfile import gettempdir

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from musterroll import ledger
from musterroll.desk.intake import tokens
from musterroll.desk.opinion.manuscripts import MOST_BYTES
from musterroll.ledger import CaseFilter, SubmissionFilter
from tests.desk.case_fixtures import XSS, unlike
from tests.desk.case_fixtures import sent as corrected
from tests.desk.opinion.texts import docx, filled, line, published, sent, tokens_in

FORM = "/submit/opinion/"


def nothing_filed() -> bool:
    """Say whether no submission is there."""
    return ledger.count_submissions(SubmissionFilter()) == 0


@pytest.mark.parametrize("page", ["/submit/", "/submit/opinion/", "/submit/report/"])
def test_the_form_says_what_it_is_not_for(reader: Client, page: str) -> None:
    """Each page says that it is no channel for whistle-blowers, why, and names what to use instead."""
    shown = reader.get(page).content.decode()
    for words in ("no channel for whistle-blowers", "SecureDrop", "GlobaLeaks", "Tor Browser"):
        assert words in shown


def test_forms_are_stored_by_nobody(reader: Client) -> None:
    """A page with the form, and the answer to what was sent, are no-store."""
    for kind in ("opinion", "report"):
        assert "no-store" in reader.get(f"/submit/{kind}/")["Cache-Control"]
        assert "no-store" in reader.post(f"/submit/{kind}/", filled(kind, title=""))["Cache-Control"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("title", "  ", "Give it a title"),
        ("title", "a" * 201, "longer than 200"),
        ("byline", "", "appear under"),
        ("interest", "", "Declare your interest"),
        ("interest", "bad \ufffd letter", "did not arrive as you typed them"),
        ("byline", "nul \x00", "Null characters"),
        ("text", " \n ", "Type the text, or choose a file"),
        ("text", "a" * 100_001, "longer than 100,000"),
        ("text", "bad \ufffd letter", "did not arrive as you typed them"),
        ("url", "javascript:alert(1)", "no web address"),
        ("url", "file:///etc/passwd", "no web address"),
        ("day", "yesterday", "2021-03-27"),
        ("day", "2999-01-01", "still to come"),
        ("email", "nobody at home", "no e-mail address"),
        ("rights", "", "Without this it cannot be taken"),
    ],
)
def test_an_error_keeps_every_typed_word(reader: Client, field: str, typed: str, said: str) -> None:
    """A field that does not hold is named with what is wrong, and all the others keep their words."""
    words = {"text": unlike(), "about": unlike(), "name": unlike(), "interest": unlike()}
    answer = reader.post("/submit/report/", filled("report", **{**words, field: typed}))
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 400 and said in page
    assert all(word in page for name, word in words.items() if name not in (field, "about"))
    assert nothing_filed()


@pytest.mark.parametrize("attack", XSS)
def test_what_is_typed_is_shown_and_never_run(reader: Client, editor: Client, attack: str) -> None:
    """An attack in every field stands harmless on the form, the author's page, the editors' pages and in public."""
    fields = dict.fromkeys(("title", "byline", "about", "interest", "name", "text"), attack)
    again = reader.post(FORM, filled(email=attack, **fields)).content.decode()
    number, address = published(reader, editor, **fields)
    review = f"/editors/submissions/{number}/"
    for act in ("comment", "message"):
        editor.post(review, {"act": act, "note": attack})
    editor.post(review, {"act": "revise", "title": attack, "text": attack + " again", "why": attack})
    seen = [again, *(reader.get(where).content.decode() for where in (address, f"/opinions/{number}/", "/opinions/"))]
    seen += [editor.get(where).content.decode() for where in (review, "/editors/submissions/?tab=closed")]
    editor.post(review, {"act": "withdraw", "note": attack})
    seen.append(reader.get(f"/opinions/{number}/").content.decode())
    for shown in seen:
        assert "<script>alert" not in shown and "onerror=alert(1)>" not in shown and "onload=alert(1)>" not in shown
        assert ">evil<" not in shown and '<a href="javascript' not in shown and "<a href='javascript" not in shown
        assert "</textarea><script>" not in shown


@pytest.mark.parametrize("kind", ["docx", "html", "md", "txt"])
def test_an_upload_is_never_given_back(reader: Client, editor: Client, kind: str, book: Path) -> None:
    """A file becomes safe HTML of our own: its bytes and its name are in no page and not in the ledger."""
    bodies = {
        "docx": docx(line("Words of mine.")),
        "html": b"<!doctype html><body onload=alert(1)><p class=mark7>Words of mine.</p><script>alert(1)</script>",
        "md": b"Words of *mine*.",
        "txt": b"Words of mine.",
    }
    upload = SimpleUploadedFile(f"a-name-of-mine.{kind}", bodies[kind], "text/html")
    number, address = published(reader, editor, text="", file=upload)
    pages = [reader.get(where).content for where in (address, f"/opinions/{number}/")]
    pages.append(editor.get(f"/editors/submissions/{number}/").content)
    for page in pages:
        assert b"mine" in page and b"a-name-of-mine" not in page and b"mark7" not in page and b"onload" not in page
    ledger.close_ledger()
    raw = b"".join(path.read_bytes() for path in book.parent.iterdir())
    assert b"a-name-of-mine" not in raw and b"mark7" not in raw and b"PK\x03\x04" not in raw
    ledger.open_ledger(book)


def test_a_file_is_kept_over_an_error(reader: Client) -> None:
    """Where another field does not hold, the file that was read is kept in the form and need not be chosen again."""
    upload = SimpleUploadedFile("a.md", b"Words from a *file*.")
    answer = reader.post(FORM, filled(text="", title="", file=upload))
    page = answer.content.decode()
    assert answer.status_code == 400 and "Your file was read and is kept: 4 words." in page
    again = reader.post(FORM, {**filled(text=""), **tokens_in(page)})
    assert again.status_code == 302
    number = again["Location"].split("/")[2]
    assert ledger.submission_file(number).manuscript.text == "Words from a file."


def test_a_kept_file_cannot_be_forged(reader: Client) -> None:
    """What a form claims to have kept counts only with our signature."""
    for forged in ("x", '["<script>", "x", "docx"]', "a:b:c"):
        answer = reader.post(FORM, filled(text="", kept=forged))
        assert answer.status_code == 400 and "Type the text, or choose a file" in answer.content.decode()
    assert nothing_filed()


def test_text_and_file_at_once_are_not_guessed_between(reader: Client) -> None:
    """With both, the form asks which one counts; ticking “without the file” sends the typed text."""
    word = unlike()
    answer = reader.post(FORM, filled(text=word, file=SimpleUploadedFile("a.txt", b"From a file.")))
    page = answer.content.decode()
    assert answer.status_code == 400 and word in page and "a typed text and a file" in page
    again = reader.post(FORM, {**filled(text=word, drop="1"), **tokens_in(page)})
    assert again.status_code == 302
    assert ledger.submission_file(again["Location"].split("/")[2]).manuscript.text == word


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 5_000_000])
def test_a_file_too_large_loses_no_word(reader: Client, size: int) -> None:
    """A file of a megabyte and one byte, and one of five, is left out; the form says so and keeps what was typed."""
    word = unlike()
    answer = reader.post(FORM, filled(text="", about=word, file=SimpleUploadedFile("a.txt", b"a" * size)))
    page = answer.content.decode()
    assert answer.status_code == 400 and word in page and "larger than one megabyte" in page


def test_a_request_beyond_all_measure_is_refused_at_once(reader: Client) -> None:
    """More than ten megabytes are not read at all: 413, in words."""
    answer = reader.post(FORM, filled(text="", file=SimpleUploadedFile("a.txt", b"a" * 11_000_000)))
    assert answer.status_code == 413 and "larger than" in answer.content.decode()
    two = {"file": SimpleUploadedFile("a.txt", b"a"), "other": SimpleUploadedFile("b.txt", b"b")}
    assert reader.post(FORM, filled(text="", **two)).status_code == 400


@pytest.mark.parametrize("name", ["../../../etc/passwd", "..\\..\\boot.ini", "a\x00b.txt", "/etc/cron.d/x", "a" * 300])
def test_a_file_name_leads_nowhere(reader: Client, name: str) -> None:
    """Names that point elsewhere are taken for what they are: hints that are not kept."""
    upload = SimpleUploadedFile("a.txt", b"Plain words.")
    upload._name = name  # as a client that obeys nothing sends it
    answer = reader.post(FORM, filled(text="", file=upload))
    assert answer.status_code in (302, 400)
    assert not (Path(gettempdir()) / "passwd").exists() and ledger.count_submissions(SubmissionFilter()) <= 1


def test_the_text_can_be_looked_at_before_it_is_sent(reader: Client) -> None:
    """“Look at it first” shows the text as it would appear, files nothing, and the form can then be sent."""
    answer = reader.post(FORM, filled(act="preview", byline=""))
    page = answer.content.decode()
    assert answer.status_code == 200 and "As it would appear" in page and "<em>two towns</em>" in page
    assert nothing_filed()
    assert reader.post(FORM, {**filled(), **tokens_in(page)}).status_code == 302


def test_a_form_without_its_cookie_keeps_the_words(book: Path) -> None:
    """A post without the CSRF cookie answers 403 with the words in a fresh form, which can be sent."""
    strict, word = Client(enforce_csrf_checks=True), unlike()
    answer = strict.post(FORM, filled(text=word))
    page = answer.content.decode()
    assert answer.status_code == 403 and word in page
    cookie = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
    assert strict.post(FORM, {**filled(), **tokens_in(page), "csrfmiddlewaretoken": cookie}).status_code == 302


@pytest.mark.parametrize("token", ["", "x", "abc.1700000000:forged", "a" * 5_000])
def test_a_forged_token_is_refused_with_the_words_kept(reader: Client, token: str) -> None:
    """A token that was not made here answers 400; the form comes back with the words and a good token."""
    word = unlike()
    answer = reader.post(FORM, filled(text=word, token=token))
    assert answer.status_code == 400 and word in answer.content.decode() and nothing_filed()


def test_what_no_person_sends_is_refused_with_the_words(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """A filled honeypot, and a form sent in a blink, answer 400 with the words kept."""
    word = unlike()
    answer = reader.post(FORM, filled(text=word, website="https://spam.example"))
    assert answer.status_code == 400 and word in answer.content.decode()
    monkeypatch.setattr(tokens, "TRAP", 3)
    answer = reader.post(FORM, filled(text=word))
    assert answer.status_code == 400 and word in answer.content.decode() and nothing_filed()


def test_without_a_sum_it_waits_in_the_strict_queue(reader: Client) -> None:
    """What comes from a browser without scripts is filed in the strict queue, and the page says so."""
    number, address = sent(reader)
    assert ledger.submission_file(number).submission.queue == "strict"
    assert "a queue of its own" in reader.get(f"{address}?new=1").content.decode()


def test_one_address_sends_five_a_minute(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sixth text of a minute from one address waits with its words; another address passes."""
    monkeypatch.setattr("musterroll.desk.intake.caps.time.time", lambda: 1_800_000_000.0)
    for _turn in range(5):
        sent(reader, text=unlike())
    word = unlike()
    answer = reader.post(FORM, filled(text=word))
    assert answer.status_code == 429 and word in answer.content.decode() and 0 < int(answer["Retry-After"]) <= 60
    assert reader.post(FORM, filled(), REMOTE_ADDR="198.51.100.9").status_code == 302


def test_corrections_and_texts_share_the_hour(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an hour takes from all is counted over corrections and submissions together."""
    monkeypatch.setattr(settings, "INTAKE_PER_HOUR", 2, raising=False)
    corrected(reader)
    sent(reader)
    word = unlike()
    answer = reader.post(FORM, filled(text=word), REMOTE_ADDR="198.51.100.7")
    assert answer.status_code == 429 and word in answer.content.decode()
    assert ledger.count_cases(CaseFilter()) == 1


def test_a_new_version_that_is_refused_keeps_its_words(reader: Client) -> None:
    """On the author's page too: the same text again, or none, is refused with the words in their fields."""
    _number, address = sent(reader)
    fields = tokens_in(reader.get(address).content.decode())
    version = {"act": "version", "title": "Mend the bridge", "words": unlike(), **fields}
    answer = reader.post(address, {**version, "text": filled()["text"]})
    assert answer.status_code == 409 and "this text already" in answer.content.decode()
    assert version["words"] in answer.content.decode() and "two towns" in answer.content.decode()
    assert reader.post(address, {**version, "text": ""}).status_code == 400
    answer = reader.post(address, {"act": "reply", "words": "a" * 10_001, **fields})
    assert answer.status_code == 400 and "a" * 10_001 in answer.content.decode()
