"""Evaluate the reader on gold reports, end to end from their text, by the guide's scores."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musterroll.extract import extract_report
from musterroll.read import read_claims
from musterroll.read.networks import MODEL_FOLDER
from musterroll.records import ROLES, TYPES, Claim, Page, content_id
from musterroll.training.corpus import GoldReport, load_corpus, load_gold
from musterroll.training.scores import Counts, Ratio, figures, intervals, ratio, score_reports, total


def ratio_form(ratio: Ratio) -> dict[str, float]:
    """Return a ratio as JSON, rounded."""
    return {name: round(getattr(ratio, name), 4) for name in ("precision", "recall", "f1")} | {"gold": ratio.gold}


@dataclass(frozen=True)
class Evaluation:
    """Scores on one gold file: the seven figures with intervals, and ratios by type and by role."""

    corpus: str
    fingerprint: str
    reports: int
    figures: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    claim: Ratio
    part: Ratio
    usable_line: Ratio
    by_type: dict[str, Ratio]
    by_role: dict[str, Ratio]

    def as_json(self) -> dict[str, Any]:
        """Return the evaluation with rounded figures, for `--json` and the model card."""
        return {
            "corpus": self.corpus,
            "fingerprint": self.fingerprint,
            "reports": self.reports,
            **{name: round(value, 4) for name, value in self.figures.items()},
            "intervals": {name: [round(value, 4) for value in pair] for name, pair in self.intervals.items()},
            "by_type": {name: ratio_form(r) for name, r in self.by_type.items() if r.gold or r.predicted},
            "by_role": {name: ratio_form(r) for name, r in self.by_role.items() if r.gold or r.predicted},
        }


def fingerprint(path: Path) -> str:
    """Return the first 16 hex digits of a file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def read_gold_text(report: GoldReport, model: Path) -> list[Claim]:
    """Read a gold report from its text alone: our own sentences, not the gold ones."""
    given = [("id", report.id), ("published", report.published)]
    stated = tuple((key, value) for key, value in given if value)
    page = Page(report.text.encode("utf-8", "surrogatepass"), report.id, "record", given=stated)
    return read_claims(extract_report(page), model)


def evaluate_reports(
    corpus: str, mark: str, gold: Sequence[GoldReport], model: Path = MODEL_FOLDER, bootstraps: int = 1000
) -> Evaluation:
    """Read every gold report and score what was read."""
    counted = score_reports(gold, {report.id: read_gold_text(report, model) for report in gold})
    return summed(corpus, mark, counted, bootstraps)


def summed(corpus: str, mark: str, counted: Sequence[Counts], bootstraps: int = 1000) -> Evaluation:
    """Sum counted reports up."""
    counts = total(counted)
    return Evaluation(
        corpus=corpus,
        fingerprint=mark,
        reports=len(counted),
        figures=figures(counts),
        intervals=intervals(counted, times=bootstraps) if counted else {},
        claim=ratio(counts, "claim"),
        part=ratio(counts, "part"),
        usable_line=ratio(counts, "usable_line"),
        by_type={name: ratio(counts, f"type {name}") for name in TYPES},
        by_role={name: ratio(counts, f"role {name}") for name in ROLES},
    )


def evaluate_check(corpus: Path, model: Path = MODEL_FOLDER) -> Evaluation:
    """Evaluate on the authored reports that a corpus folder keeps out of training."""
    _, check = load_corpus(corpus)
    mark = content_id([report.text for report in check])[:16]
    return evaluate_reports(f"{corpus.name} (kept out)", mark, check, model)


def evaluate_file(path: Path, model: Path = MODEL_FOLDER) -> Evaluation:
    """Evaluate on one gold file; raises CorpusError where it does not hold."""
    return evaluate_reports(path.name, fingerprint(path), load_gold(path), model)
