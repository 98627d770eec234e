"""`musterroll train`: the reader's model from the corpora in the repository (training extra)."""

import argparse
from pathlib import Path
from typing import Any

from musterroll.records import UsageError


def add_parser(commands: Any) -> None:
    """Add the command."""
    parser = commands.add_parser("train", help="train the reader's model (needs the training extra)")
    parser.add_argument("--corpus", type=Path, default=Path("training/corpus"), metavar="DIR", help="training text")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the model is written")
    parser.add_argument(
        "--pass", dest="which", choices=("triggers", "claims", "both"), default="both", help="one network only"
    )
    parser.add_argument("--seed", type=int, default=7, help="seed of every shuffle and start (default 7)")
    parser.add_argument("--threads", type=int, default=2, help="threads of the training (default 2)")
    parser.add_argument("--quick", action="store_true", help="a few steps on a few reports, to try the machinery")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Train and export."""
    try:
        from musterroll.training.train import Plan, train_reader
    except ImportError as error:
        raise UsageError(
            f"the training extra is not installed ({error}): pip install 'musterroll[training]'"
        ) from error
    if not arguments.corpus.is_dir():
        raise UsageError(f"no such folder: {arguments.corpus}")
    plan = Plan(arguments.which, arguments.seed, arguments.threads, arguments.quick)
    train_reader(arguments.corpus, arguments.out, plan, print)
    return 0
