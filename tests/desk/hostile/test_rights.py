"""Each role is tried on each address: what it may see it sees, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from musterroll import ledger
from tests.desk.case_fixtures import a_line, editor_of, sent
from tests.desk.opinion import texts

ROLES = ("", "nobody", "reader", "reviewer", "editor", "admin")
READ = (
    "overview", "findings", "finding", "claim", "chain", "forces", "force", "commitments", "commitment", "reports",
    "report", "search", "outlets", "outlet", "places", "place", "map-data", "api-docs", "policies", "policy",
    "exports", "feeds", "feed", "feed-about", "corrections", "correction", "opinions", "opinion", "submit", "sitemap",
    "sitemap-page", "robots", "security-txt", "datapackage", "export-places", "export-columns", "export",
)  # fmt: skip
FORMS = ("correction-new", "submit-opinion", "submit-report")
SUMS = ("intake-sum",)
SECRET = ("case", "case-confirm", "case-stop", "submission", "submission-confirm", "submission-stop")
REVIEWING = (
    "editors", "editor-audit", "editor-case", "editor-submissions", "editor-submission", "editor-claim",
    "editor-report", "editor-actor",
)  # fmt: skip
EDITING = ("editor-related",)
FOREIGN = ("account_", "mfa_")
MAY = {"reviewer": REVIEWING, "editor": REVIEWING + EDITING, "admin": REVIEWING + EDITING}


@dataclass(frozen=True)
class There:
    """A case and a submission, each with its number and the address of its secret link."""

    case: tuple[str, str]
    submission: tuple[str, str]

    def address(self, view: str) -> str:
        """Return an address of a view, of something that is there where it is about one thing."""
        claim = a_line()
        named: dict[str, tuple[str, ...]] = {
            "finding": (ledger.findings(limit=1).rows[0].id,), "claim": (claim.id,), "chain": (claim.id,),
            "force": ("grey-column",), "report": (claim.report.id,), "outlet": ("the-post",), "policy": ("privacy",),
            "feed": ("findings", "atom"), "feed-about": ("force", "grey-column", "rss"), "sitemap-page": ("forces",),
            "export-columns": ("claims",), "export": ("claims", "csv"), "commitment": ("none",), "place": ("none",),
            "correction": ("none",), "opinion": ("none",), "editor-case": (self.case[0],),
            "editor-submission": (self.submission[0],), "editor-claim": (claim.id,),
            "editor-report": (claim.report.id,), "editor-related": (claim.report.id,), "editor-actor": ("grey-column",),
            **dict.fromkeys(("case", "case-confirm", "case-stop"), (self.case[0], "A" * 32)),
            **dict.fromkeys(("submission", "submission-confirm", "submission-stop"), (self.submission[0], "A" * 32)),
        }  # fmt: skip
        return reverse(view, args=named.get(view, ()))


@pytest.fixture
def there(reader: Client) -> There:
    """A case and a submission that a reader sent."""
    return There(sent(reader, f"claim:{a_line().id}"), texts.sent(reader))


def views(patterns: list[object]) -> Iterator[str]:
    """Yield the names of all views of the site, the API's apart (it has no rights to mind)."""
    for one in patterns:
        if isinstance(one, URLPattern):
            yield one.name or ""
        elif getattr(one, "namespace", None) != "api-1":
            yield from views(one.url_patterns)  # type: ignore[attr-defined]


def test_every_address_has_its_place_here() -> None:
    """No view is added without being tried by every role; nothing is listed that is gone."""
    ours = {name for name in views(get_resolver().url_patterns) if name and not name.startswith(FOREIGN)}
    assert ours == {*READ, *FORMS, *SUMS, *SECRET, *REVIEWING, *EDITING}


@pytest.mark.parametrize("role", ROLES)
def test_what_is_public_is_public_and_can_only_be_read(there: There, role: str) -> None:
    """Whoever asks gets public pages; whatever is sent to one is refused, 405, without being looked at."""
    client = editor_of(role) if role else Client()
    for view in READ:
        address = there.address(view)
        assert client.get(address).status_code in (200, 404), view
        assert client.post(address, {"act": "retract", "why": "x"}).status_code == 405, view
    for view in (*FORMS, *SUMS):
        assert client.get(there.address(view)).status_code == 200, view


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_editors_pages_open_for_their_roles_alone(there: There, role: str, method: str) -> None:
    """Nobody's browser is led to the login, another role is refused, and neither is told what is there."""
    client = editor_of(role) if role else Client()
    for view in (*REVIEWING, *EDITING):
        answer = getattr(client, method)(there.address(view), {"act": "nothing"} if method == "post" else {})
        if view in MAY.get(role, ()):
            assert answer.status_code in ((200,) if method == "get" else (400, 405)), view
            continue
        assert answer.status_code == (403 if role else 302), view
        assert not any(words in answer.content for words in (b"100, not 1,000", a_line().words.encode()))
        assert role or answer["Location"].startswith("/accounts/login/?next=/editors/")


@pytest.mark.parametrize("role", ROLES)
def test_a_secret_link_opens_by_its_secret_alone(there: There, role: str) -> None:
    """No role opens a case or a submission with a guessed secret, for reading or for writing."""
    client = editor_of(role) if role else Client()
    for view in SECRET:
        for answer in (client.get(there.address(view)), client.post(there.address(view), {"words": "x"})):
            assert answer.status_code == 404 and b"100, not 1,000" not in answer.content, view


def test_one_secret_opens_one_thing(there: There, reader: Client) -> None:
    """The secret of one case opens no other case, no submission, and none of the links in mail, and so on."""
    case, submission = there.case[1].split("/")[3], there.submission[1].split("/")[3]
    other = sent(reader)[0]
    for path in (
        f"/cases/{other}/{case}/", f"/submissions/{there.submission[0]}/{case}/", f"/submissions/{other}/{case}/",
        f"/cases/{there.case[0]}/updates/{case}/", f"/cases/{there.case[0]}/no-updates/{case}/",
        f"/cases/{there.case[0]}/{submission}/", f"/cases/{there.case[0]}/{case[:-1]}/", f"/cases/{there.case[0]}/%00/",
        f"/cases/{there.case[0]}/{case}%00/", f"/cases/{there.case[0]}/{case.lower()}/", f"/cases/%/{case}/",
    ):  # fmt: skip
        assert reader.get(path).status_code == 404, path
    assert reader.get(there.case[1]).status_code == reader.get(there.submission[1]).status_code == 200


def test_no_role_writes_what_takes_another(there: There) -> None:
    """Buttons of every editors' page, pressed by who may not press them, leave the ledger as it was."""
    buttons = (
        "claim", "leave", "comment", "message", "hold", "release", "reopen", "propose", "accept", "decline", "approve",
        "publish", "revise", "ask", "withdraw", "confirm", "reject", "mend", "retract", "restore", "merge", "part",
        "take back",
    )  # fmt: skip
    for role, pressed in (("", buttons[::5]), ("nobody", buttons[1::5]), ("reader", buttons[::2])):
        client = editor_of(role) if role else Client()
        before = ledger.change_mark()
        for view in (*REVIEWING, *EDITING):
            for act in pressed:
                client.post(there.address(view), {"act": act, "why": "x", "note": "x", "into": "blue-guard"})
        assert ledger.change_mark() == before, role
