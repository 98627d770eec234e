"""Forms are filled in by anybody: whatever stands in a field, the answer is in words, and nothing is asked elsewhere."""

import json
import re
import socket
from urllib.parse import quote, quote_from_bytes

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from musterroll import ledger
from tests.desk.case_fixtures import XSS, a_line, filled, sent
from tests.desk.opinion import texts

ODD = (
    *(attack.encode() for attack in XSS), b"", b"\x00", b"\xed\xa0\x80", b"\xff\xfe", b"9" * 5_000, b"NaN", b"-1", b"1e999",
    b"../../../../etc/passwd", b"%00%2e%2e%2f", "\u202e\u2066\u200b\U000e0041".encode(), b"0000-00-00", b"99999-99-99",
    b"2021-02-30", b"' OR 1=1 --", b"\r\nSet-Cookie: x=1", b"x" * 60_000, "\ufdfa".encode() * 1_000, b"{{7*7}}", b"%s%n%d",
)  # fmt: skip
FORM = "application/x-www-form-urlencoded"
ASKED = (
    "force", "type", "place", "side", "measure", "grade", "source", "outlet", "since", "until", "words", "order",
    "after", "q", "kind", "bbox", "country", "precision", "class", "report", "finding", "tab", "with", "part", "subject",
    "from", "about", "state",
)  # fmt: skip
MENDED = ("type", "min", "max", "measure", "first", "last", "polarity", "modality", "force", "place", "source")
ACTS = (
    "claim", "leave", "comment", "message", "hold", "release", "reopen", "propose", "accept", "decline", "preview",
    "approve", "publish", "revise", "ask", "withdraw", "confirm", "reject", "mend", "retract", "restore", "merge", "part",
    "preview-mend", "preview-merge", "take back",
)  # fmt: skip


def body(fields: dict[str, bytes | str]) -> str:
    """Return a form's body from bytes, in UTF-8 or not."""
    said = {name: value if isinstance(value, bytes) else value.encode() for name, value in fields.items()}
    return "&".join(f"{name}={quote_from_bytes(value)}" for name, value in said.items())


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was asked of the network, which is shut."""
    asked: list[object] = []

    def refuse(self: socket.socket, address: object) -> None:
        asked.append(address)
        raise OSError("the network is shut")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *said, **_: refuse(socket.socket(), said))
    return asked


@pytest.mark.parametrize(
    "where", ["http://169.254.169.254/latest", "http://127.0.0.1:22/", "https://[::1]/", "http://localhost:1/"]
)
def test_no_form_makes_the_server_ask_anybody(reader: Client, editor: Client, closed: list[object], where: str) -> None:
    """Evidence and a report's own page are addresses to show: from sending to publication nobody is asked for them."""
    number, address = sent(reader, f"claim:{a_line().id}", evidence=where)
    assert reader.get(address).status_code == editor.get(f"/editors/cases/{number}/").status_code == 200
    texts.published(reader, editor, "report", url=where)
    page = f'<html><img src="{where}"><link rel=stylesheet href="{where}"><p>Words of a page.</p></html>'.encode()
    assert (
        reader.post("/submit/opinion/", texts.filled(text="", file=SimpleUploadedFile("a.html", page))).status_code
        == 302
    )
    assert closed == []


@pytest.mark.parametrize("form", ["/corrections/new/", "/submit/opinion/", "/submit/report/"])
def test_no_field_of_a_form_breaks_it(reader: Client, form: str) -> None:
    """Whatever stands in all fields at once, or in one, the form comes back with a reason or what was sent is filed."""
    good = filled(reader) if form == "/corrections/new/" else texts.filled(form.split("/")[2])
    for odd in ODD:
        for changed in (
            [*good],
            ["about"],
            ["token"],
            ["evidence", "url"],
            ["email"],
            ["day"],
            ["proof"],
            ["kept"],
            ["part"],
        ):
            answer = reader.post(form, body({**good, **dict.fromkeys(changed, odd)}), content_type=FORM)
            assert answer.status_code in (200, 302, 400, 404, 409, 413, 429), (changed, odd[:20])


