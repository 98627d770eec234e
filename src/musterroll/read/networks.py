"""The reader's two networks as shipped: int8 graphs run by onnxruntime on the CPU over one int8 table of pieces."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from musterroll.read.pieces import PAD, Row
from musterroll.records import ModelError

if TYPE_CHECKING:
    import onnxruntime

Logits = NDArray[np.float32]
MODEL_FOLDER = Path(__file__).parent / "model"
CLAIM_OUTPUTS = ("roles", "speakers", "polarity", "modality", "kind")
BATCH_PIECES = 1024


@dataclass(frozen=True)
class ClaimLogits:
    """What pass 2 says of one marked trigger: tags [words, tags] and class logits [classes]."""

    roles: Logits
    speakers: Logits
    polarity: Logits
    modality: Logits
    kind: Logits


@dataclass(frozen=True)
class Networks:
    """The loaded model: its tokenizer, piece table, sessions, version and thresholds."""

    tokenizer: Tokenizer
    values: NDArray[np.int8]
    scale: Logits
    triggers: Any
    claims: Any
    facts: dict[str, Any]

    @property
    def version(self) -> str:
        """The reader's version: the short hash of its files."""
        return str(self.facts["version"])

    def threshold(self, name: str) -> float:
        """Return a decision threshold of the model, 0 where it names none."""
        return float(self.facts.get("thresholds", {}).get(name, 0.0))

    def feed(self, rows: Sequence[Row]) -> dict[str, NDArray[Any]]:
        """Return padded inputs: vectors [rows, pieces, 384], case and kept [rows, pieces]."""
        width = max(len(row.ids) for row in rows)
        ids = np.full((len(rows), width), PAD, dtype=np.int64)
        case, kept = np.zeros_like(ids), np.zeros_like(ids)
        for number, row in enumerate(rows):
            ids[number, : len(row.ids)] = row.ids
            case[number, : len(row.ids)] = row.case
            kept[number, : len(row.ids)] = 1
        vectors = self.values[ids].astype(np.float32) * self.scale[ids]
        return {"vectors": vectors, "case": case, "kept": kept}

    def tag_triggers(self, rows: Sequence[Row]) -> list[Logits]:
        """Return pass 1's logits [words, tags] for each row, in order."""
        found: list[Logits] = [np.empty((0, 0), np.float32)] * len(rows)
        for batch in batches(rows):
            tags = self.triggers.run(None, self.feed([rows[n] for n in batch]))[0]
            for place, n in enumerate(batch):
                found[n] = tags[place, list(rows[n].asked)]
        return found

    def describe(self, rows: Sequence[Row]) -> list[ClaimLogits]:
        """Return pass 2's logits for each row, in order."""
        found: list[ClaimLogits | None] = [None] * len(rows)
        for batch in batches(rows):
            chosen = [rows[n] for n in batch]
            feed = {**self.feed(chosen), "mark": np.array([row.mark for row in chosen], dtype=np.int64)}
            roles, speakers, *heads = self.claims.run(list(CLAIM_OUTPUTS), feed)
            for place, n in enumerate(batch):
                asked = list(rows[n].asked)
                found[n] = ClaimLogits(roles[place, asked], speakers[place, asked], *(head[place] for head in heads))
        return [logits for logits in found if logits is not None]


def batches(rows: Sequence[Row]) -> Iterator[list[int]]:
    """Yield the indexes of rows in batches of like length and at most BATCH_PIECES pieces."""
    batch: list[int] = []
    for n in sorted(range(len(rows)), key=lambda n: len(rows[n].ids)):
        if batch and (len(batch) + 1) * len(rows[n].ids) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(n)
    if batch:
        yield batch


def session(path: Path, threads: int) -> "onnxruntime.InferenceSession":
    """Open one graph on the CPU with a fixed number of threads.

    The runtime is imported here and not above: a process that has imported it cannot fork without harm, and the desk
    forks its workers.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def default_threads() -> int:
    """Return MUSTERROLL_THREADS, or the number of cores this process may use."""
    return int(os.environ.get("MUSTERROLL_THREADS", 0)) or usable_cores()


@lru_cache(maxsize=2)
def load_networks(folder: Path = MODEL_FOLDER, threads: int | None = None) -> Networks:
    """Load the model of a folder once a process.

    Raises ModelError where a file is missing or is no model of this version.
    """
    try:
        facts = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        table = np.load(folder / "pieces.npz")
        count = threads or default_threads()
        return Networks(
            tokenizer=Tokenizer.from_file(str(folder / "tokenizer.json")),
            values=table["values"],
            scale=table["scale"],
            triggers=session(folder / "triggers.onnx", count),
            claims=session(folder / "claims.onnx", count),
            facts=facts,
        )
    except Exception as error:
        raise ModelError(f"the reader's model in {folder} cannot be loaded: {error}") from error
