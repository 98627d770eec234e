"""The API: the ledger's records under their stable keys, page by page, validated, open to all, with clear refusals."""

import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from django.test import Client

from musterroll import ledger, records
from musterroll.desk.out.api import shapes
from musterroll.desk.out.api.door import api
from musterroll.ledger import ClaimFilter, FindingFilter, ReportFilter, every
from musterroll.pipeline.forms import (
    actor_form,
    chain_form,
    claim_line_form,
    finding_form,
    holding_form,
    linked_claim_form,
    notice_form,
)
from tests.desk.out.conftest import Corrected, body

ROOT = "/api/v1"
LISTS = ("findings", "claims", "reports", "actors", "places", "commitments", "corrections", "notices")


def got(client: Client, path: str) -> dict[str, Any]:
    """Return an answer of the API."""
    made: dict[str, Any] = json.loads(body(client, f"{ROOT}{path}"))
    return made


def all_of(client: Client, path: str) -> Iterator[dict[str, Any]]:
    """Yield every record of a list, page by page."""
    there: str | None = f"http://testserver{ROOT}{path}"
    while there:
        page = json.loads(body(client, there.removeprefix("http://testserver")))
        yield from page["data"]
        there = page["next"]


def test_following_next_shows_every_record_once(client: Client, corrected: Corrected) -> None:
    """The pages of each list hold every record once, in the ledger's order, and then end."""
    wanted = {
        "findings": [one.id for one in every(ledger.findings, FindingFilter())],
        "claims": [line.id for line in every(ledger.claims, ClaimFilter())],
        "reports": [line.id for line in every(ledger.reports, ReportFilter())],
        "actors": sorted(line.id for line in ledger.actors()),
        "commitments": [one.id for one in ledger.holdings()],
        "notices": [one.id for one in reversed(ledger.notices())],
        "corrections": [one.id for one in ledger.corrections(limit=1000)],
    }
    for name, ids in wanted.items():
        assert ids and [one["id"] for one in all_of(client, f"/{name}?limit=37")] == ids, name
    assert [one["id"] for one in all_of(client, "/notices?limit=1")] == wanted["notices"]
    assert {one["id"] for one in all_of(client, "/findings?grade=retracted&limit=1")} == corrected.gone


def test_keys_are_those_of_the_forms(client: Client, corrected: Corrected) -> None:
    """Every key of a form stands in the API's record with the form's value."""
    finding = ledger.findings(limit=1).rows[0]
    line = ledger.claims(limit=1).rows[0]
    holding = next(one for one in ledger.holdings() if one.evidence)
    actor = next(line for line in ledger.actors() if line.id == "wagner-group")
    pairs = (
        (f"/findings/{finding.id}", finding_form(finding)),
        (f"/claims/{line.id}", {**linked_claim_form(line.claim, ledger.report(line.report.id)), "status": "standing"}),
        (f"/chains/{line.id}", chain_form(ledger.chain(line.id))),
        ("/actors/wagner-group", actor_form(actor, ledger.packs().actors["wagner-group"])),
        (
            f"/notices?cause={ledger.notices()[0].cause}&limit=1",
            notice_form(ledger.notices(cause=ledger.notices()[0].cause)[-1]),
        ),
    )
    for path, form in pairs:
        made = got(client, path)
        made = made["data"][0] if "data" in made else made
        assert {key: made[key] for key in form} == json.loads(json.dumps(form)), path
    made, form = got(client, f"/commitments/{holding.id}"), holding_form(holding)
    assert made["evidence"] == json.loads(json.dumps(form["evidence"])) and set(form) <= set(made)
    assert isinstance(made["days_past"], int) == bool(holding.until)


def test_names_of_accounts_stay_inside(client: Client, corrected: Corrected) -> None:
    """The log names what was done, when and why, and not which editor did it; nor do feeds and files."""
    told = {one["judgements"][0]["why"] for one in got(client, "/corrections")["data"]}
    assert "misread (invented)" in told
    for address in (f"{ROOT}/corrections", f"{ROOT}/notices", "/feeds/corrections.json", "/exports/corrections.csv"):
        assert "an editor" not in body(client, address)


