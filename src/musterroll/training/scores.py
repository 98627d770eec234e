"""Scores of claims against gold claims, as section 8 of the guide says (`docs/claims.md`), with bootstrap intervals."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from musterroll.records import Claim, Part, Quantity, Span
from musterroll.training.corpus import GoldReport

ARTICLES = ("the ", "a ", "an ")
ENDING = " \t\n.,;:'’\"”"
USABLE_ROLES = ("force", "place", "from", "to")
SHARES = {"source": "matched", "polarity": "matched", "modality": "matched", "strength": "strengths"}
BOOTSTRAPS = 1000
Thing = TypeVar("Thing")
Counts = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Ratio:
    """Precision, recall and F1 from counts of matched, predicted and gold."""

    matched: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right."""
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.matched / (self.predicted + self.gold) if self.matched else 0.0


def trim(text: str, span: Span) -> Span:
    """Narrow a span past white space, one leading article and closing punctuation."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    article = next((article for article in ARTICLES if text[start:end].lower().startswith(article)), "")
    start += len(article)
    while end > start and text[end - 1] in ENDING:
        end -= 1
    return Span(start, end)


def overlap(a: Span, b: Span) -> float:
    """Return the share of the union that two spans have in common."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return max(0, common) / max(1, max(a.end, b.end) - min(a.start, b.start))


def pair(
    gold: Sequence[Thing], found: Sequence[Thing], score: Callable[[Thing, Thing], float]
) -> list[tuple[int, int]]:
    """Match one to one, best score first; return pairs of indexes."""
    ranked = sorted(
        ((score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for value, i, j in ranked:
        if value > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def same_trigger(gold: Claim, found: Claim) -> float:
    """Overlap of the triggers of two claims of one type, else 0."""
    return overlap(gold.trigger, found.trigger) if gold.type == found.type else 0.0


def pair_parts(text: str, gold: Sequence[Part], found: Sequence[Part]) -> list[tuple[int, int]]:
    """Match parts of one role whose trimmed spans overlap by at least half of their union."""

    def score(a: Part, b: Part) -> float:
        value = overlap(trim(text, a.span), trim(text, b.span)) if a.role == b.role else 0.0
        return value if value >= 0.5 else 0.0

    return pair(gold, found, score)


def same_source(text: str, gold: Claim, found: Claim) -> bool:
    """Say whether the sources overlap by half, or neither has a span and the kinds agree."""
    a, b = gold.attribution, found.attribution
    if a.source and b.source:
        return overlap(trim(text, a.source), trim(text, b.source)) >= 0.5
    return not a.source and not b.source and a.kind == b.kind


def same_strength(a: Quantity | None, b: Quantity | None) -> bool:
    """Say whether both bounds agree, or neither is given."""
    return (a and (a.min, a.max)) == (b and (b.min, b.max))


def is_usable(text: str, gold: Claim, found: Claim) -> bool:
    """Say whether everything that an analyst needs is right at once."""
    a, b = ([part for part in claim.parts if part.role in USABLE_ROLES] for claim in (gold, found))
    return (
        len(a) == len(b) == len(pair_parts(text, a, b))
        and same_strength(gold.strength, found.strength)
        and (gold.polarity, gold.modality) == (found.polarity, found.modality)
        and same_source(text, gold, found)
    )


def count_report(report: GoldReport, found: Sequence[Claim]) -> Counts:
    """Count one report: keys are (what, "matched" | "predicted" | "gold") and (what, "right")."""
    counts: Counts = Counter()
    for side, claims in (("gold", report.claims), ("predicted", found)):
        for claim in claims:
            counts.update({("claim", side): 1, (f"type {claim.type}", side): 1, ("usable_line", side): 1})
            counts.update((what, side) for part in claim.parts for what in ("part", f"role {part.role}"))
    for i, j in pair(report.claims, found, same_trigger):
        count_pair(counts, report.text, report.claims[i], found[j])
    return counts


def count_pair(counts: Counts, text: str, gold: Claim, found: Claim) -> None:
    """Add one matched pair of claims to the counts."""
    counts.update({("claim", "matched"): 1, (f"type {gold.type}", "matched"): 1})
    for a, _ in pair_parts(text, gold.parts, found.parts):
        counts.update({("part", "matched"): 1, (f"role {gold.parts[a].role}", "matched"): 1})
    counts["source", "right"] += same_source(text, gold, found)
    counts["polarity", "right"] += gold.polarity == found.polarity
    counts["modality", "right"] += gold.modality == found.modality
    if gold.strength:
        counts["strength", "of"] += 1
        counts["strength", "right"] += same_strength(gold.strength, found.strength)
    counts["usable_line", "matched"] += is_usable(text, gold, found)


def ratio(counts: Counts, what: str) -> Ratio:
    """Return precision, recall and F1 of one thing."""
    return Ratio(*(counts[what, side] for side in ("matched", "predicted", "gold")))


def figures(counts: Counts) -> dict[str, float]:
    """Return the seven figures of the guide."""
    found = {f"{what}": ratio(counts, what).f1 for what in ("claim", "part", "usable_line")}
    for what in SHARES:
        of = counts["strength", "of"] if what == "strength" else counts["claim", "matched"]
        found[what] = counts[what, "right"] / of if of else 0.0
    return found


def total(reports: Iterable[Counts]) -> Counts:
    """Add up the counts of reports."""
    added: Counts = Counter()
    for counts in reports:
        added.update(counts)
    return added


def intervals(reports: Sequence[Counts], seed: int = 7, times: int = BOOTSTRAPS) -> dict[str, tuple[float, float]]:
    """Return the 95 % bootstrap interval of each figure, reports drawn with replacement."""
    chance = random.Random(seed)
    runs = [figures(total(chance.choices(reports, k=len(reports)))) for _ in range(times)]
    low, high = int(0.025 * (times - 1)), int(0.975 * (times - 1))
    return {what: (ranked[low], ranked[high]) for what in runs[0] for ranked in [sorted(run[what] for run in runs)]}


def score_reports(gold: Sequence[GoldReport], found: Mapping[str, Sequence[Claim]]) -> list[Counts]:
    """Count every gold report; one that `found` lacks counts as read without a claim."""
    return [count_report(report, found.get(report.id, ())) for report in gold]
