"""Score the exported pipeline on the development parts, as it will run: int8, its own sentence ends."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from quotecheck.document.encoder import Encoder, Paragraph, Words
from training import articles
from training.card import write_card
from training.paths import CORPORA
from training.treebank import read_conllu

GROUP = 12  # treebank sentences that stand in one paragraph for the scores of sentence ends


def evaluate(work: Path, to: Path) -> dict[str, float]:
    """Scores of the model in folder ``to``, written into ``work``/scores.json and returned."""
    encoder, labels = Encoder(to), json.loads((to / "labels.json").read_text(encoding="utf-8"))
    scores = {f"{part} {k}": v for part in ("dev", "test") for k, v in trees(encoder, labels, part).items()}
    scores |= names(encoder, labels)
    scores = {k: round(v, 2) for k, v in scores.items()}
    (work / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(scores, indent=1))
    write_card(scores, to)
    return scores


def trees(encoder: Encoder, labels: dict[str, list[str]], part: str) -> dict[str, float]:
    """Tags, attachment and sentence ends on gold words; sentence ends predicted inside paragraphs, then given."""
    sentences = list(read_conllu(CORPORA / "treebanks" / f"{part}.conllu"))
    groups = [sentences[i : i + GROUP] for i in range(0, len(sentences), GROUP)]
    found = Counter()
    for given in (False, True):
        began, count = time.process_time(), 0
        for group in groups:
            units = group if given else [[w for s in group for w in s]]
            paragraphs = [Paragraph([w["form"] for w in u], [w["space"] for w in u]) for u in units]
            _score(group, list(encoder.read(paragraphs)), labels, found, "given " if given else "")
            count += sum(map(len, group))
        seconds = time.process_time() - began
    share = {
        k: 100 * found[k] / found[f"{p}words"]
        for p in ("", "given ")
        for k in (f"{p}tags", f"{p}pos", f"{p}uas", f"{p}las")
    }
    precision, recall = found["ends right"] / found["ends found"], found["ends right"] / found["ends gold"]
    return share | {
        "sentences f1": 200 * precision * recall / (precision + recall),
        "words a second": count / seconds,
    }


def _score(group, runs: Iterable[Words], labels, found: Counter, prefix: str) -> None:
    gold = [(w, base, i == len(s) - 1) for s, base in _with_base(group) for i, w in enumerate(s)]
    at = 0
    for run in runs:
        size = len(run.tags)
        roots = set(np.flatnonzero(run.heads == 0).tolist())
        for i in range(size):
            word, base, _ = gold[at + i]
            head = base + word["head"] if word["head"] else 0
            right = head == (at + run.heads[i] if run.heads[i] else 0)
            found[prefix + "words"] += 1
            found[prefix + "tags"] += labels["tags"][run.tags[i]] == word["tag"]
            found[prefix + "pos"] += labels["pos"][run.pos[i]] == word["pos"]
            found[prefix + "uas"] += right
            found[prefix + "las"] += right and labels["deps"][run.relations[i]] == word["dep"]
        if not prefix:
            ends = {at + e for e in _ends(run, roots)}
            real = {at + i for i in range(size) if gold[at + i][2]}
            found["ends found"] += len(ends)
            found["ends gold"] += len(real)
            found["ends right"] += len(ends & real)
        at += size


def _with_base(group):
    base = 0
    for sentence in group:
        yield sentence, base
        base += len(sentence)


def _ends(run: Words, roots: set[int]) -> set[int]:
    """Last word of each sentence: where the root that words lead to changes."""

    def root(i: int) -> int:
        while i not in roots:
            i = int(run.heads[i]) - 1
        return i

    tops = [root(i) for i in range(len(run.tags))]
    return {i for i in range(len(tops)) if i + 1 == len(tops) or tops[i] != tops[i + 1]}


def names(encoder: Encoder, labels: dict[str, list[str]]) -> dict[str, float]:
    """F1 of names on the silver development part."""
    silver = articles.read_silver(CORPORA / "ner-silver" / "dev.jsonl")
    right = found = gold = 0
    for paper in articles.read_articles(CORPORA / "polnear" / "dev", silver):
        runs = list(encoder.read([Paragraph(p["words"], p["spaced"]) for p in paper]))
        entities = [labels["entities"][e] for run in runs for e in run.entities]
        at = 0
        for paragraph in paper:
            size = len(paragraph["words"])
            if paragraph["entities"] is not None:
                have, want = _spans(entities[at : at + size]), _spans(paragraph["entities"])
                right, found, gold = right + len(have & want), found + len(have), gold + len(want)
            at += size
    return {"names f1": 200 * right / ((found + gold) or 1)}


def _spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """Names as the pipeline makes them: a name goes on until another begins, and its last word gives the type."""
    spans: set[tuple[int, int, str]] = set()
    run: list[int] = []
    for i, label in enumerate([*labels, "O"]):
        if run and not label.startswith("I"):
            spans.add((run[0], i, labels[run[-1]].partition("-")[2]))
            run = []
        if label != "O":
            run.append(i)
    return spans
