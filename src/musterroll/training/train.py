"""`musterroll train`: the whole way from the corpora to the files that the reader runs.

The corpus folder's `curriculum.json` names the stages: which files a stage trains on (patterns), for how many epochs
each network, and at what peak rate. Every stage starts where the one before it ended. All shuffles come from one seed.
"""

import json
import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from musterroll.read.networks import MODEL_FOLDER
from musterroll.records import CorpusError
from musterroll.training.corpus import GoldReport, load_corpus
from musterroll.training.examples import (
    ClaimExample,
    TriggerExample,
    claim_example,
    report_pieces,
    trigger_examples,
)
from musterroll.training.export import export_model
from musterroll.training.loop import Schedule, claim_loss, train_network, trigger_loss
from musterroll.training.networks import ClaimNetwork, TriggerNetwork, starting_weights

WINDOW_ROOMS = (112, 160, 192, 224)
QUICK_REPORTS = 12
Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """What to train: "triggers", "claims" or "both"; the seed; threads; and whether only to try the machinery."""

    which: str = "both"
    seed: int = 7
    threads: int = 2
    quick: bool = False


@dataclass(frozen=True)
class Stage:
    """One stage of the curriculum: file patterns, epochs of each network and the encoder's peak learning rate."""

    files: tuple[str, ...]
    triggers: int
    claims: int
    rate: float


def load_curriculum(corpus: Path) -> list[Stage]:
    """Read `curriculum.json`; raises CorpusError where it does not hold."""
    path = corpus / "curriculum.json"
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return [Stage(tuple(s["files"]), s["triggers"], s["claims"], s["rate"]) for s in raw["stages"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusError(f"{path}: {type(error).__name__}: {error}") from error


def trigger_epochs(
    tokenizer: Tokenizer, reports: Sequence[GoldReport]
) -> Callable[[random.Random], list[TriggerExample]]:
    """Return a maker of pass 1's epochs: windows of another size each time."""
    pieces = {report.id: report_pieces(tokenizer, report) for report in reports}

    def epoch(chance: random.Random) -> list[TriggerExample]:
        return [
            example
            for report in reports
            for example in trigger_examples(pieces[report.id], report.claims, chance.choice(WINDOW_ROOMS))
        ]

    return epoch


def claim_epochs(tokenizer: Tokenizer, reports: Sequence[GoldReport]) -> Callable[[random.Random], list[ClaimExample]]:
    """Return a maker of pass 2's epochs: every claim each time."""
    pieces = {report.id: report_pieces(tokenizer, report) for report in reports}
    gold = [claim_example(pieces[report.id], claim) for report in reports for claim in report.claims]
    return lambda _chance: gold


def train_stages(
    which: str, network: nn.Module, corpus: Path, plan: Plan, table: Tensor, out: Path, say: Say
) -> nn.Module:
    """Train one network through every stage; its averaged weights are kept in `out` after each epoch."""
    tokenizer = Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    loss = trigger_loss if which == "triggers" else claim_loss
    kept = out / f"{which}.pt"

    def after(_: int, average: nn.Module, line: str) -> None:
        torch.save(average.state_dict(), kept)
        say(f"{which}: {line}")

    for number, stage in enumerate(load_curriculum(corpus), 1):
        reports, _check = load_corpus(corpus, stage.files)
        reports = reports[:QUICK_REPORTS] if plan.quick else reports
        epochs = 1 if plan.quick else getattr(stage, which)
        say(f"{which}: stage {number}, {len(reports)} reports, {sum(len(r.claims) for r in reports)} claims")
        make: Callable[[random.Random], Sequence[Any]]
        make = trigger_epochs(tokenizer, reports) if which == "triggers" else claim_epochs(tokenizer, reports)
        schedule = replace(Schedule(epochs, rate=stage.rate), seed=plan.seed)
        average = train_network(network, make, loss, table, schedule, after)
        network.load_state_dict(average.state_dict())
    return network


def train_reader(corpus: Path, out: Path, plan: Plan, say: Say) -> None:
    """Train the networks that the plan names and, once both are there, export the model into `out`.

    Raises CorpusError where the corpora do not hold. With one network at a time (`which`), two machines or two cores
    can share the work: the second call finds the first one's weights in `out`.
    """
    torch.set_num_threads(plan.threads)
    out.mkdir(parents=True, exist_ok=True)
    start = starting_weights()
    table = start["embeddings.word_embeddings.weight"]
    triggers, claims = TriggerNetwork(start), ClaimNetwork(start)
    networks: dict[str, nn.Module] = {"triggers": triggers, "claims": claims}
    for which, network in networks.items():
        if plan.which in (which, "both"):
            torch.manual_seed(plan.seed)
            train_stages(which, network, corpus, plan, table, out, say)
    if all((out / f"{which}.pt").exists() for which in networks):
        for which, network in networks.items():
            network.load_state_dict(torch.load(out / f"{which}.pt"))
        shutil.copyfile(MODEL_FOLDER / "tokenizer.json", out / "tokenizer.json")
        facts = {"seed": plan.seed, "thresholds": json.loads((corpus / "curriculum.json").read_text())["thresholds"]}
        say(f"reader {export_model(triggers, claims, table, out, facts)} in {out}")
