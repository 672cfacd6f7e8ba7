"""Trains spaCy's default CNN beside which the bundled pipeline's speed is measured: tagger, parser and names.

``python benchmarks/cnn.py FOLDER [--steps N]`` learns from ../shared/corpora, not to be good, but long enough for its
parser to take the usual steps. All three share one encoder of spaCy's default width and depth.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline.tok2vec import DEFAULT_TOK2VEC_MODEL
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.converters import conllu_to_docs
from spacy.util import filter_spans, fix_random_seed, minibatch

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
SENTENCES = 10  # to a text
TEXTS = 3000  # of each kind
BATCH = 24
SEED = 7
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}


def main() -> int:
    """Train and save; 1 when the corpora are not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--steps", type=int, default=400)
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print("The CNN is left out: ../shared/corpora is missing.", file=sys.stderr)
        return 1
    nlp = build()
    train(nlp, [*read_trees(nlp), *read_names(nlp)], steps=options.steps)
    options.folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(options.folder)
    return 0


def build() -> Language:
    """An empty pipeline with spaCy's default settings."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": DEFAULT_TOK2VEC_MODEL})
    for name in ("tagger", "parser", "ner"):
        nlp.add_pipe(name, config={"model": {"tok2vec": LISTENER}})
    return nlp


def read_trees(nlp: Language) -> Iterator[Example]:
    """Texts of the treebank: tags and trees."""
    text = (CORPORA / "treebanks" / "train.conllu").read_text("utf-8")
    for gold in islice(conllu_to_docs(text, n_sents=SENTENCES, no_print=True), TEXTS):
        words, spaces = [token.text for token in gold], [bool(token.whitespace_) for token in gold]
        yield Example(Doc(nlp.vocab, words=words, spaces=spaces), gold)


def read_names(nlp: Language) -> Iterator[Example]:
    """Paragraphs with names."""
    with (CORPORA / "ner-silver" / "train.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, islice(file, TEXTS)):
            gold = nlp.make_doc(row["text"])
            spans = (gold.char_span(*name, alignment_mode="contract") for name in row["entities"])
            gold.set_ents(filter_spans(span for span in spans if span is not None))
            yield Example(nlp.make_doc(row["text"]), gold)


def train(nlp: Language, examples: list[Example], *, steps: int) -> None:
    """``steps`` batches in random order."""
    fix_random_seed(SEED)
    rng = random.Random(SEED)
    optimizer = nlp.initialize(lambda: examples)
    batches: Iterator[list[Example]] = iter(())
    for _ in range(steps):
        batch = next(batches, None)
        if batch is None:
            rng.shuffle(examples)
            batches = minibatch(examples, BATCH)
            batch = next(batches)
        nlp.update(batch, sgd=optimizer, drop=0.1)


if __name__ == "__main__":
    sys.exit(main())