def test_no_word_in_an_address_breaks_a_page(reader: Client, editor: Client) -> None:
    """Whatever is asked in any field of an address, a page answers, never with a fault."""
    pages = ("/findings/", "/search/", "/places/", "/reports/", "/forces/", "/outlets/", "/commitments/", "/corrections/",
             "/map-data.geojson", "/corrections/new/", "/sitemap/findings.xml", "/opinions/")  # fmt: skip
    for odd in ODD:
        if len(odd) > 3_000:
            continue  # no server takes so long an address
        asked = body(dict.fromkeys(ASKED, odd))
        for page in pages:
            assert reader.get(f"{page}?{asked}").status_code in (200, 400, 404), (page, odd[:20])
        for page in ("/editors/", "/editors/submissions/", "/editors/audit/"):
            assert editor.get(f"{page}?{asked}").status_code == 200, (page, odd[:20])


@pytest.mark.parametrize("sign", ["%", "_", "*", "%%", "The_Post", "?", "[a-z]", "grey%", "grey_column"])
def test_wildcards_are_letters(reader: Client, sign: str) -> None:
    """Signs that stand for any letter in a database's own language stand for themselves here, and find nothing."""
    for address, name, fields in (
        ("/reports/", "reports", ("outlet",)), ("/findings/", "findings", ("force", "place", "source", "outlet", "side")),
        ("/search/", "claims", ("force", "place", "source", "outlet")), ("/forces/", "forces", ("words",)),
    ):  # fmt: skip
        for field in fields:
            answer = reader.get(address, {field: sign, "format": "json"})
            assert json.loads(b"".join(answer))[name] == [], (address, field)  # type: ignore[call-overload]
    assert reader.get(f"/outlets/{quote(sign, safe='')}/").status_code == 404


def test_no_id_in_an_address_breaks_a_page(reader: Client, editor: Client) -> None:
    """An id that is none answers 404, or an empty page of what was not heard of; no path leads out."""
    kinds = ("findings", "claims", "chains", "forces", "places", "commitments", "reports", "outlets", "opinions",
             "corrections/log", "api/v1/findings", "api/v1/reports", "api/v1/places")  # fmt: skip
    for odd in ODD:
        if not odd or len(odd) > 3_000:
            continue
        said = quote_from_bytes(odd, safe="")
        for kind in kinds:
            answer = reader.get(f"/{kind}/{said}{'' if kind.startswith('api') else '/'}")
            assert answer.status_code in (200, 400, 404), (kind, odd[:20])
            assert b"root:x" not in b"".join(answer)  # type: ignore[call-overload]
        for kind in ("cases", "submissions", "claims", "reports", "actors"):
            assert editor.get(f"/editors/{kind}/{said}/").status_code in (200, 404), (kind, odd[:20])


def test_no_field_of_an_editors_form_breaks_it(reader: Client, editor: Client) -> None:
    """Editors' forms refuse in words what cannot be done, whatever stands in the fields, and leave no fault behind."""
    line = a_line()
    case, submission = sent(reader, f"claim:{line.id}")[0], texts.sent(reader)[0]
    pages = (f"/editors/cases/{case}/", f"/editors/submissions/{submission}/", f"/editors/claims/{line.id}/",
             "/editors/actors/grey-column/", f"/editors/reports/{line.report.id}/related/")  # fmt: skip
    for number, odd in enumerate(ODD):
        fields: dict[str, bytes | str] = dict.fromkeys(
            ("why", "note", "wrong", "right", "class", "into", "other", "others", "title", "text", "claim", "report",
             *(f"f-{name}" for name in MENDED)), odd,
        )  # fmt: skip
        for page in pages:
            for act in ACTS[number % 9 :: 9]:
                step = ("mend", "reject", "retract", "note")[number % 4]
                answer = editor.post(page, body({**fields, "act": act, "step": step}), content_type=FORM)
                assert answer.status_code in (200, 302, 400, 403, 404, 409, 413), (page, act, odd[:20])
    assert ledger.findings(limit=1).rows is not None
    assert not re.search(rb"Server Error", editor.get("/editors/").content)
