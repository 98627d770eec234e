"""Every golden folder gives the findings that it expects.

A folder holds invented reports with their claims (`reports.txt`, in the form of `musterroll.training.authored`), what is
known of their pages (`pages.json`), and the findings by "type | force | place | measure | period" (`expected.json`). A key
that a finding leaves out is not compared; `denials` are the reports that deny.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from musterroll.link import link_claims
from musterroll.records import Finding
from musterroll.reference.packs import load_packs
from musterroll.trace import trace_chains
from musterroll.weigh import weigh_claims
from tests.trace.golden import read_case

FOLDERS = sorted(folder for folder in (Path(__file__).parents[1] / "golden" / "weigh").iterdir() if folder.is_dir())


def weigh_case(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the findings of a case as plain values, by what they are about."""
    reports, claims = read_case(folder)
    packs = load_packs("libya")
    linked = [
        one for report in reports for one in link_claims(report, [c for c in claims if c.report == report.id], packs)
    ]
    report_of = {claim.id: claim.report for claim in claims}
    return {
        key_of(found): fields_of(found, report_of)
        for found in weigh_claims(reports, linked, trace_chains(reports, claims), packs)
    }


def key_of(finding: Finding) -> str:
    """Return what a finding is about."""
    place = finding.place.name if finding.place else "-"
    return " | ".join((finding.type, finding.matter.force or "-", place, finding.measure, finding.matter.period))


def fields_of(finding: Finding, report_of: dict[str, str]) -> dict[str, Any]:
    """Return a finding as plain JSON values."""
    return {
        "min": finding.min,
        "max": finding.max,
        "qualifier": finding.qualifier,
        "grade": finding.grade,
        "interests": [origin.interest for origin in finding.origins],
        "reports": sorted(finding.reports),
        "denials": [report_of[claim] for claim in finding.denials],
        "contradictions": [[one.kind, one.resolved] for one in finding.contradictions],
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_reports_give_the_findings_that_their_folder_expects(folder: Path) -> None:
    """Claims that are linked, traced and weighed give what expected.json says."""
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    found = weigh_case(folder)
    for key, fields in expected.items():
        assert key in found, sorted(found)
        assert {name: found[key][name] for name in fields} == fields, key


def test_the_traps_have_a_folder() -> None:
    """A total beside a stock, a denial for a town, a plan told as done and one panel in several papers are there."""
    assert len(FOLDERS) >= 4
