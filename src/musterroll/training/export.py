"""From trained networks to the files that the reader runs: int8 ONNX graphs over one shared int8 table of pieces."""

import hashlib
import json
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from musterroll.read.pieces import MARKS
from musterroll.training.networks import WIDTH, ClaimNetwork, TriggerNetwork

OPSET = 17
TRIGGER_OUTPUTS = ("tags",)
CLAIM_OUTPUTS = ("roles", "speakers", "polarity", "modality", "kind")
MODEL_FILES = ("pieces.npz", "triggers.onnx", "claims.onnx", "tokenizer.json")


class Shipped(nn.Module):
    """A network as it is shipped: the vectors of marks come with the table, so that no mark ids go in."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, case: Tensor, kept: Tensor, *mark: Tensor) -> Any:
        """Give the network's logits without marks of its own."""
        return self.network(vectors, case, torch.zeros_like(case), kept, *mark)


def shared_table(start: Tensor, network: ClaimNetwork) -> tuple[np.ndarray, np.ndarray]:
    """Return the piece vectors as int8 [30522, 384] with a float32 scale a row; marks are folded into their rows."""
    table = start.clone()
    table[1 : MARKS + 1] += network.encoder.marks.detach()[1:]
    values = table.numpy()
    scale = np.abs(values).max(axis=1, keepdims=True) / 127 + 1e-12
    return np.rint(values / scale).astype(np.int8), scale.astype(np.float32)


def export_network(network: nn.Module, outputs: tuple[str, ...], path: Path, with_mark: bool) -> None:
    """Write one network as an int8 ONNX graph (weights int8 a channel, activations quantised as they come)."""
    rows, pieces = 2, 12
    inputs: list[Tensor] = [
        torch.zeros(rows, pieces, WIDTH),
        torch.zeros(rows, pieces, dtype=torch.long),
        torch.ones(rows, pieces, dtype=torch.long),
    ]
    names = ["vectors", "case", "kept"]
    if with_mark:
        inputs.append(torch.ones(rows, dtype=torch.long))
        names.append("mark")
    axes = {name: {0: "rows", 1: "pieces"} for name in ("vectors", "case", "kept", "tags", "roles", "speakers")}
    axes |= {name: {0: "rows"} for name in ("mark", "polarity", "modality", "kind")}
    with TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        with warnings.catch_warnings():
            # the tracing exporter is marked as old; the newer one needs a package more
            warnings.simplefilter("ignore", DeprecationWarning)
            torch.onnx.export(
                Shipped(network.eval()), tuple(inputs), str(exact), input_names=names, output_names=list(outputs),
                dynamic_axes={name: axes[name] for name in (*names, *outputs)}, opset_version=OPSET, dynamo=False,
            )  # fmt: skip
        quantize_dynamic(
            str(exact), str(path), per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"]
        )


def export_model(
    triggers: TriggerNetwork, claims: ClaimNetwork, table: Tensor, folder: Path, facts: dict[str, Any]
) -> str:
    """Write both networks, the table and `model.json` into `folder`; return the version, a hash of the files."""
    folder.mkdir(parents=True, exist_ok=True)
    values, scale = shared_table(table, claims)
    np.savez_compressed(folder / "pieces.npz", values=values, scale=scale)
    export_network(triggers, TRIGGER_OUTPUTS, folder / "triggers.onnx", with_mark=False)
    export_network(claims, CLAIM_OUTPUTS, folder / "claims.onnx", with_mark=True)
    digest = hashlib.sha256(b"".join((folder / name).read_bytes() for name in MODEL_FILES)).hexdigest()[:12]
    (folder / "model.json").write_text(json.dumps({"version": digest, **facts}, indent=1) + "\n", encoding="utf-8")
    return digest
