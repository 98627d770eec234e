"""The page of a case: who has the link follows it, answers, and is told by mail only if they confirmed that wish."""

import logging

import pytest
from django.core import mail
from django.test import Client

from musterroll import ledger
from musterroll.desk.intake.held import held_of
from musterroll.desk.logs import NoSecrets
from tests.desk.case_fixtures import a_line, filled, path_in, sent, unlike


@pytest.mark.parametrize(
    "address", ["/cases/C-2026-000001/wrong/", "/cases/C-1999-000001/x/", "/cases/%00/%00/", "/cases/a b/c d/"]
)
def test_a_forged_link_opens_nothing(reader: Client, address: str) -> None:
    """A wrong secret and an unknown number answer alike: 404, with a page that says what a link must have."""
    sent(reader)
    answer = reader.get(address)
    assert answer.status_code == 404 and "No case opens with this link" in answer.content.decode()


def test_a_reply_stands_in_the_thread(reader: Client, editor: Client) -> None:
    """What the reader adds by the link stands in the thread of both sides; an empty one is refused."""
    number, address = sent(reader)
    word, token = unlike(), filled(reader)["token"]
    assert reader.post(address, {"token": token, "words": word}).status_code == 302
    assert word in reader.get(address).content.decode()
    assert word in editor.get(f"/editors/cases/{number}/").content.decode()
    assert reader.post(address, {"token": token, "words": " "}).status_code == 400
    kept = reader.post(address, {"token": "forged", "words": word + "2"})
    assert kept.status_code == 400 and word + "2" in kept.content.decode()


def test_notes_and_names_of_editors_stay_inside(reader: Client, editor: Client) -> None:
    """A reader sees messages and decisions, never a note among editors, a proposal or an editor's name."""
    number, address = sent(reader, f"claim:{a_line().id}")
    note, message = unlike(), unlike()
    for act, said in (("claim", ""), ("comment", note), ("message", message)):
        editor.post(f"/editors/cases/{number}/", {"act": act, "note": said})
    page = reader.get(address).content.decode()
    assert message in page and note not in page and "<bdi>editor</bdi>" not in page


def test_mail_comes_only_after_the_link_in_it_was_followed(
    reader: Client, editor: Client, post: list[mail.EmailMessage]
) -> None:
    """Double opt-in: one mail asks; opening its link changes nothing, its button does; then each public step is told."""
    number, _address = sent(reader, email="nora@example.org", updates="1")
    page = f"/editors/cases/{number}/"
    assert [one.to for one in post] == [["nora@example.org"]]
    editor.post(page, {"act": "message", "note": "first"})
    confirm = path_in(post[0].body, "updates")
    assert reader.get(confirm).status_code == 200
    editor.post(page, {"act": "message", "note": "second"})
    assert len(post) == 1
    assert "You will be told" in reader.post(confirm).content.decode()
    editor.post(page, {"act": "comment", "note": "inside"})
    editor.post(page, {"act": "message", "note": "third"})
    assert len(post) == 2 and "third" in post[1].body
    assert reader.get(path_in(post[1].body, "cases").split("\n")[0]).status_code == 200
    stop = path_in(post[1].body, "no-updates")
    assert "No more mail" in reader.post(stop).content.decode()
    editor.post(page, {"act": "message", "note": "fourth"})
    assert len(post) == 2
    assert reader.post(confirm).status_code == 404


def test_without_the_wish_no_mail_leaves(reader: Client, editor: Client, post: list[mail.EmailMessage]) -> None:
    """An e-mail alone is no wish for updates."""
    number, _address = sent(reader, email="nora@example.org")
    editor.post(f"/editors/cases/{number}/", {"act": "message", "note": "hello"})
    assert post == []


def test_a_forged_wish_is_no_wish(reader: Client, post: list[mail.EmailMessage]) -> None:
    """A token that was not made for the case, or for the other wish, answers 404."""
    number, _address = sent(reader, email="nora@example.org", updates="1")
    token = path_in(post[0].body, "updates").split("/")[4]
    for address in (
        f"/cases/{number}/updates/x/",
        f"/cases/{number}/no-updates/{token}/",
        f"/cases/C-1/updates/{token}/",
    ):
        assert reader.post(address).status_code == 404


def test_an_installation_without_mail_says_so(reader: Client) -> None:
    """Where no mail leaves, form and page say so, and nothing promises one."""
    assert "sends no mail" in reader.get("/corrections/new/").content.decode()
    _number, address = sent(reader, email="nora@example.org", updates="1")
    page = reader.get(f"{address}?new=1").content.decode()
    assert "sends no mail" in page and "on its way" not in page


def test_what_is_held_is_marked_until_the_case_is_decided(reader: Client, editor: Client) -> None:
    """A hold is public: on the case, in the log and for the pages of the thing; a decision ends it."""
    line = a_line()
    number, address = sent(reader, f"claim:{line.id}")
    page, why = f"/editors/cases/{number}/", unlike()
    editor.post(page, {"act": "hold", "note": why})
    assert [(one.case, one.why) for one in held_of(claim=[line.id], report=[line.report.id])] == [(number, why)]
    assert why in reader.get("/corrections/?class=held").content.decode()
    assert why in reader.get(address).content.decode()
    editor.post(page, {"act": "release"})
    assert held_of(claim=[line.id]) == ()
    editor.post(page, {"act": "hold", "note": why})
    editor.post(page, {"act": "decline", "why": "It stands as it is."})
    assert held_of(claim=[line.id]) == () and ledger.holds() == ()


def test_no_secret_of_a_link_gets_into_the_log(reader: Client) -> None:
    """A log line that repeats an address has its secret replaced."""
    _number, address = sent(reader)
    for words, args in (("Bad Request: %s", (address,)), ("Not Found: /accounts/password/reset/key/6-abc-def/", ())):
        record = logging.LogRecord("django.request", logging.WARNING, "", 0, words, args, None)
        assert NoSecrets().filter(record)
        assert address.split("/")[3] not in record.getMessage() and "6-abc-def" not in record.getMessage()
