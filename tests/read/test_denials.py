"""Denials are claims, negative; every sentence here is invented."""

import pytest

from musterroll.extract import extract_report
from musterroll.read import read_claims
from musterroll.records import Claim, Page, Report


def read(text: str) -> tuple[Report, list[Claim]]:
    """Read an invented text."""
    report = extract_report(Page(text.encode(), "invented", "record"))
    return report, read_claims(report, gated=False)


@pytest.mark.parametrize(
    ("text", "force", "place"),
    [
        ("The Libyan National Army denied that Wagner fighters are in Libya.", "Wagner fighters", "Libya"),
        ("Officials denied that rebels were near the capital.", "rebels", "capital"),
        ("Moscow denies its soldiers are in eastern Ukraine.", "its soldiers", "eastern Ukraine"),
        ("A spokesman denied reports that 300 Syrian mercenaries were in Tripoli.", "Syrian mercenaries", "Tripoli"),
        ("The ministry dismissed new claims that its troops had entered Sirte.", "its troops", "Sirte"),
    ],
)
def test_what_is_denied_is_a_negative_claim(text: str, force: str, place: str) -> None:
    """One claim comes out, negative, with the force and the place that are denied."""
    report, claims = read(text)
    (claim,) = claims
    words = {part.role: part.span.of(report.text) for part in claim.parts}
    assert claim.polarity == "negative"
    assert force in words.values() and any(place in one for one in words.values())


@pytest.mark.parametrize(
    "text",
    [
        "The army denied reports that it had lost the town, and said that rebels had fled to Sirte.",
        "The army denied the reports. Rebels had fled to Sirte.",
    ],
)
def test_what_stands_beside_a_denial_is_not_denied(text: str) -> None:
    """What the denier says beside it, and what the next sentence says, stays positive."""
    report, claims = read(text)
    fled = [claim for claim in claims if claim.trigger.of(report.text) == "fled"]
    assert [claim.polarity for claim in fled] == ["positive"]


def test_no_trigger_is_added_beside_another() -> None:
    """Where the tagger has a trigger in what is denied, a bare "to be" adds none."""
    _, claims = read("The army denied that soldiers stationed at the port were in the city.")
    starts = [claim.trigger.start for claim in claims]
    assert len(starts) == len(set(starts)) == len(claims) <= 2
