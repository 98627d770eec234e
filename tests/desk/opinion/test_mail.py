"""Mail to authors: only to who confirmed that they want it, one a step, and nothing where no mail leaves."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from musterroll import actions, ledger
from musterroll.records import Contact, Person
from tests.desk.case_fixtures import editor_of, path_in, unlike
from tests.desk.opinion.texts import filled, sent

EDITOR = Person("an editor", frozenset({"editor"}))
ADDRESS = "nora@example.org"


def confirmed(reader: Client, post: list[mail.EmailMessage], kind: str = "opinion", **typed: str) -> str:
    """Send a text, ask to be told and follow the link; return the address where editors review it."""
    number, _address = sent(reader, kind, email=ADDRESS, updates="1", **typed)
    assert "You will be told" in reader.post(path_in(post[-1].body, "updates")).content.decode()
    post.clear()
    return f"/editors/submissions/{number}/"


def test_an_author_is_told_of_each_step(reader: Client, editor: Client, post: list[mail.EmailMessage]) -> None:
    """Changes asked, accepted, published, withdrawn: one short plain mail each, with the words, and the secret link."""
    review = confirmed(reader, post)
    number, ask, gone = review.split("/")[3], unlike(), unlike()
    told = {"ask": "The editors ask for changes", "accept": "It was accepted", "publish": "It was published",
            "withdraw": "It was withdrawn"}  # fmt: skip
    for act, note in (("ask", ask), ("accept", ""), ("publish", ""), ("withdraw", gone)):
        assert editor.post(review, {"act": act, "note": note}).status_code == 302
        (one,) = post
        assert one.to == [ADDRESS] and number in one.subject and one.body.startswith(f"{told[act]}.")
        assert note in one.body and not getattr(one, "alternatives", ()) and "published\n\npublished" not in one.body
        assert reader.get(path_in(one.body, "submissions")).status_code == 200
        assert (f"http://testserver/opinions/{number}/" in one.body) == (act == "publish")
        post.clear()


def test_a_declined_report_is_told_with_its_reason(
    reader: Client, editor: Client, post: list[mail.EmailMessage]
) -> None:
    """Who sent a report that is declined has the reason by mail; notes among editors stay inside."""
    review, reason = confirmed(reader, post, "report"), unlike()
    editor.post(review, {"act": "comment", "note": "a note among editors"})
    assert post == []
    editor.post(review, {"act": "decline", "note": reason})
    assert [reason in one.body for one in post] == [True]


def test_mail_comes_only_after_the_link_in_it_was_followed(
    reader: Client, editor: Client, post: list[mail.EmailMessage]
) -> None:
    """Double opt-in: one mail asks; opening its link changes nothing, its button does; a link in each mail ends it."""
    number, address = sent(reader, email=ADDRESS, updates="1")
    review = f"/editors/submissions/{number}/"
    assert "is on its way" in reader.get(f"{address}?new=1").content.decode()
    editor.post(review, {"act": "message", "note": "first"})
    confirm = path_in(post[0].body, "updates")
    assert reader.get(confirm).status_code == 200 and len(post) == 1
    reader.post(confirm)
    assert "You are told." in reader.get(address).content.decode()
    editor.post(review, {"act": "message", "note": "second"})
    assert len(post) == 2 and "second" in post[1].body
    assert "No more mail" in reader.post(path_in(post[1].body, "no-updates")).content.decode()
    editor.post(review, {"act": "message", "note": "third"})
    assert len(post) == 2 and reader.post(confirm).status_code == 404


def test_without_the_wish_no_mail_leaves(reader: Client, editor: Client, post: list[mail.EmailMessage]) -> None:
    """An e-mail alone is no wish for updates, and a wish without an address is given back with its words."""
    number, _address = sent(reader, email=ADDRESS)
    editor.post(f"/editors/submissions/{number}/", {"act": "accept"})
    assert post == []
    word = unlike()
    answer = reader.post("/submit/opinion/", filled(text=word, updates="1"))
    page = answer.content.decode()
    assert answer.status_code == 400 and word in page and "give an address" in page
    box = re.findall(r'<input id="f-updates"[^>]*>', page)[0]
    assert "checked" in box
    assert (
        "checked" not in re.findall(r'<input id="f-updates"[^>]*>', reader.get("/submit/opinion/").content.decode())[0]
    )


def test_a_forged_wish_is_no_wish(reader: Client, post: list[mail.EmailMessage]) -> None:
    """A token that was not made for the submission, or for the other wish, answers 404."""
    number, _address = sent(reader, email=ADDRESS, updates="1")
    token = path_in(post[0].body, "updates").split("/")[4]
    for path in (f"{number}/updates/x", f"{number}/no-updates/{token}", f"S-1/updates/{token}"):
        assert reader.post(f"/submissions/{path}/").status_code == 404


def test_an_installation_without_mail_says_so(reader: Client, editor: Client) -> None:
    """Where no mail leaves, the form and the page of a text say so, no box promises one, and every step is done."""
    form = reader.get("/submit/opinion/").content.decode()
    assert "sends no mail" in form and 'name="updates"' not in form
    number, address = sent(reader, email=ADDRESS, updates="1")
    page = reader.get(f"{address}?new=1").content.decode()
    assert "sends no mail" in page and "on its way" not in page
    assert editor.post(f"/editors/submissions/{number}/", {"act": "accept"}).status_code == 302


def test_a_server_that_takes_no_mail_stops_nothing(
    reader: Client, editor: Client, post: list[mail.EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step is done and shown though the mail about it cannot be sent."""
    review = confirmed(reader, post)
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
    monkeypatch.setattr(settings, "EMAIL_PORT", 9)
    assert editor.post(review, {"act": "accept"}).status_code == 302
    assert ledger.submission_file(review.split("/")[3]).state == "accepted"


def test_an_author_is_written_to_in_their_language(reader: Client, post: list[mail.EmailMessage], book: Path) -> None:
    """Who sent a text from an Arabic page has Arabic mail with Arabic links, whatever the editor reads."""
    answer = reader.post("/ar/submit/opinion/", filled(email=ADDRESS, updates="1"))
    number = answer["Location"].split("/")[3]
    reader.post(path_in(post[0].body, "updates"))
    editor_of("editor").post(f"/editors/submissions/{number}/", {"act": "accept"})
    assert "It was accepted" not in post[1].body and "http://testserver/ar/submissions/" in post[1].body


def test_who_is_told_is_sealed_and_forgotten(
    reader: Client, editor: Client, post: list[mail.EmailMessage], book: Path
) -> None:
    """Address, secret and wish lie under seal, and are gone 90 days after the submission is closed."""
    number = confirmed(reader, post).split("/")[3]
    reached = ledger.sender_of(number, settings.SECRET_KEY)
    assert reached and reached.contact == Contact(None, ADDRESS, True, True, "en") and reached.secret
    raw = b"".join(path.read_bytes() for path in book.parent.glob(f"{book.name}*"))
    assert ADDRESS.encode() not in raw and reached.secret.encode() not in raw
    editor.post(f"/editors/submissions/{number}/", {"act": "decline", "note": "no"})
    actions.purge_contacts(by=EDITOR, at="2100-01-01T00:00:00+00:00")
    assert ledger.sender_of(number, settings.SECRET_KEY) is None
