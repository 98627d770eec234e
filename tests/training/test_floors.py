"""The reader does not get worse in silence: its figures are pinned as floors, with the fingerprints of the corpora."""

import json
from pathlib import Path

import pytest

from musterroll.training.corpus import load_gold
from musterroll.training.evaluation import evaluate_check, evaluate_reports, fingerprint

pytestmark = pytest.mark.slow
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
AGREED = {
    "claim": 0.64, "part": 0.45, "source": 0.80, "polarity": 0.95, "modality": 0.83, "strength": 0.80, "usable_line": 0.22,
}  # fmt: skip


@pytest.mark.parametrize("name", ["news-dev.jsonl", "re3d-press.jsonl"])
def test_development_figures_hold_their_floors(shared: Path, name: str) -> None:
    """On each development set, unchanged, every figure is at least its floor."""
    path = shared / "corpora" / "claims" / name
    assert fingerprint(path) == FLOORS[name]["fingerprint"], "another corpus: measure anew and pin its floors"
    found = evaluate_reports(name, "", load_gold(path), bootstraps=1).figures
    low = {what: (found[what], floor) for what, floor in FLOORS[name]["floors"].items() if found[what] < floor}
    assert low == {}, "below the floor (lowering a floor takes a news fragment that says so)"


def test_check_figures_hold_their_floors(root: Path) -> None:
    """On the authored reports that no training sees, every figure is at least its floor."""
    found = evaluate_check(root / "training" / "corpus").figures
    low = {what: (found[what], floor) for what, floor in FLOORS["check"]["floors"].items() if found[what] < floor}
    assert low == {}


def test_no_floor_for_newspapers_is_below_what_was_agreed() -> None:
    """The floors for newspaper reports are never below those under which the reader may not be handed over."""
    floors = FLOORS["news-dev.jsonl"]["floors"]
    assert {what for what, least in AGREED.items() if floors[what] < least} == set()
