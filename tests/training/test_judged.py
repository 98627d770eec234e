"""Judged claims as training text: what editors said of them, in the form that the corpora have."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from musterroll import ledger
from musterroll.training.corpus import load_gold
from musterroll.training.judged import write_judged
from tests.ledger.invented import PACKS, a_judgement, a_reading

ONE, TWO = a_reading(1), a_reading(2)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """An open ledger of two invented reports: of the first every claim is judged, of the second one of two."""
    ledger.open_ledger(tmp_path / "ledger.db", create=True)
    ledger.put_packs(PACKS)
    for read in (ONE, TWO):
        ledger.add_reading(read.page, read.report, read.claims, read.linked)
    ledger.judge(a_judgement("mend", ONE.claims[0].id, (("min", "7"), ("max", "9"), ("polarity", "negative"))))
    ledger.judge(a_judgement("reject", ONE.claims[1].id))
    ledger.judge(a_judgement("confirm", TWO.claims[0].id))
    yield tmp_path
    ledger.close_ledger()


def test_a_judged_report_is_gold(held: Path) -> None:
    """Mends are in it, rejected claims are not, and the corpus loader reads it as it was written."""
    assert write_judged(held / "out.jsonl") == 1
    (report,) = load_gold(held / "out.jsonl")
    assert (report.id, report.text, report.published) == (ONE.report.id, ONE.report.text, ONE.report.published.day)  # type: ignore[union-attr]
    (claim,) = report.claims
    assert claim.polarity == "negative" and claim.strength is not None
    assert (claim.strength.min, claim.strength.max) == (7, 9)
    assert (claim.trigger, claim.parts, claim.attribution) == (
        ONE.claims[0].trigger,
        ONE.claims[0].parts,
        ONE.claims[0].attribution,
    )


def test_a_report_that_is_partly_judged_is_left_out_unless_asked_for(held: Path) -> None:
    """With `partly` the claims that nobody judged stand in it as they were read."""
    assert write_judged(held / "out.jsonl", partly=True) == 2
    assert [len(report.claims) for report in sorted(load_gold(held / "out.jsonl"), key=lambda one: one.text)] == [1, 2]


def test_what_is_retracted_or_reopened_teaches_nothing(held: Path) -> None:
    """A retracted report and a judgement that was taken back are not exported."""
    ledger.judge(a_judgement("retract", ONE.report.id))
    ledger.judge(a_judgement("reopen", TWO.claims[0].id))
    assert write_judged(held / "out.jsonl", partly=True) == 0