def test_a_claim_of_a_list_is_the_claim_of_its_report(client: Client) -> None:
    """The form that a list makes without the report is that which the report itself makes."""
    for line in every(ledger.claims, ClaimFilter()):
        whole = linked_claim_form(line.claim, ledger.report(line.report.id))
        assert claim_line_form(line) == {**whole, "status": "standing"}


def test_every_record_has_the_keys_that_the_description_names(client: Client, corrected: Corrected) -> None:
    """The description of each list names exactly the keys of its records."""
    shape = {
        "findings": shapes.Finding, "claims": shapes.Claim, "reports": shapes.ReportLine, "actors": shapes.Actor,
        "places": shapes.Place, "commitments": shapes.Commitment, "corrections": shapes.Correction,
        "notices": shapes.Notice,
    }  # fmt: skip
    for name in LISTS:
        assert set(got(client, f"/{name}?limit=1")["data"][0]) == set(shape[name].model_fields), name
    report = got(client, f"/reports/{corrected.retracted_report}")
    assert set(report) == set(shapes.Report.model_fields) and report["status"] == "retracted"


def test_the_words_of_the_description_are_those_of_the_records() -> None:
    """The choices that the API names are the records' own, in their order."""
    assert get_args(shapes.Type) == records.TYPES
    assert get_args(shapes.Measure) == records.MEASURES
    assert get_args(shapes.Grade) == records.GRADES
    assert get_args(shapes.Polarity) == records.POLARITIES
    assert get_args(shapes.Modality) == records.MODALITIES
    assert get_args(shapes.Outcome) == records.CLASSES


def test_the_text_of_reports_is_not_given(client: Client) -> None:
    """Of a report's text the API gives the sentences of its claims and nothing else."""
    left_out = 0
    for line in ledger.reports(limit=20):
        made = body(client, f"{ROOT}/reports/{line.id}")
        quoted = {one["quote"] for one in json.loads(made)["claims"]}
        for words in sentences_of(line.id) - quoted:
            assert words not in made
            left_out += 1
    assert left_out > 10


def sentences_of(number: str) -> set[str]:
    """Return the long sentences of a report that its title does not repeat, as JSON has them."""
    report = ledger.report(number)
    words = {" ".join(span.of(report.text).split()) for span in report.sentences}
    return {json.dumps(each, ensure_ascii=False)[1:-1] for each in words if len(each) > 40 and each != report.title}


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/findings?force=wagner-group&measure=stock", FindingFilter(force="wagner-group", measure="stock")),
        ("/findings?since=2021-01-01&until=2021-06-30", FindingFilter(since="2021-01-01", until="2021-06-30")),
        ("/findings?words=withdrawal&type=", FindingFilter(words="withdrawal")),
    ],
)
def test_filters_are_those_of_the_pages(client: Client, path: str, what: FindingFilter) -> None:
    """A list asked with fields holds what the ledger gives for them; an unknown choice is refused, an empty one too."""
    if path.endswith("type="):
        assert client.get(f"{ROOT}{path}").status_code == 422
        path = path.removesuffix("&type=")
    wanted = [one.id for one in every(ledger.findings, what)]
    assert wanted and [one["id"] for one in all_of(client, path)] == wanted


def test_what_has_not_changed_is_not_sent_again(client: Client) -> None:
    """ETag and Last-Modified validate an answer; a judgement makes another of it."""
    first = client.get(f"{ROOT}/findings")
    for name, field in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
        again = client.get(f"{ROOT}/findings", headers={name: first.headers[field]})
        assert (again.status_code, again.content) == (304, b""), name
    assert first.headers["Cache-Control"] == "public, max-age=60"


def test_a_correction_is_another_answer(client: Client, corrected: Corrected) -> None:
    """The ETag of a finding changes when a judgement changes the finding, and says since when."""
    number = next(iter(corrected.changed))
    made = got(client, f"/findings/{number}")
    assert made["status"] == "corrected" and made["corrected_at"] in {act.at for act in ledger.judgements()}
    assert client.get(f"{ROOT}/findings/{number}", headers={"If-None-Match": '"of before"'}).status_code == 200


