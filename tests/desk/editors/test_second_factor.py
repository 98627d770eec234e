"""The second factor: where it must be there, who has none sets one up and does nothing else until then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import User
from django.test import Client
from django.test.utils import override_settings

from musterroll import ledger
from musterroll.desk.editors import accounts
from musterroll.desk.factors import must_have_second_factor
from musterroll.records import ActRefused, Person
from tests.desk.case_fixtures import PASSWORD, editor_of, sent

ADMIN = Person("an admin", frozenset({"admin"}))
SET_UP = "/accounts/2fa/totp/activate/"
PAGES = ("/editors/", "/editors/audit/", "/findings/", "/", "/api/v1/findings", "/accounts/password/change/")


@pytest.fixture
def required() -> Iterator[None]:
    """An installation at which editors must have a second factor."""
    with override_settings(SECOND_FACTOR=True):
        yield


@pytest.mark.parametrize(
    ("said", "behind_tls", "hosts", "must"),
    [
        ("", False, ["localhost", "127.0.0.1", "[::1]"], False),
        ("", True, ["localhost"], True),
        ("", False, ["localhost", "roll.example.org"], True),
        ("", False, [".example.org"], True),
        ("", False, ["*"], True),
        ("off", True, ["roll.example.org"], False),
        ("on", False, ["127.0.0.1"], True),
    ],
)
def test_it_must_be_there_as_soon_as_others_can_reach_the_desk(
    said: str, behind_tls: bool, hosts: list[str], must: bool
) -> None:
    """On one's own machine it is off; behind TLS or under another name it is on; the setting says otherwise."""
    assert must_have_second_factor(said, behind_tls, hosts) is must


def test_another_word_is_no_setting() -> None:
    """What is neither on nor off stops the desk before it serves anything."""
    with pytest.raises(ValueError, match="MUSTERROLL_SECOND_FACTOR"):
        must_have_second_factor("yes", False, [])


@pytest.mark.parametrize("role", ["editor", "admin"])
def test_who_has_none_is_led_to_the_set_up_alone(required: None, book: Path, role: str) -> None:
    """An editor or administrator without one gets the set-up from every page, by every method, and can log out."""
    client = editor_of(role)
    for page in PAGES:
        assert client.get(page)["Location"] == SET_UP, page
    assert client.post("/editors/cases/C-2026-000001/", {"act": "claim"})["Location"] == SET_UP
    assert client.get("/ar/editors/")["Location"] == f"/ar{SET_UP}"
    assert client.get("/accounts/logout/").status_code == 200


def test_nothing_is_done_by_who_has_none(required: None, book: Path) -> None:
    """What an editor without one sends to a case is not done, and leaves no line in the audit."""
    number, _address = sent(Client())
    before = ledger.audit_lines()
    editor_of("editor").post(f"/editors/cases/{number}/", {"act": "claim"})
    assert ledger.case_file(number).claimed_by is None and ledger.audit_lines() == before


def test_all_opens_when_it_is_set_up(required: None, book: Path) -> None:
    """The page says why it is shown; with the right code the desk opens, and asks for a code at the next login."""
    client = Client()
    client.post("/accounts/login/", {"login": "editor", "password": PASSWORD})
    page = client.get("/editors/", follow=True)
    assert "editors need a second factor" in page.content.decode()
    asked = page.redirect_chain[-1][0]
    page = client.post(asked, {"password": PASSWORD}, follow=True)
    assert page.redirect_chain[-1][0] == SET_UP and "editors need a second factor" in page.content.decode()
    secret = client.session["mfa.totp.secret"]
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    assert client.post(SET_UP, {"code": "000000"}).status_code == 200
    assert client.get("/editors/")["Location"] == SET_UP
    assert client.post(SET_UP, {"code": code}).status_code == 302
    assert client.get("/editors/").status_code == 200
    again = Client()
    again.post("/accounts/login/", {"login": "editor", "password": PASSWORD})
    assert again.get("/editors/").status_code == 302 and "_auth_user_id" not in again.session


def test_who_takes_it_off_is_led_back(required: None, book: Path) -> None:
    """An editor whose second factor is gone is led to the set-up again, in a session that is open."""
    TOTP.activate(User.objects.get(username="editor"), generate_totp_secret())
    client = editor_of("editor")
    assert client.get("/editors/").status_code == 200
    accounts.forget_factor("editor", by=ADMIN)
    assert client.get("/editors/")["Location"] == SET_UP


@pytest.mark.parametrize("role", ["reviewer", "reader", "nobody"])
def test_others_need_none(required: None, book: Path, role: str) -> None:
    """Reviewers, readers of full text and accounts without a role are asked for nothing."""
    assert editor_of(role).get("/findings/").status_code == 200


def test_readers_are_never_asked(required: None, reader: Client) -> None:
    """Who is not logged in reads and writes as ever, also with a session cookie of nobody."""
    assert all(reader.get(page).status_code == 200 for page in ("/", "/findings/", "/corrections/new/"))
    reader.cookies["sessionid"] = "x" * 32
    assert reader.get("/findings/").status_code == 200


def test_where_it_need_not_be_nobody_is_led_anywhere(editor: Client) -> None:
    """Where it is off an editor without one works as ever."""
    with override_settings(SECOND_FACTOR=False):
        assert editor.get("/editors/").status_code == 200


def test_an_administrator_takes_a_lost_one_away(book: Path) -> None:
    """It is gone with an audit line, the list of accounts says so, and others may not do it."""
    TOTP.activate(User.objects.get(username="editor"), generate_totp_secret())
    assert {one.name: one.factor for one in accounts.accounts()}["editor"]
    with pytest.raises(ActRefused):
        accounts.forget_factor("editor", by=Person("an editor", frozenset({"editor"})))
    assert Authenticator.objects.count() == 1
    accounts.forget_factor("editor", by=ADMIN)
    assert not any(one.factor for one in accounts.accounts())
    assert ledger.audit_lines("editor")[-1].act == "appoint"
