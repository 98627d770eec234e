"""Logging in tells nobody who has an account, by its words, by its work or by mail."""

import re
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.test.utils import override_settings

from musterroll.desk.accounts import ClosedDoor
from tests.desk.case_fixtures import PASSWORD

LOGIN = "/accounts/login/"


@pytest.fixture
def hashed(book: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passwords that were hashed, each time: that is what takes the time of a login. Two more accounts are there."""
    fresh = User(username="fresh")
    fresh.set_unusable_password()
    fresh.save()
    User.objects.create_user("gone", password=PASSWORD, is_active=False)
    made: list[str] = []
    encode = PBKDF2PasswordHasher.encode

    def counted(self: PBKDF2PasswordHasher, password: str, salt: str, iterations: int | None = None) -> str:
        made.append(password)
        return encode(self, password, salt, iterations)

    monkeypatch.setattr(PBKDF2PasswordHasher, "encode", counted)
    return made


def page_of(client: Client, name: str) -> tuple[int, str]:
    """Return the status and page of a login with a wrong password, without what differs each time."""
    answer = client.post(LOGIN, {"login": name, "password": "a wrong one"}, REMOTE_ADDR="203.0.113.9")
    page = re.sub(r'value="[^"]*"', "", answer.content.decode())
    return answer.status_code, page.replace(name, "")


def test_a_login_says_nobody_who_is_there(reader: Client, hashed: list[str]) -> None:
    """The same page and the same work, for an open account, one without a password, a closed one, and none."""
    seen, work = [], []
    for name in ("editor", "fresh", "gone", "nobody-of-that-name", "x" * 150):
        cache.clear()
        hashed.clear()
        seen.append(page_of(Client(), name))
        work.append(len(hashed))
    assert {one[0] for one in seen} == {200} and len(set(seen)) == 1
    assert work[0] > 0 and len(set(work)) == 1, work


@override_settings(MAIL="console")
def test_no_mail_goes_to_who_has_no_account(reader: Client) -> None:
    """The form that asks for a new password sends nothing to an address that a stranger types."""
    mail.outbox.clear()
    answer = reader.post("/accounts/password/reset/", {"email": "stranger@example.org"})
    assert answer.status_code == 302 and mail.outbox == []
    assert not EmailAddress.objects.exists()


@override_settings(BEHIND_PROXY=True)
def test_behind_a_proxy_each_address_counts_by_itself() -> None:
    """Wrong passwords of one address shut out nobody at another, though all come through the proxy's."""
    ask = RequestFactory().post
    seen = [
        ask(LOGIN, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=f"1.1.1.1, {said}") for said in ("9.9.9.9", "8.8.8.8")
    ]
    door = ClosedDoor(None)
    assert len({door.get_client_ip(request) for request in seen}) == 2
    assert not any(part in door.get_client_ip(request) for request in seen for part in ("9.9.9.9", "10.0.0.1"))
    assert door.get_client_ip(ask(LOGIN, REMOTE_ADDR=""))


def test_a_session_that_was_put_there_is_not_the_one_logged_in(reader: Client) -> None:
    """A key that somebody else chose is not taken over by a login, nor is one of before."""
    reader.cookies["sessionid"] = "a" * 32
    answer = reader.post(LOGIN, {"login": "editor", "password": PASSWORD})
    assert answer.status_code == 302 and reader.cookies["sessionid"].value != "a" * 32
    thief = Client()
    thief.cookies["sessionid"] = "a" * 32
    assert thief.get("/editors/").status_code == 302


@pytest.mark.parametrize(
    "leads",
    ["//evil.example", "https:evil.example", "/\\evil.example", "javascript:alert(1)", "\thttps://evil.example",
     "https://testserver@evil.example/"],
)  # fmt: skip
def test_a_login_leads_to_a_page_of_ours(reader: Client, leads: str) -> None:
    """Wherever the address asks to be led afterwards, it is a page of this site."""
    reader.get(LOGIN, {"next": leads})
    answer = reader.post(LOGIN, {"login": "editor", "password": PASSWORD, "next": leads})
    assert answer.status_code == 302 and re.match(r"/(?![/\\])", answer["Location"]), answer["Location"]
    assert "%09/" not in answer["Location"] or answer["Location"].startswith("/%09/")
