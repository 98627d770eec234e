"""An invented ledger for the tests of corrections, and readers and editors who use it. Nothing in it is real."""

import re
import shutil
import uuid
from collections.abc import Iterator
from functools import cache as cache_once
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.test.utils import setup_test_environment

from musterroll import ledger

django.setup()
if not hasattr(mail, "outbox"):
    setup_test_environment()

from django.contrib.auth.models import Group, User  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402

from musterroll import pipeline  # noqa: E402
from musterroll.ledger import ClaimFilter, ClaimLine  # noqa: E402
from tests.ledger.invented import PACKS, a_reading  # noqa: E402

PASSWORD = "a-very-long-word-for-tests"
XSS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'\"--><svg/onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "</textarea><script>alert(1)</script>",
    "<a href='javascript:alert(1)'>x</a>",
    "\u202e<b>evil</b>\u202c",
)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of six invented reports, with the accounts of five people."""
    return make(tmp_path_factory.getbasetemp())


@cache_once
def make(folder: Path) -> Path:
    """Make the ledger, once a run, however many folders of tests ask for it."""
    path = folder / "cases.db"
    ledger.open_ledger(path, create=True)
    call_command("migrate", verbosity=0, interactive=False)
    ledger.put_packs(PACKS)
    for number in range(1, 7):
        read = a_reading(number, claims=2, force="grey-column" if number < 5 else "blue-guard")
        ledger.add_reading(read.page, read.report, read.claims, read.linked)
    pipeline.rederive()
    for role in ("reader-of-full-text", "reviewer", "editor", "admin"):
        user = User.objects.create_user(role.split("-")[0], password=PASSWORD)
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    User.objects.create_user("nobody", password=PASSWORD)
    ledger.close_ledger()
    return path


@pytest.fixture
def book(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The ledger, a copy for one test, open; with nobody counted yet and no time that forms must have been open."""
    path = tmp_path / "ledger.db"
    shutil.copy(made_once, path)
    ledger.open_ledger(path)
    cache.clear()
    monkeypatch.setattr("musterroll.desk.intake.tokens.TRAP", 0)
    yield path
    ledger.close_ledger()


@pytest.fixture
def reader(book: Path) -> Client:
    """Somebody without an account, whose browser checks nothing by itself."""
    return Client()


def editor_of(role: str) -> Client:
    """Return a browser in which somebody of a role is logged in."""
    client = Client()
    client.force_login(User.objects.get(username=role), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def editor(book: Path) -> Client:
    """An editor, logged in."""
    return editor_of("editor")


def a_line(number: int = 0) -> ClaimLine:
    """Return a claim of the ledger with the words around it."""
    return ledger.claims(ClaimFilter(force="grey-column"), limit=10).rows[number]


def filled(client: Client, about: str = "", **typed: str) -> dict[str, str]:
    """Return a form as a reader fills it in: its token, and something wrong."""
    page = client.get("/corrections/new/", {"about": about}).content.decode()
    token = re.findall(r'name="token" value="([^"]+)"', page)[0]
    return {"about": about, "token": token, "part": "number", "wrong": "It says 100, not 1,000.", **typed}


def sent(client: Client, about: str = "", **typed: str) -> tuple[str, str]:
    """Send a correction; return the case's number and the address of its page."""
    answer = client.post("/corrections/new/", filled(client, about, **typed))
    assert answer.status_code == 302, answer.content.decode()
    address = answer["Location"].partition("?")[0]
    return address.split("/")[2], address


def unlike() -> str:
    """Return words that no page has by itself."""
    return f"word{uuid.uuid4().hex[:10]}"


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> list[mail.EmailMessage]:
    """Mail leaves this installation; what left."""
    monkeypatch.setattr(settings, "MAIL", "console", raising=False)
    monkeypatch.setattr(settings, "EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
    mail.outbox = []
    return mail.outbox


def path_in(text: str, part: str) -> str:
    """Return the path of the link in a mail that has a part."""
    return re.findall(rf"http://testserver(\S*/{part}/\S*)", text)[0]
