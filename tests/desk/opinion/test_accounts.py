"""Accounts: how editors log in, what shuts them out, and what an installation checks of itself."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from tests.desk.case_fixtures import PASSWORD

LOGIN = "/accounts/login/"


def login(client: Client, name: str = "editor", word: str = PASSWORD, address: str = "203.0.113.5") -> int:
    """Log in; return the answer's status."""
    return client.post(LOGIN, {"login": name, "password": word}, REMOTE_ADDR=address).status_code


def test_pages_of_accounts_look_like_the_desk(reader: Client, editor: Client) -> None:
    """Login, password and second factor stand in the desk's own page, with nothing inline and nothing from elsewhere."""
    pages = [reader.get(LOGIN)]
    login(editor)
    pages += [
        editor.get(where, follow=True)
        for where in ("/accounts/2fa/", "/accounts/password/change/", "/accounts/logout/")
    ]
    pages.append(editor.get("/accounts/2fa/totp/activate/", follow=True))
    for answer in pages:
        page = answer.content.decode()
        assert answer.status_code == 200 and 'class="masthead"' in page and "desk/accounts.css" in page
        assert "style=" not in page and "<style" not in page and "no-store" in answer["Cache-Control"]
        assert re.findall(r"<script(?![^>]*(?:src=|type=\"application/(?:ld\+)?json\"))", page) == []
        assert re.findall(r"(?:src|href)=\"(?:https?:)?//", page) == []
    first = pages[0].content.decode().lower()
    assert "sign up" not in first and "forgot" not in first and "remember" not in first


def test_nobody_makes_an_account_by_themselves(reader: Client) -> None:
    """The sign-up page makes nothing."""
    count = User.objects.count()
    reader.post("/accounts/signup/", {"username": "mallory", "password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.count() == count


def test_five_wrong_passwords_shut_the_door(reader: Client) -> None:
    """After five wrong passwords the right one is of no use either from there; another account is still open."""
    codes = [login(reader, word="wrong") for _ in range(5)]
    assert codes[-1] == 429 and login(reader) == 429
    assert "_auth_user_id" not in reader.session
    assert login(Client(), "admin") == 302


def test_the_page_of_a_locked_door_says_for_how_long(reader: Client) -> None:
    """The lock-out page is the desk's own and says for how long."""
    answer = [reader.post(LOGIN, {"login": "editor", "password": "wrong"}) for _ in range(6)][-1]
    page = answer.content.decode()
    assert answer.status_code == 429 and "Locked for an hour" in page and 'class="masthead"' in page
    assert answer["Retry-After"] == "3600"


def test_no_address_of_anybody_is_kept(reader: Client) -> None:
    """Wrong passwords are counted under a mark of the day, logins are not listed: no internet address is stored."""
    login(reader, word="wrong", address="203.0.113.77")
    login(Client(), address="203.0.113.78")
    kept = list(AccessAttempt.objects.values_list("ip_address", flat=True))
    assert kept and all(address.startswith("fd") for address in kept)
    assert not AccessLog.objects.exists()


def test_a_second_factor_is_asked_for(reader: Client) -> None:
    """Who has set one up is not logged in by the password alone; a wrong code does not help, the right one does."""
    from allauth.mfa.totp.internal.auth import TOTP

    secret = generate_totp_secret()
    TOTP.activate(User.objects.get(username="editor"), secret)
    assert login(reader) == 302
    assert reader.get("/editors/").status_code == 302
    page = reader.get("/accounts/2fa/authenticate/")
    assert page.status_code == 200 and 'class="masthead"' in page.content.decode()
    assert reader.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    assert reader.post("/accounts/2fa/authenticate/", {"code": code}).status_code == 302
    assert reader.get("/editors/").status_code == 200


@pytest.mark.parametrize("word", ["short", "password1234", "1234567890123456789", "long-editor-name1"])
def test_a_weak_password_is_refused(word: str) -> None:
    """Twelve letters at least, none of the common ones, no number alone, not like the name."""
    with pytest.raises(ValidationError):
        validate_password(word, User(username="long-editor-name"))


def test_a_session_is_new_at_login_and_gone_at_logout(reader: Client) -> None:
    """Logging in changes the session's key, logging out ends it, and its cookie is for this site and no script."""
    session = reader.session
    session["kept"] = 1
    session.save()
    reader.cookies["sessionid"] = session.session_key
    assert login(reader) == 302
    cookie = reader.cookies["sessionid"]
    assert cookie.value != session.session_key
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["max-age"]
    held = cookie.value
    reader.post("/accounts/logout/")
    again = Client()
    again.cookies["sessionid"] = held
    assert again.get("/editors/").status_code == 302


def test_a_changed_password_ends_the_other_sessions(reader: Client, book: Path) -> None:
    """A password that is set anew shuts every session that was open with the one before."""
    assert login(reader) == 302 and reader.get("/editors/").status_code == 200
    user = User.objects.get(username="editor")
    user.set_password("quite-another-long-word")
    user.save()
    assert reader.get("/editors/").status_code == 302


def test_a_login_leads_nowhere_else(reader: Client) -> None:
    """The page after a login is one of ours, whatever the address asks for."""
    answer = reader.post(f"{LOGIN}?next=https://evil.example/", {"login": "editor", "password": PASSWORD})
    assert answer.status_code == 302 and "evil" not in answer["Location"]


def test_the_deployment_check_is_clean(tmp_path: Path) -> None:
    """`check --deploy` has nothing to say of an installation with a public https address."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "musterroll.desk.settings",
        "MUSTERROLL_LEDGER": str(tmp_path / "ledger.db"),
        "MUSTERROLL_URL": "https://roll.example.org",
        "MUSTERROLL_HOSTS": "roll.example.org",
        "MUSTERROLL_PROXY": "1",
    }
    environment.pop("MUSTERROLL_SECRET_KEY", None)
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout
