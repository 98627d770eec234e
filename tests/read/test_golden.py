"""Golden cases of reading: a folder each, with `report.txt` and what must come out in `claims.json`.

`claims.json` is a list of claims; each key is compared with the words of the report: "type", "trigger", "polarity",
"modality", "kind", "source", "relay", "cue", "strength" ([min, max]), "amount", "time", and roles as lists of words. A
key that is missing is not compared; `[]` says that the report holds no claim. A case is a sentence or two out of a report,
so that the gate, which looks at whole reports, stays open. "published" may stand in `case.json`.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from musterroll.extract import extract_report
from musterroll.read import read_claims
from musterroll.records import ROLES, Claim, Page, Report

CASES = sorted(path for path in (Path(__file__).parents[1] / "golden" / "read").iterdir() if path.is_dir())


def shown(report: Report, claim: Claim) -> dict[str, Any]:
    """Return a claim as words."""
    speech = claim.attribution
    found: dict[str, Any] = {
        "type": claim.type, "trigger": claim.trigger.of(report.text), "polarity": claim.polarity,
        "modality": claim.modality, "kind": speech.kind,
        "strength": [claim.strength.min, claim.strength.max] if claim.strength else None,
        "amount": [claim.amount.min, claim.amount.max, claim.amount.currency, claim.amount.per] if claim.amount else None,
        "time": [claim.time.first, claim.time.last] if claim.time else None,
    }  # fmt: skip
    for name in ("source", "relay", "cue"):
        span = getattr(speech, name)
        found[name] = span.of(report.text) if span else None
    for role in ROLES:
        key = f"{role} words" if role in found else role
        found[key] = [span.of(report.text) for span in claim.spans(role)]
    return found


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_report_gives_its_claims(case: Path) -> None:
    """Every expected claim is among those read, with all the words that are named; no claim where none is expected."""
    facts = json.loads((case / "case.json").read_text()) if (case / "case.json").exists() else {}
    page = Page((case / "report.txt").read_bytes().strip(), case.name, "record", given=tuple(facts.items()))
    report = extract_report(page)
    found = [shown(report, claim) for claim in read_claims(report, gated=False)]
    expected = json.loads((case / "claims.json").read_text(encoding="utf-8"))
    if not expected:
        assert found == []
    for want in expected:
        assert any(all(have[key] == value for key, value in want.items()) for have in found), (want, found)


def test_there_is_a_case_for_every_type() -> None:
    """The ten types of the guide each have a golden case."""
    types = {
        claim["type"] for case in CASES for claim in json.loads((case / "claims.json").read_text(encoding="utf-8"))
    }
    assert len(types) == 10
