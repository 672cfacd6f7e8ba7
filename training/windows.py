"""Cut treebank and articles into windows of word pieces, and stack windows into batches."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import torch
from torch import Tensor

from quotecheck.document.pieces import WordPieces, case_class
from training.articles import restyle
from training.treebank import roughen

SIZE = 200  # pieces a window
IGNORE = -100
SEPARATOR = "\n"
LAYERS = ("tags", "pos", "heads", "deps", "ends", "entities", "roles", "links")


@dataclass
class Window:
    """Words with the gold of one or more heads; ``IGNORE`` where a layer is not known."""

    pieces: list[int]
    cases: list[int]
    firsts: list[int] = field(default_factory=lambda: [0])
    gold: dict[str, list[int]] = field(default_factory=lambda: {layer: [] for layer in LAYERS})
    sentences: list[int] = field(default_factory=list)  # number of the sentence of each word; -1: unknown

    def add(self, word: str, pieces: WordPieces, gold: dict[str, int], sentence: int = -1) -> None:
        """Append one word."""
        ids = pieces.of(word)
        self.firsts.append(len(self.pieces))
        self.pieces += ids
        self.cases += [case_class(word)] * len(ids)
        self.sentences.append(sentence)
        for layer in LAYERS:
            self.gold[layer].append(gold.get(layer, IGNORE))

    def separate(self, pieces: WordPieces) -> None:
        """End a paragraph."""
        self.pieces.append(pieces.separator)
        self.cases.append(5)


def open_window(pieces: WordPieces) -> Window:
    """An empty window."""
    return Window([pieces.start], [5])


def treebank_windows(sentences, labels, pieces: WordPieces, rng: random.Random | None) -> Iterator[Window]:
    """Windows over consecutive sentences; with ``rng``, in varied typography and paragraphs."""
    index = {key: {name: i for i, name in enumerate(names)} for key, names in labels.items()}
    source = roughen(sentences, rng) if rng else ((s, False) for s in sentences)
    window, number = open_window(pieces), 0
    for sentence, must_end in source:
        cost = sum(len(pieces.of(w["form"])) for w in sentence)
        if cost > 400:
            continue
        if window.sentences and len(window.pieces) + cost > SIZE:
            yield window
            window, number = open_window(pieces), 0
        base = len(window.sentences)
        for i, w in enumerate(sentence):
            window.add(
                w["form"],
                pieces,
                {
                    "tags": index["tags"].get(w["tag"], IGNORE),
                    "pos": index["pos"].get(w["pos"], IGNORE),
                    "deps": index["deps"].get(w["dep"], IGNORE),
                    "heads": base + w["head"] if w["head"] else 0,
                    "ends": int(i == len(sentence) - 1),
                },
                number,
            )
        number += 1
        if must_end or (rng and rng.random() < 0.25):
            window.separate(pieces)
    if window.sentences:
        yield window


def article_windows(paragraphs, labels, pieces: WordPieces, rng: random.Random | None) -> Iterator[Window]:
    """Windows over consecutive paragraphs of one article; over-long paragraphs are cut."""
    index = {key: {name: i for i, name in enumerate(labels[key])} for key in ("entities", "roles")}
    window, begin = open_window(pieces), {}
    size = rng.choice((SIZE, SIZE, SIZE // 2)) if rng else SIZE
    for paragraph in paragraphs:
        words = restyle(paragraph["words"], rng) if rng and rng.random() < 0.3 else paragraph["words"]
        cost = sum(len(pieces.of(w)) for w in words) + 1
        if window.sentences and len(window.pieces) + cost > size:
            yield _linked(window, begin)
            window, begin = open_window(pieces), {}
        for i, word in enumerate(words):
            if len(window.pieces) > 400:
                yield _linked(window, begin)
                window, begin = open_window(pieces), {}
            entity = IGNORE if paragraph["entities"] is None else index["entities"][paragraph["entities"][i]]
            link = paragraph["links"][i]
            begin[paragraph["base"] + i] = len(window.sentences) + 1
            window.add(
                word,
                pieces,
                {
                    "entities": entity,
                    "roles": index["roles"][paragraph["roles"][i]],
                    "links": IGNORE if link is None else link + 1_000_000,
                },
            )
        window.separate(pieces)
    if window.sentences:
        yield _linked(window, begin)


def _linked(window: Window, begin: dict[int, int]) -> Window:
    """Turn links counted in words of the article into columns of the window; a cue outside it is no word, 0."""
    window.gold["links"] = [v if v == IGNORE else begin.get(v - 1_000_000, 0) for v in window.gold["links"]]
    return window


def batches(windows: list[Window], budget: int, rng: random.Random | None) -> Iterator[list[Window]]:
    """Groups of windows of similar length with at most ``budget`` pieces, in random order with ``rng``."""
    order = sorted(windows, key=lambda w: len(w.pieces) + (rng.random() * 40 if rng else 0))
    groups, group, longest = [], [], 0
    for window in order:
        longest = max(longest, len(window.pieces))
        if group and longest * (len(group) + 1) > budget:
            groups.append(group)
            group, longest = [], len(window.pieces)
        group.append(window)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    yield from groups


def stack(group: list[Window]) -> dict[str, Tensor]:
    """Tensors of a batch: pieces, cases, attention mask, firsts, sentences and every gold layer."""
    length = max(len(w.pieces) for w in group)
    count = max(len(w.sentences) for w in group)

    def pad(rows: list[list[int]], size: int, value: int) -> Tensor:
        return torch.tensor([row + [value] * (size - len(row)) for row in rows])

    batch = {
        "pieces": pad([w.pieces for w in group], length, 0),
        "cases": pad([w.cases for w in group], length, 5),
        "firsts": pad([w.firsts for w in group], count + 1, 0),
        "sentences": pad([w.sentences for w in group], count, -2),
    }
    batch["mask"] = pad([[1] * len(w.pieces) for w in group], length, 0).bool()[:, None, None, :]
    return batch | {layer: pad([w.gold[layer] for w in group], count, IGNORE) for layer in LAYERS}
