"""Train one network: seeded shuffles, batches of like length, AdamW with a warm-up, and averaged weights at the end."""

import copy
import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from musterroll.read.pieces import MARKS, PAD, Row
from musterroll.training.examples import IGNORED, ClaimExample, TriggerExample

BATCH_PIECES = 1200
POOL = 40
AVERAGE_DECAY = 0.998


@dataclass(frozen=True)
class Schedule:
    """How long and how fast: `epochs` over the data, peak learning rates of encoder and heads, and where they end."""

    epochs: int
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    last: float = 0.2
    seed: int = 7

    def factor(self, done: float) -> float:
        """Return the share of the peak rate after a share `done` of the steps: a warm-up, then a cosine."""
        if done < self.warm:
            return max(done, 1e-3) / self.warm
        wave = 0.5 * (1 + math.cos(math.pi * (done - self.warm) / (1 - self.warm)))
        return self.last + (1 - self.last) * wave


def batches(examples: Sequence[Any], chance: random.Random) -> Iterator[list[Any]]:
    """Yield batches of about BATCH_PIECES pieces, of like length, in random order."""
    order = list(examples)
    chance.shuffle(order)
    pool = POOL * 24
    for start in range(0, len(order), pool):
        group = sorted(order[start : start + pool], key=lambda example: len(example.row.ids))
        rows: list[list[Any]] = [[]]
        for example in group:
            if rows[-1] and (len(rows[-1]) + 1) * len(example.row.ids) > BATCH_PIECES:
                rows.append([])
            rows[-1].append(example)
        chance.shuffle(rows)
        yield from rows


def row_tensors(rows: Sequence[Row], table: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return vectors [rows, pieces, 384], case, marks and kept [rows, pieces], padded to the longest row."""
    width = max(len(row.ids) for row in rows)
    pad = lambda values: list(values) + [PAD] * (width - len(values))  # noqa: E731
    ids = torch.tensor([pad(row.ids) for row in rows])
    kept = torch.tensor([[1] * len(row.ids) + [0] * (width - len(row.ids)) for row in rows])
    case = torch.tensor([pad(row.case) for row in rows])
    return table[ids], case, torch.where(ids <= MARKS, ids, 0), kept


def spread(rows: Sequence[Row], tags: Sequence[Sequence[int]], width: int) -> Tensor:
    """Put each word's tag on its first piece; all other pieces are ignored."""
    target = torch.full((len(rows), width), IGNORED)
    for number, (row, row_tags) in enumerate(zip(rows, tags, strict=True)):
        target[number, list(row.asked)] = torch.tensor(row_tags)
    return target


def tag_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Cross entropy over the pieces that are asked about, 0 where there are none."""
    if bool((target == IGNORED).all()):
        return logits.sum() * 0
    return functional.cross_entropy(logits.flatten(0, 1).float(), target.flatten(), ignore_index=IGNORED)


def trigger_loss(network: nn.Module, batch: Sequence[TriggerExample], table: Tensor) -> Tensor:
    """Pass 1's loss on a batch."""
    rows = [example.row for example in batch]
    vectors, case, marks, kept = row_tensors(rows, table)
    logits = network(vectors, case, marks, kept)
    return tag_loss(logits, spread(rows, [example.tags for example in batch], logits.shape[1]))


def claim_loss(network: nn.Module, batch: Sequence[ClaimExample], table: Tensor) -> Tensor:
    """Pass 2's loss on a batch: role tags weigh most, since parts are hardest."""
    rows = [example.row for example in batch]
    vectors, case, marks, kept = row_tensors(rows, table)
    roles, speakers, *heads = network(vectors, case, marks, kept, torch.tensor([row.mark for row in rows]))
    loss = 2 * tag_loss(roles, spread(rows, [example.roles for example in batch], roles.shape[1]))
    loss = loss + tag_loss(speakers, spread(rows, [example.speakers for example in batch], roles.shape[1]))
    for logits, name, weight in zip(heads, ("polarity", "modality", "kind"), (0.2, 0.3, 0.3), strict=True):
        loss = loss + weight * functional.cross_entropy(
            logits.float(), torch.tensor([getattr(example, name) for example in batch])
        )
    return loss


def parameter_groups(network: nn.Module, schedule: Schedule) -> list[dict[str, Any]]:
    """Split parameters into encoder and heads, with and without weight decay."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        fresh = not name.startswith("encoder.") or name in ("encoder.case", "encoder.marks")
        groups.setdefault((fresh, parameter.ndim > 1), []).append(parameter)
    rates = {True: schedule.head_rate, False: schedule.rate}
    return [
        {"params": found, "lr": rates[fresh], "peak": rates[fresh], "weight_decay": 0.01 if wide else 0.0}
        for (fresh, wide), found in groups.items()
    ]


class Averaged:
    """A running average of a network's weights, slower as training goes on."""

    def __init__(self, network: nn.Module) -> None:
        self.network = copy.deepcopy(network).eval()
        self.steps = 0

    @torch.no_grad()
    def follow(self, network: nn.Module) -> None:
        """Move the average towards the network's weights."""
        self.steps += 1
        decay = min(AVERAGE_DECAY, (1 + self.steps) / (10 + self.steps))
        for mean, value in zip(self.network.parameters(), network.parameters(), strict=True):
            mean.lerp_(value, 1 - decay)


def train_network(
    network: nn.Module,
    make_epoch: Callable[[random.Random], Sequence[Any]],
    loss_of: Callable[[nn.Module, Sequence[Any], Tensor], Tensor],
    table: Tensor,
    schedule: Schedule,
    after_epoch: Callable[[int, nn.Module, str], None],
) -> nn.Module:
    """Train `network` in place and return its averaged copy.

    `make_epoch` gives the examples of one epoch (windows are packed anew each time); `after_epoch` is told the epoch's
    number, the averaged network and one line on its loss and time.
    """
    torch.manual_seed(schedule.seed)
    chance = random.Random(schedule.seed)
    optimiser = torch.optim.AdamW(parameter_groups(network, schedule), betas=(0.9, 0.98))
    average = Averaged(network)
    for epoch in range(schedule.epochs):
        network.train()
        began, losses = time.monotonic(), []
        rows = list(batches(make_epoch(chance), chance))
        for number, batch in enumerate(rows):
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * schedule.factor((epoch + number / len(rows)) / schedule.epochs)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, batch, table)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            average.follow(network)
            losses.append(loss.item())
        mean, took = sum(losses) / len(losses), time.monotonic() - began
        line = f"epoch {epoch + 1}: loss {mean:.4f}, {len(rows)} batches, {took:.0f} s"
        after_epoch(epoch + 1, average.network, line)
    return average.network
