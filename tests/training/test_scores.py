"""Our scores are the guide's scores."""

import importlib.util
import json
import random
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from musterroll.pipeline import claim_form
from musterroll.records import TYPES, Claim, Part, Span
from musterroll.training.corpus import GoldReport, load_gold
from musterroll.training.scores import figures, intervals, pair, ratio, score_reports, total

KEYS = ("claim", "part", "usable_line")


def disturbed(text: str, claim: Claim, chance: random.Random) -> Claim:
    """Change a claim a little, as a reader would."""
    parts = [part for part in claim.parts if chance.random() < 0.8]
    parts = [
        replace(part, span=Span(part.span.start, min(len(text), part.span.end + chance.choice((0, 0, 0, 9)))))
        for part in parts
    ]
    kind = claim.type if chance.random() < 0.9 else chance.choice(TYPES)
    source = claim.attribution if chance.random() < 0.8 else replace(claim.attribution, source=None, kind="outlet")
    modality = claim.modality if chance.random() < 0.8 else "possible"
    strength = claim.strength if chance.random() < 0.8 else None
    return replace(claim, type=kind, parts=tuple(parts), attribution=source, modality=modality, strength=strength)


def read_badly(gold: list[GoldReport], seed: int) -> dict[str, list[Claim]]:
    """Return a bad reading of gold reports."""
    chance = random.Random(seed)
    return {r.id: [disturbed(r.text, c, chance) for c in r.claims if chance.random() < 0.8] for r in gold}


def reference_scorer(shared: Path) -> ModuleType:
    """Load the scorer that stands beside the guide."""
    spec = importlib.util.spec_from_file_location("score_claims", shared / "tools" / "score_claims.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_scores_agree_with_the_scorer_beside_the_guide(shared: Path, seed: int) -> None:
    """On a disturbed reading of a development set, every figure equals the guide's own scorer's to four places."""
    path = shared / "corpora" / "claims" / "re3d-press.jsonl"
    gold = load_gold(path)
    found = read_badly(gold, seed)
    counts = total(score_reports(gold, found))
    raw: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    forms = {key: {"claims": [claim_form(claim) for claim in claims]} for key, claims in found.items()}
    theirs = reference_scorer(shared).score(raw, forms)
    ours = figures(counts)
    for key in KEYS:
        assert round(ours[key], 4) == pytest.approx(theirs[key]["f1"], abs=1e-4)
    for key in ("source", "polarity", "modality", "strength"):
        assert round(ours[key], 4) == pytest.approx(theirs[key], abs=1e-4)
    for kind in theirs["by_type"]:
        assert ratio(counts, f"type {kind}").f1 == pytest.approx(theirs["by_type"][kind]["f1"], abs=1e-4)


def test_gold_against_itself_is_perfect(root: Path) -> None:
    """Every figure of a reading that equals the gold is 1, and so is its interval."""
    gold = load_gold(root / "training" / "corpus" / "re3d-official.jsonl")
    counted = score_reports(gold, {report.id: report.claims for report in gold})
    assert set(figures(total(counted)).values()) == {1.0}
    assert all(pair == (1.0, 1.0) for pair in intervals(counted, times=20).values())


def test_a_report_that_was_not_read_counts_as_empty(root: Path) -> None:
    """Missing reports cost recall and not precision."""
    gold = load_gold(root / "training" / "corpus" / "re3d-official.jsonl")
    counts = total(score_reports(gold, {gold[0].id: gold[0].claims}))
    assert ratio(counts, "claim").precision == 1.0
    assert ratio(counts, "claim").recall < 0.2


def test_pairs_are_one_to_one_and_best_first() -> None:
    """A better pair takes both its sides away from worse ones."""
    scores = {(0, 0): 0.6, (0, 1): 0.9, (1, 1): 0.8}
    assert sorted(pair([0, 1], [0, 1], lambda g, f: scores.get((g, f), 0.0))) == [(0, 1)]


def with_article(text: str, part: Part) -> Part:
    """Widen a part by the article before it, if one stands there."""
    before = Span(part.span.start - 4, part.span.start)
    wider = before.start >= 0 and before.of(text) == "the "
    return replace(part, span=Span(before.start, part.span.end)) if wider else part


def test_an_articled_part_counts(root: Path) -> None:
    """ "the army" is as right as "army"."""
    gold = load_gold(root / "training" / "corpus" / "re3d-official.jsonl")
    found = {r.id: [replace(c, parts=tuple(with_article(r.text, p) for p in c.parts)) for c in r.claims] for r in gold}
    assert sum(c != g for r in gold for c, g in zip(found[r.id], r.claims, strict=True)) > 50
    assert figures(total(score_reports(gold, found)))["part"] == 1.0
