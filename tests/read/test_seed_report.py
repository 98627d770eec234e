"""The article that the project starts from, read end to end (guide, section 6)."""

from pathlib import Path
from typing import NamedTuple

import pytest

from musterroll.pipeline import Reading, read_sources
from musterroll.records import Claim


class Row(NamedTuple):
    """One row of the guide's worked example: type, trigger, forces, source words (None: the outlet's own)."""

    type: str
    trigger: str
    forces: tuple[str, ...]
    source: str | None
    kind: str


TABLE = (
    Row("withdrawal", "remove", ("all foreign forces",), "international", "unnamed-body"),
    Row("presence", "operate", ("troops",), None, "outlet"),
    Row("withdrawal", "removal", ("all foreign forces",), None, "outlet"),
    Row("truce", "ceasefire", (), None, "outlet"),
    Row("clash", "assault", (), None, "outlet"),
    Row("movement", "fleeing", ("underpaid soldiers",), "Syrian sources in Libya", "unnamed-person"),
    Row("pay", "pay", ("their",), "Syrian sources in Libya", "unnamed-person"),
    Row("pay", "pay", ("soldiers",), "sources", "unnamed-person"),
    Row("recruitment", "join", ("regime soldiers", "pro-regime militias"), "same sources", "unnamed-person"),
    Row("recruitment", "recruited", ("soldiers",), "sources", "unnamed-person"),
    Row("movement", "send", ("mercenaries",), "sources", "unnamed-person"),
)
WANTED = 8


@pytest.fixture(scope="module")
def reading(shared: Path) -> Reading:
    """The seed article, collected, extracted and read."""
    (outcome,) = read_sources([str(shared / "examples" / "libyan-express.txt")])
    assert isinstance(outcome, Reading)
    return outcome


def agrees(reading: Reading, claim: Claim, row: Row) -> bool:
    """Say whether a claim has a row's type, trigger, forces and source; pronouns may be kept or widened by a word."""
    text = reading.report.text
    forces = [span.of(text) for span in claim.spans("force")]
    source = claim.attribution.source
    said = source.of(text) if source else None
    return (
        claim.type == row.type
        and row.trigger in claim.trigger.of(text)
        and len(forces) == len(row.forces)
        and all(any(want in force and len(force) <= len(want) + 10 for force in forces) for want in row.forces)
        and (said == row.source if row.source else said is None and claim.attribution.kind == row.kind)
    )


def test_title_standfirst_caption_and_credit_are_apart(reading: Reading) -> None:
    """The four stand in their own places, and none of them in another's."""
    report = reading.report
    assert report.title and report.title.startswith("Underpaid Syrian soldiers")
    assert report.standfirst and report.standfirst.startswith("Despite international calls")
    assert report.block_texts("caption")[0].endswith("assault on Tripoli.")
    assert report.credits == ("Photo: Internet",)
    assert "Internet" not in report.text


@pytest.mark.parametrize(
    "words", ["Submit a Correction", "Op-Ed pieces", "You might also like", "marketing", "try again"]
)
def test_standing_text_is_not_in_the_body(reading: Reading, words: str) -> None:
    """Correction form, op-ed notice, disclaimer and related reading are kept apart."""
    assert words not in reading.report.text
    assert any(words in line for line in reading.report.standing)


def test_most_claims_of_the_worked_example_are_read(reading: Reading) -> None:
    """At least 8 of the guide's 11 claims come out with type, force and source right."""
    found = [row for row in TABLE if any(agrees(reading, claim, row) for claim in reading.claims)]
    missed = [row for row in TABLE if row not in found]
    assert len(found) >= WANTED, missed


def test_short_forms_are_resolved_as_the_guide_says(reading: Reading) -> None:
    """ "the oil rich nation" is Libya and "their country" is Syria."""
    text = reading.report.text
    resolved = {part.span.of(text): part.resolved for claim in reading.claims for part in claim.parts if part.resolved}
    assert resolved.get("oil rich nation") == "Libya"
    assert resolved.get("their country", "Syria") == "Syria"
