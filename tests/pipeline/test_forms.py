"""Records as JSON: every key is documented, and nothing in a form is more than plain JSON."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from musterroll.ledger import ActorLine, ClaimLine, ReportLine, encoded
from musterroll.pipeline import forms
from musterroll.records import (
    Candidate,
    Chain,
    ChainLink,
    Contradiction,
    DayInterval,
    Drift,
    Evidence,
    Finding,
    Holding,
    Judgement,
    Link,
    Matter,
    Named,
    Notice,
    Origin,
    Pin,
    Reservation,
    Rotation,
    Span,
)
from musterroll.reference.packs import Actor, Commitment, Sponsor
from tests.ledger.invented import a_reading

READING = a_reading(1)
LINK = Link(
    "place", Span(0, 3), "Newtown", "place", "linked", "its name", "geonames:1", "Newtown",
    (Candidate("geonames:2", "Newtown (town, -)", 0.2),), None, Pin(1.0, 2.0, "LY", 1),
)  # fmt: skip
FINDING = Finding(
    Matter("presence", "grey-column", "blue-guard", "geonames:1", "stock", "2021-03"),
    Named("grey-column", "Grey Column"), Named("blue-guard", "Blue Guard"), Named("geonames:1", "Newtown"),
    DayInterval("2021-03-01", None), 100, 300, "between", ("c1",), ("c2",), "2021-03-01", "2021-03-04",
    ("c1", "c2"), ("r1", "r2"), ("r2",),
    (Origin("an aide", "unnamed", ("c1", "c2"), "2021-03-01", 100, 300, "between"),), ("c3",),
    (Contradiction("direct", ("c1",), ("c4",), False, "they count one thing on one day"),),
    "contested", ("denied by another",),
)  # fmt: skip
CHAIN = Chain(
    "c1", (ChainLink("an aide", "source", "r1"), ChainLink("The Post", "outlet", "r2")), None, "c0",
    "origin unknown: nobody is named", (Drift("r2", "number", "about 100", "100"),), ("copy of The Mail",),
)  # fmt: skip
HOLDING = Holding(
    "the-clause", "2020-10-23", "2021-01-23",
    (Evidence("c1", "2021-03-01", "against", "they are there", "an aide", "reported", 100, 300),),
    (Rotation(("c1",), ("c2",), "as many came as went"),), (Reservation("c3", "Grey Column", "not meant"),),
    ("a count by a monitor",), ("none",),
)  # fmt: skip
CLAUSE = Commitment(
    "the-clause", "An invented truce", "LY", "4", True, "All leave", ("grey-column",), ("all others",), "2020-10-23",
    "2021-01-23",
)  # fmt: skip
JUDGEMENT = Judgement(
    "mend", "claim", "c1", "Ann (invented)", "2026-03-01T12:00:00+00:00", "so it says", (("max", "3"),)
)
NOTICE = Notice(JUDGEMENT.id, "finding", FINDING.id, encoded(FINDING), None)
ACTOR = Actor("grey-column", "Grey Column", "armed-group", ("Greys",), sponsors=(Sponsor(None, "a neighbour", "2019"),))
NEWTOWN = READING.linked[0].__class__(
    READING.claims[0], (LINK,), DayInterval("2021-03-01", "2021-03-02"), 1, 2, "stock"
)

LINE = ClaimLine(
    NEWTOWN, "About 100 are there.", 0, ReportLine("r1", None, None, None, None, "en", False, "standing"), "standing"
)
FORMS: dict[str, Callable[[], dict[str, Any]]] = {
    "finding_form": lambda: forms.finding_form(FINDING),
    "chain_form": lambda: forms.chain_form(CHAIN),
    "holding_form": lambda: forms.holding_form(HOLDING, CLAUSE, date(2021, 2, 1)),
    "commitment_form": lambda: forms.commitment_form(CLAUSE),
    "judgement_form": lambda: forms.judgement_form(JUDGEMENT),
    "notice_form": lambda: forms.notice_form(NOTICE),
    "actor_form": lambda: forms.actor_form(ActorLine("grey-column", "Grey Column", "armed-group", 3, 1, "x"), ACTOR),
    "linked_claim_form": lambda: forms.linked_claim_form(NEWTOWN, READING.report),
    "claim_line_form": lambda: forms.claim_line_form(LINE),
    "link_form": lambda: forms.link_form(LINK),
    "claim_form": lambda: forms.claim_form(READING.claims[0]),
    "report_form": lambda: forms.report_form(READING.report, READING.claims),
}
FREE = {"what"}  # its keys are the fields of a mend


def keys(form: Any) -> Iterator[str]:
    """Yield every key of a form and of what lies in it."""
    if isinstance(form, list):
        for each in form:
            yield from keys(each)
    if isinstance(form, dict):
        for key, value in form.items():
            yield key
            yield from () if key in FREE else keys(value)


@pytest.mark.parametrize("name", FORMS)
def test_every_key_is_documented(name: str, root: Path) -> None:
    """Each key of each form stands in the page of formats as code."""
    page = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    documented = {word for code in re.findall(r"`([^`\n]+)`", page) for word in re.findall(r"\w+", code)}
    assert set(keys(FORMS[name]())) <= documented


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_plain_json(name: str) -> None:
    """A form is what reading its JSON gives back: nothing is lost or turned into something else on the way."""
    form = FORMS[name]()
    assert json.loads(json.dumps(form)) == form


def test_every_form_is_tried_here() -> None:
    """No public form of a record is left out of these tests."""
    parts = {"days_form", "moment_form", "named_form", "span_form"}
    assert {name for name in forms.__all__ if name.endswith("_form")} - parts == set(FORMS)


def test_a_finding_has_what_a_reader_asks_for() -> None:
    """A finding's form has at least the promised keys, and each bound names its claims."""
    form = forms.finding_form(FINDING)
    promised = "id type force side place measure min max qualifier first last reports copies origins denials contradictions grade why claims"
    assert set(promised.split()) <= set(form)
    assert (form["min"], form["min_claims"], form["max"], form["max_claims"]) == (100, ["c1"], 300, ["c2"])
    assert form["force"] == {"id": "grey-column", "name": "Grey Column", "origin": None}


