"""Train all heads together: batches of treebank and of articles take turns."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from quotecheck.document.pieces import WordPieces
from training import articles, inventory, treebank
from training.exported import read_weights
from training.network import Network, Outputs, encoder_folder
from training.paths import CORPORA
from training.windows import IGNORE, article_windows, batches, stack, treebank_windows

WEIGHTS = {
    "tags": 1.0,
    "pos": 0.3,
    "heads": 1.0,
    "deps": 1.0,
    "ends": 1.0,
    "entities": 1.0,
    "roles": 1.5,
    "links": 0.5,
}
BUDGET = 3000  # pieces a batch
HIDDEN = 0.06  # share of pieces that are masked, so that the heads learn to read the surroundings
WARM_UP = 100  # steps


def losses(out: Outputs, batch: dict[str, Tensor], network: Network) -> dict[str, Tensor]:
    """Loss of every head that has gold in this batch; arcs compete inside the gold sentence."""
    found = {}
    for name, scores in (
        ("tags", out.tags),
        ("pos", out.pos),
        ("entities", out.entities),
        ("roles", out.roles),
    ):
        if (batch[name] != IGNORE).any():
            found[name] = F.cross_entropy(scores.flatten(0, 1), batch[name].flatten(), ignore_index=IGNORE)
    if (batch["links"] != IGNORE).any():
        known = batch["firsts"][:, None, 1:] > 0
        links = torch.cat((out.links[..., :1], out.links[..., 1:].masked_fill(~known, -1e4)), -1)
        found["links"] = F.cross_entropy(links.flatten(0, 1), batch["links"].flatten(), ignore_index=IGNORE)
    if (batch["heads"] != IGNORE).any():
        found |= _tree_losses(out, batch, network)
    return found


def _tree_losses(out: Outputs, batch: dict[str, Tensor], network: Network) -> dict[str, Tensor]:
    same = batch["sentences"][:, :, None] == batch["sentences"][:, None, :]
    arcs = torch.cat((out.arcs[..., :1], out.arcs[..., 1:].masked_fill(~same, -1e4)), -1)
    heads = batch["heads"].clamp(min=0)
    chosen = out.heads.gather(1, heads[..., None].expand(-1, -1, out.heads.shape[-1]))
    labels = network.labels.score(out.dependents, chosen)
    known = batch["ends"] != IGNORE
    return {
        "heads": F.cross_entropy(arcs.flatten(0, 1), batch["heads"].flatten(), ignore_index=IGNORE),
        "deps": F.cross_entropy(labels.flatten(0, 1), batch["deps"].flatten(), ignore_index=IGNORE),
        "ends": F.binary_cross_entropy_with_logits(out.ends[known], batch["ends"][known].float()),
    }


def prepare(folder: Path, pieces: WordPieces) -> tuple[list, list, dict[str, list[str]]]:
    """Sentences, articles and label lists of the training parts; the label lists are saved."""
    sentences = list(treebank.read_conllu(CORPORA / "treebanks" / "train.conllu"))
    silver = articles.read_silver(CORPORA / "ner-silver" / "train.jsonl")
    papers = list(articles.read_articles(CORPORA / "polnear" / "train", silver))
    labels = inventory.inventory(sentences)
    inventory.save(labels, folder / "labels.json")
    return sentences, papers, labels


def epoch_batches(sentences, papers, labels, pieces, rng, *, with_articles: bool) -> list:
    """All batches of one epoch, shuffled together."""
    start = rng.randrange(len(sentences))  # windows begin elsewhere in each epoch
    trees = list(treebank_windows(sentences[start:] + sentences[:start], labels, pieces, rng))
    groups = list(batches(trees, BUDGET, rng))
    if with_articles:
        news = [w for paper in papers for w in article_windows(paper, labels, pieces, rng)]
        groups += list(batches(news, BUDGET, rng))
    rng.shuffle(groups)
    return groups


def train(folder: Path, *, epochs: int, article_epochs: int, seed: int, resume: bool, start: Path | None) -> None:
    """Train into ``folder``/model.pt, with a checkpoint every few minutes; ``resume`` goes on from it.

    ``start`` is the folder of an exported pipeline whose weights are trained further, at half the rate.
    """
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    source = encoder_folder()
    pieces = WordPieces(source / "tokenizer.json")
    sentences, papers, labels = prepare(folder, pieces)
    network = Network(labels, json.loads((source / "config.json").read_text())["vocab_size"], dropout=0.2)
    if start is None:
        network.encoder.load_pretrained(source)
    else:
        network.load_state_dict(read_weights(start))
    plan = [
        epoch_batches(sentences, papers, labels, pieces, rng, with_articles=e >= epochs - article_epochs)
        for e in range(epochs)
    ]
    steps = [group for groups in plan for group in groups]
    optimizer, schedule = _optimizer(network, len(steps), rate=1.0 if start is None else 0.5)
    first = _restore(folder, network, optimizer, schedule) if resume else 0
    _run(steps, first, network=network, optimizer=optimizer, schedule=schedule, folder=folder, unknown=pieces.unknown)


def _optimizer(network: Network, total: int, *, rate: float):
    encoder = list(network.encoder.parameters())
    own = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in own]
    groups = [{"params": encoder, "lr": 2e-4 * rate}, {"params": heads, "lr": 1e-3 * rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    share = lambda step: min((step + 1) / WARM_UP, max(0.01, 1 - step / total))  # noqa: E731
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, share)


def _restore(folder: Path, network, optimizer, schedule) -> int:
    state = torch.load(folder / "model.pt", map_location="cpu", weights_only=True)
    network.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return int(state["step"])


def _run(steps, first: int, *, network, optimizer, schedule, folder: Path, unknown: int) -> None:
    network.train()
    sums: dict[str, float] = {}
    began = saved = time.time()
    for step, group in enumerate(steps[first:], first):
        batch = stack(group)
        hidden = torch.rand(batch["pieces"].shape) < HIDDEN
        hidden[:, 0] = False
        shown = batch["pieces"].masked_fill(hidden, unknown)
        with torch.autocast("cpu", dtype=torch.bfloat16):  # a sixth faster where the processor has it
            out = network(shown, batch["cases"], batch["firsts"], batch["mask"])
            parts = losses(out, batch, network)
        optimizer.zero_grad(set_to_none=True)
        torch.stack([WEIGHTS[k] * v for k, v in parts.items()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        for k, v in parts.items():
            sums[k] = 0.98 * sums.get(k, float(v.detach())) + 0.02 * float(v.detach())
        last = step + 1 == len(steps)
        if step % 25 == 0 or last:
            row = {"step": step, "of": len(steps), "seconds": round(time.time() - began)}
            print(json.dumps(row | {k: round(v, 3) for k, v in sorted(sums.items())}), flush=True)
        if last or time.time() - saved > 300:
            saved = time.time()
            state = {
                "model": network.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "step": step + 1,
            }
            torch.save(state, folder / "model.tmp")
            (folder / "model.tmp").rename(folder / "model.pt")
