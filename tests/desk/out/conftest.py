"""A ledger in which a report was retracted and a claim mended, so that what leaves the desk has marks to show."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.conf import settings as settings_of_all
from django.test import Client
from django.test.utils import override_settings

from musterroll import actions, ledger
from musterroll.ledger import FindingFilter
from musterroll.records import Finding, Person

EDITOR = Person("an editor", frozenset({"editor"}))


@dataclass(frozen=True)
class Corrected:
    """What was done: a report retracted, and with it findings gone and changed; a claim mended."""

    retracted_report: str
    gone: frozenset[str]
    changed: frozenset[str]
    mended_claim: str


@pytest.fixture
def corrected(opened: Path) -> Corrected:
    """Retract a report that findings lean on, and mend the claim of another."""
    before = {one.id for one in ledger.every(ledger.findings, FindingFilter())}
    report = a_finding_told_often().reports[0]
    retraction = actions.retract_report(report, by=EDITOR, why="taken down by its publisher (invented)")
    stock = next(one for one in ledger.findings(FindingFilter(measure="stock"), limit=300) if one.min_claims)
    mend = actions.correct_claim(stock.min_claims[0], {"min": "77", "max": "77"}, by=EDITOR, why="misread (invented)")
    after = {one.id for one in ledger.every(ledger.findings, FindingFilter())}
    touched = {one.subject for done in (retraction, mend) for one in done.notices if one.subject_kind == "finding"}
    return Corrected(report, frozenset(before - after), frozenset(touched & after), stock.min_claims[0])


@pytest.fixture
def settings() -> Iterator[LazySettings]:
    """Settings that a test may change; afterwards they are as they were."""
    with override_settings():
        yield settings_of_all


def a_finding_told_often() -> Finding:
    """Return a finding with a figure that several reports tell."""
    return next(one for one in ledger.findings(limit=300) if len(one.reports) > 3 and one.min)


def body(client: Client, address: str, **headers: str) -> str:
    """Return the text of an answer, streamed or not."""
    response = client.get(address, headers=headers or None)
    assert response.status_code == 200, f"{address}: {response.status_code}"
    whole = b"".join(response.streaming_content) if response.streaming else response.content
    return whole.decode()