def test_a_chain_says_from_and_to() -> None:
    """A chain's form has claim, links with who, role and report, origin, and drift with report, field, from and to."""
    form = forms.chain_form(CHAIN)
    assert form["links"][0] == {"who": "an aide", "role": "source", "report": "r1"}
    assert form["drift"] == [{"report": "r2", "field": "number", "from": "about 100", "to": "100"}]
    assert form["origin"] is None
    assert form["reason"] == "origin unknown: nobody is named"


def test_days_past_are_counted_on_the_day_that_is_asked() -> None:
    """The days past a deadline follow from the day that is given, and are unknown without one."""
    assert forms.holding_form(HOLDING, CLAUSE, date(2021, 2, 1))["days_past"] == 9
    assert forms.holding_form(HOLDING, CLAUSE, date(2021, 1, 1))["days_past"] == -22
    assert forms.holding_form(HOLDING)["days_past"] is None


def test_a_notice_has_the_forms_of_what_changed() -> None:
    """Before and after of a notice are the stable form of the record, null where there was none."""
    form = forms.notice_form(NOTICE)
    assert form["before"] == forms.finding_form(FINDING)
    assert form["after"] is None


def test_a_claim_carries_its_sentence() -> None:
    """A linked claim's form quotes the sentence that it was read from, and leads to its report."""
    form = forms.linked_claim_form(READING.linked[1], READING.report)
    assert form["quote"] == "The Grey Column has 101 fighters at Newtown, an aide said."
    assert (form["report"], form["url"]) == (READING.report.id, "https://post.example/1")