def test_only_the_api_is_open_to_other_sites(client: Client) -> None:
    """Each answer of the API, refusals too, may be read by any site; no other answer of the desk may."""
    for path in ("/", "/findings", "/findings/nothing", "/nothing", "/openapi.json", "/claims?limit=0"):
        headers = client.get(f"{ROOT}{path}", headers={"Origin": "https://elsewhere.example"}).headers
        assert headers["Access-Control-Allow-Origin"] == "*" and "Access-Control-Allow-Credentials" not in headers
        assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    for path in ("/", "/findings/", "/feeds/findings.json", "/exports/findings.csv", "/api-docs/"):
        headers = client.get(path, headers={"Origin": "https://elsewhere.example"}).headers
        assert "Access-Control-Allow-Origin" not in headers
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_browsers_may_ask_before_and_head_has_no_body(client: Client) -> None:
    """OPTIONS says what may be asked; HEAD has the headers of GET and no body."""
    before = client.options(f"{ROOT}/findings")
    assert before.status_code == 204 and before.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    head, whole = client.head(f"{ROOT}/findings"), client.get(f"{ROOT}/findings")
    assert (head.status_code, head.content) == (200, b"") and head.headers["ETag"] == whole.headers["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    """Any other method is refused with 405, by name of those that are not."""
    answer = getattr(client, method)(f"{ROOT}/findings")
    assert answer.status_code == 405 and "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/findings/nothing", 404, "no finding nothing"),
        ("/claims/nothing", 404, "no claim nothing"),
        ("/chains/nothing", 404, "no chain"),
        ("/reports/nothing", 404, "no report nothing"),
        ("/actors/nothing", 404, "no actor nothing"),
        ("/places/nothing", 404, "no place nothing"),
        ("/commitments/nothing", 404, "no commitment nothing"),
        ("/corrections/nothing", 404, "no correction nothing"),
        ("/nowhere", 404, "nothing at this address"),
        ("/findings?measure=weight", 422, "not understood"),
        ("/findings?since=2021-13-01", 422, "not understood"),
        ("/findings?limit=0", 422, "not understood"),
        ("/claims?words=" + "x" * 201, 422, "not understood"),
    ],
)
def test_refusals_say_why(client: Client, path: str, status: int, word: str) -> None:
    """An error is a problem in words (RFC 9457), and names the field where one is meant."""
    answer = client.get(f"{ROOT}{path}")
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    made = json.loads(answer.content)
    assert answer.status_code == made["status"] == status and word in made["detail"] and made["title"]
    if status == 422:
        assert made["errors"][0]["field"] in path and made["errors"][0]["why"]


@pytest.mark.parametrize("words", ["\x00", '"', "*", "a OR", "(", "NEAR(", "’;--", "\ud800", "ﷺ" * 50])
@pytest.mark.parametrize("field", ["words", "force", "after"])
def test_odd_questions_are_answered(client: Client, field: str, words: str) -> None:
    """No text in a field of a question breaks a list."""
    asked = {field: words.encode("utf-8", "surrogatepass").decode("utf-8", "replace")}
    for name in ("findings", "claims"):
        assert client.get(f"{ROOT}/{name}", asked).status_code == 200


def test_the_description_is_openapi_3_1_and_whole(client: Client) -> None:
    """The description names its version and every list; each answer has a shape and each operation a summary."""
    made = got(client, "/openapi.json")
    assert made["openapi"] == "3.1.0" and made == json.loads(json.dumps(api.get_openapi_schema()))
    assert {f"{ROOT}/{name}" for name in LISTS} <= set(made["paths"])
    for each in made["paths"].values():
        assert set(each) == {"get"} and each["get"]["summary"] and each["get"]["description"]
        assert each["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]


def test_the_page_of_the_api_describes_every_operation_and_record(client: Client) -> None:
    """The page has each address and each record of the description, and asks nothing of another site."""
    made, shown = got(client, "/openapi.json"), body(client, "/api-docs/")
    assert all(f"GET {path}" in shown for path in made["paths"])
    shapes_told = [name for name in made["components"]["schemas"] if not name.endswith("Asked")]
    assert shapes_told and all(f'id="shape-{name}"' in shown for name in shapes_told)
