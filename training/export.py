"""Turn a checkpoint into the files of the bundled pipeline: int8 ONNX, label lists, lemmas, tokenizer."""

from __future__ import annotations

import json
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from quotecheck.document.lemmas import Lemmas
from training.network import LABEL, Network, encoder_folder, load_network
from training.paths import CORPORA
from training.treebank import read_conllu

OUTPUTS = ("tags", "pos", "ends", "entities", "roles", "arcs", "links", "dependents", "heads")
NEVER, ENOUGH = -1e4, 5  # against a pair of tag and part of speech that the treebank has less often


class _Window(nn.Module):
    """The network over one window, as the pipeline calls it.

    Tag and part of speech are chosen together, among the ``pairs`` (tags x parts of speech) that the treebank has, so
    that a verb never has the tag of a noun.
    """

    def __init__(self, network: Network, pairs: Tensor) -> None:
        super().__init__()
        self.network = network
        self.register_buffer("against", torch.where(pairs, 0.0, NEVER))

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        out = self.network(pieces[None], cases[None], firsts[None])
        found = {name: getattr(out, name)[0] for name in OUTPUTS}
        both = found["tags"].log_softmax(-1)[:, :, None] + found["pos"].log_softmax(-1)[:, None] + self.against
        best = both.flatten(1).argmax(-1)
        found["tags"], found["pos"] = best // self.against.shape[1], best % self.against.shape[1]
        found["entities"] = found["entities"].argmax(-1)
        found["roles"] = found["roles"].softmax(-1)
        return tuple(found[name] for name in OUTPUTS)


class _Relations(nn.Module):
    """Projections of words and of their chosen heads to relation labels."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.labels = network.labels

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        return self.labels.score(dependents, heads).argmax(-1)


def export(work: Path, to: Path, *, checkpoint: str = "model.pt") -> None:
    """Write the pipeline's files into ``to``."""
    to.mkdir(parents=True, exist_ok=True)
    network, labels = load_network(work, checkpoint)
    full = work / "full.onnx"
    _to_onnx(
        _Window(network, seen_pairs(labels)),
        (torch.ones(7, dtype=torch.long), torch.zeros(7, dtype=torch.long), torch.arange(5)),
        full,
        inputs=("pieces", "cases", "firsts"),
        outputs=OUTPUTS,
    )
    quantize(full, to / "encoder.onnx")
    _to_onnx(
        _Relations(network),
        (torch.zeros(4, LABEL), torch.zeros(4, LABEL)),
        to / "relations.onnx",
        inputs=("dependents", "heads"),
        outputs=("labels",),
    )
    (to / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    (to / "lemmas.json").write_text(
        json.dumps(lemma_table(), ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8"
    )
    shutil.copy(encoder_folder() / "tokenizer.json", to / "tokenizer.json")


def seen_pairs(labels: dict[str, list[str]]) -> Tensor:
    """Which tag and part of speech go together in the treebank, tags x parts of speech."""
    counts: Counter[tuple[str, str]] = Counter()
    for sentence in read_conllu(CORPORA / "treebanks" / "train.conllu"):
        counts.update((w["tag"], w["pos"]) for w in sentence)
    return torch.tensor([[counts[tag, pos] >= ENOUGH for pos in labels["pos"]] for tag in labels["tags"]])


def _to_onnx(module: nn.Module, example: tuple[Tensor, ...], path: Path, *, inputs, outputs) -> None:
    axes = {name: {0: f"{name}_length"} for name in inputs}
    torch.onnx.export(
        module,
        example,
        str(path),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantize(full: Path, to: Path) -> None:
    """Weights of the encoder to eight bits; the heads, small and sensitive, stay as they are."""
    import onnx

    graph = onnx.load(str(full)).graph
    heads = [n.name for n in graph.node if n.op_type in ("MatMul", "Gemm") and "/encoder/" not in n.name]
    # Seven-bit weights: on processors without VNNI eight signed bits overflow the products' sums.
    quantize_dynamic(
        str(full),
        str(to),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=heads,
        op_types_to_quantize=["MatMul", "Gather"],
    )


def lemma_table() -> dict:
    """Words that the treebank knows as lemmas, and forms whose lemma no suffix rule finds."""
    lemmas: dict[str, Counter] = defaultdict(Counter)
    known: dict[str, set[str]] = defaultdict(set)
    for sentence in read_conllu(CORPORA / "treebanks" / "train.conllu"):
        for w in sentence:
            pos = "VERB" if w["pos"] == "AUX" and w["lemma"] not in ("be", "have", "do") else w["pos"]
            form = w["form"].lower().replace("’", "'")
            lemmas[w["pos"]][form, w["lemma"]] += 1
            if pos in ("VERB", "NOUN", "ADJ") and w["lemma"].isalpha():
                known[pos].add(w["lemma"].lower())
    rules = Lemmas({pos: frozenset(words) for pos, words in known.items()}, {})
    exceptions: dict[str, dict[str, str]] = defaultdict(dict)
    for pos, counts in lemmas.items():
        if pos in ("PROPN", "PUNCT", "NUM", "SYM", "X", "INTJ"):
            continue
        for (form, lemma), _ in sorted(counts.items(), key=lambda x: (x[1], x[0])):
            if rules.of(form, pos) != lemma:
                exceptions[pos][form] = lemma
            else:
                exceptions[pos].pop(form, None)
    return {
        "known": {pos: sorted(words) for pos, words in sorted(known.items())},
        "exceptions": dict(exceptions),
    }
