"""The model card: what the reader was trained on, how well it reads, where it fails."""

import json
from collections.abc import Sequence
from pathlib import Path

from musterroll.training.evaluation import Evaluation
from musterroll.training.scores import Ratio

FIGURES = ("claim", "part", "source", "polarity", "modality", "strength", "usable_line")
HEAD_FILE = "card-head.md"
TAIL_FILE = "card-tail.md"


def card_text(corpus: Path, version: str, evaluations: Sequence[Evaluation]) -> str:
    """Return the card: a written head and tail from the corpus folder, and the figures between them."""
    head = (corpus / HEAD_FILE).read_text(encoding="utf-8").replace("{version}", version)
    tail = (corpus / TAIL_FILE).read_text(encoding="utf-8")
    shown = "\n\n".join(evaluation_text(evaluation) for evaluation in evaluations)
    return f"{head.rstrip()}\n\n{shown}\n\n{tail.strip()}\n"


def evaluation_text(evaluation: Evaluation) -> str:
    """Return one evaluation in Markdown."""
    lines = [f"### {evaluation.corpus}: {evaluation.reports} reports, fingerprint `{evaluation.fingerprint}`", ""]
    lines += ["| figure | value | 95 % interval |", "|---|---|---|"]
    for name in FIGURES:
        low, high = evaluation.intervals[name]
        lines.append(f"| {name.replace('_', ' ')} | {evaluation.figures[name]:.3f} | {low:.3f} – {high:.3f} |")
    for title, rows in (("type", evaluation.by_type), ("part", evaluation.by_role)):
        lines += ["", f"| {title} | precision | recall | F1 | gold |", "|---|---|---|---|---|"]
        lines += [ratio_line(name, row) for name, row in rows.items() if row.gold or row.predicted]
    return "\n".join(lines)


def ratio_line(name: str, row: Ratio) -> str:
    """Return one table line."""
    return f"| {name} | {row.precision:.3f} | {row.recall:.3f} | {row.f1:.3f} | {row.gold} |"


def write_card(corpus: Path, model: Path, evaluations: Sequence[Evaluation]) -> Path:
    """Write CARD.md beside the model's files and return its path."""
    version = json.loads((model / "model.json").read_text(encoding="utf-8"))["version"]
    path = model / "CARD.md"
    path.write_text(card_text(corpus, version, evaluations), encoding="utf-8")
    return path
