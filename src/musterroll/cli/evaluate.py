"""`musterroll evaluate GOLD…`: how well the reader reads."""

import argparse
import json
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from musterroll.read.networks import MODEL_FOLDER
from musterroll.records import UsageError
from musterroll.training.card import write_card
from musterroll.training.evaluation import Evaluation, evaluate_check, evaluate_file
from musterroll.training.scores import Ratio


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("evaluate", help="score the reader on reports with gold claims")
    parser.add_argument(
        "gold",
        nargs="+",
        type=Path,
        metavar="GOLD",
        help="reports with gold claims (JSONL), or a corpus folder: its check reports, which no training sees",
    )
    parser.add_argument(
        "--model", type=Path, default=MODEL_FOLDER, metavar="DIR", help="another model than the shipped one"
    )
    parser.add_argument("--json", action="store_true", help="write figures as JSON")
    parser.add_argument(
        "--card", type=Path, metavar="CORPUS", help="write the model card with the corpus folder's words"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Evaluate on each file in turn."""
    evaluations: list[Evaluation] = []
    for path in arguments.gold:
        if not path.exists():
            raise UsageError(f"no such file or folder: {path}")
        evaluation = (evaluate_check if path.is_dir() else evaluate_file)(path, arguments.model)
        evaluations.append(evaluation)
        print(json.dumps(evaluation.as_json())) if arguments.json else show(evaluation)
    if arguments.card:
        print(f"card: {write_card(arguments.card, arguments.model, evaluations)}")
    return 0


def show(evaluation: Evaluation) -> None:
    """Print an evaluation as tables."""
    console = Console(highlight=False)
    console.print(f"\n{evaluation.corpus} ({evaluation.reports} reports, fingerprint {evaluation.fingerprint})")
    figures = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("figure", "value", "95 % interval"):
        figures.add_column(column)
    for name in ("claim", "part", "source", "polarity", "modality", "strength", "usable_line"):
        low, high = evaluation.intervals.get(name, (0.0, 0.0))
        figures.add_row(name, f"{evaluation.figures[name]:.3f}", f"{low:.3f} – {high:.3f}")
    console.print(figures)
    for title, rows in (("type", evaluation.by_type), ("role", evaluation.by_role)):
        console.print(ratio_table(title, rows))


def ratio_table(title: str, rows: dict[str, Ratio]) -> Table:
    """Return precision, recall and F1 a row."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in (title, "P", "R", "F1", "gold", "found"):
        table.add_column(column, justify="left" if column == title else "right")
    for name, row in rows.items():
        table.add_row(
            name, f"{row.precision:.3f}", f"{row.recall:.3f}", f"{row.f1:.3f}", str(row.gold), str(row.predicted)
        )
    return table
