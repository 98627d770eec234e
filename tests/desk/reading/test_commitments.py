"""Commitments on the desk: days past the deadline, and all evidence, each side apart."""

import csv
import io
import json
import re
from datetime import date

import pytest
from django.test import Client

from musterroll import ledger
from musterroll.desk.reading import commitments
from tests.desk.reading.pages import page

FIGHTERS = "ly-ceasefire-2020-foreign-forces"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 23 January 2022, a year after the deadline."""
    monkeypatch.setattr(commitments, "today", lambda: date(2022, 1, 23))


def test_the_deadline_stands_with_its_days(client: Client) -> None:
    """The page says the duty, who is bound, the deadline and how many days it is past."""
    shown = page(client, f"/commitments/{FIGHTERS}/")
    assert "<bdi>365</bdi>" in shown and "days past the deadline" in shown and "23 January 2021" in shown
    assert 'href="/forces/libyan-national-army/"' in shown


def test_all_evidence_is_quoted_on_its_side(client: Client) -> None:
    """Each claim held for or against it stands there with its rule, and in the charts."""
    shown = page(client, f"/commitments/{FIGHTERS}/")
    holding = ledger.holding(FIGHTERS)
    assert len(holding.evidence) > 10
    for one in holding.evidence:
        assert f'id="claim-{one.claim}"' in shown
    for words in (*holding.missing_for, *holding.missing_against):
        assert words.replace("'", "&#39;") in shown


def test_every_commitment_has_a_page_and_a_file(client: Client) -> None:
    """Each commitment opens; its CSV has a row for each claim held."""
    for holding in ledger.holdings():
        assert page(client, f"/commitments/{holding.id}/")
        rows = list(csv.DictReader(io.StringIO(page(client, f"/commitments/{holding.id}/", format="csv"))))
        assert [row["claim"] for row in rows] == [one.claim for one in holding.evidence]


@pytest.mark.parametrize(
    "fields",
    [{}, {"theatre": "libya"}, {"state": "past"}, {"state": "open"}, {"state": "none"}, {"state": "evidence"},
     {"duty": "withdraw-foreign-forces"}, {"bound": "libyan-national-army"}, {"words": "mercenaries"}],
)  # fmt: skip
def test_files_hold_what_the_list_holds(client: Client, fields: dict[str, str]) -> None:
    """CSV and JSON have exactly the commitments that the list's filters ask for."""
    forms = json.loads(page(client, "/commitments/", format="json", **fields))["commitments"]
    rows = list(csv.DictReader(io.StringIO(page(client, "/commitments/", format="csv", **fields))))
    shown = page(client, "/commitments/", **fields)
    assert [row["id"] for row in rows] == [form["id"] for form in forms] and forms
    for form in forms[:60]:
        assert f'href="/commitments/{form["id"]}/"' in shown


def test_states_divide_the_list(client: Client) -> None:
    """Past, to come and without a deadline leave out only the clauses that end on a day, and share none."""
    ids = {
        state: {form["id"] for form in json.loads(page(client, "/commitments/", format="json", state=state))["commitments"]}
        for state in ("past", "open", "none")
    }  # fmt: skip
    assert not ids["past"] & ids["open"] and not ids["none"] & (ids["past"] | ids["open"])
    assert FIGHTERS in ids["past"]


def test_an_unverified_clause_is_flagged(client: Client) -> None:
    """A clause whose number was not looked up says so on its page; one that was does not."""
    known = ledger.packs().commitments
    flagged = next(one.id for one in known.values() if one.unverified)
    checked = next(one.id for one in known.values() if not one.unverified)
    assert "Reference not verified" in page(client, f"/commitments/{flagged}/")
    assert "Reference not verified" not in page(client, f"/commitments/{checked}/")


def test_rotations_are_paired(client: Client) -> None:
    """A rotation shows who left and who came, as sentences, with its rule."""
    held = [(holding, one) for holding in ledger.holdings() for one in holding.rotations]
    assert held
    for holding, rotation in held:
        shown = page(client, f"/commitments/{holding.id}/").split('id="rotations"')[1].split("</section>")[0]
        for claim in (*rotation.out[:6], *rotation.back[:6]):
            assert f'href="/claims/{claim}/"' in shown


def test_reservations_name_who_has_them(client: Client) -> None:
    """Who disputes what the clause covers stands there with the page that says so."""
    shown = page(client, f"/commitments/{FIGHTERS}/")
    for one in ledger.holding(FIGHTERS).reservations:
        assert f'href="/forces/{one.who}/"' in shown.split('id="reservations"')[1]


def test_no_id_stands_twice_on_a_page(client: Client) -> None:
    """A claim that is both evidence and part of a rotation is quoted twice, and has its id once."""
    rotated = [holding for holding in ledger.holdings() if holding.rotations]
    assert rotated
    for holding in rotated:
        ids = re.findall(r' id="([^"]+)"', page(client, f"/commitments/{holding.id}/"))
        assert sorted(ids) == sorted(set(ids))
