"""The bundled pipeline's one component: sets tags, lemmas, trees, sentence starts and names on a ``Doc``."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Token

from quotecheck.document.encoder import Encoder, Paragraph, Words
from quotecheck.document.lemmas import Lemmas
from quotecheck.document.reading import KEY, NO_CUE, NO_ROLE, Reading
from quotecheck.text.opening import dateline_end
from quotecheck.text.paragraphs import find_paragraphs

NAME = "quotecheck_annotator"
ATTRIBUTES = [TAG, POS, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
INSIDE, OUTSIDE, BEGINS = 1, 2, 3  # as spaCy numbers them


class Annotator:
    """Callable on a ``Doc``; paragraphs are found in its text and always end a sentence."""

    def __init__(self, nlp: Language, folder: Path) -> None:
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        strings = nlp.vocab.strings
        self._strings = strings
        self._pos_names: list[str] = labels["pos"]
        self._tags = np.array([strings.add(name) for name in labels["tags"]], dtype=np.uint64)
        self._pos = np.array([IDS[name] for name in labels["pos"]], dtype=np.uint64)
        self._deps = np.array([strings.add("ROOT" if n == "root" else n) for n in labels["deps"]], dtype=np.uint64)
        names = [label.partition("-") for label in labels["entities"]]
        self._iob = np.array([{"B": BEGINS, "I": INSIDE, "O": OUTSIDE}[mark] for mark, _, _ in names], dtype=np.uint64)
        self._types = np.array([strings.add(name) if name else 0 for _, _, name in names], dtype=np.uint64)
        self._blank = (strings.add("_SP"), IDS["SPACE"], strings.add("dep"))
        self._roles = tuple(labels["roles"])
        self._lemmas = Lemmas.load(folder / "lemmas.json")
        self._encoder = Encoder(folder)

    def __call__(self, doc: Doc) -> Doc:
        places = [token.i for token in doc if not token.is_space]
        table = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
        table[:, 0], table[:, 1], table[:, 4] = self._blank
        table[:, 5] = OUTSIDE
        self._attach_spaces(doc, table)
        reading = Reading(
            self._roles,
            np.full(len(doc), self._roles.index(NO_ROLE), dtype=np.int64),
            np.ones(len(doc), dtype=np.float32),
            np.full(len(doc), NO_CUE, dtype=np.int64),
        )
        at = 0
        for words in self._encoder.read(_paragraphs(doc, places)):
            run = np.array(places[at : at + len(words.tags)], dtype=np.int64)
            self._fill(table, run, words, doc)
            reading.roles[run], reading.confidence[run] = words.roles, words.confidence
            reading.cues[run] = np.where(words.cues < 0, NO_CUE, run[words.cues])
            at += len(words.tags)
        _settle_names(table, np.array(places, dtype=np.int64))
        doc.user_data[KEY] = reading
        return doc.from_array(ATTRIBUTES, table) if len(doc) else doc  # type: ignore[arg-type]

    def _attach_spaces(self, doc: Doc, table: np.ndarray) -> None:
        """White space hangs on the word before it, or on the first word of the text."""
        word: int | None = None
        for token in doc:
            if not token.is_space:
                word = token.i
                continue
            table[token.i, 2] = self._strings.add(token.text)
            table[token.i, 3] = np.int64((word if word is not None else _first_word(doc)) - token.i).astype(np.uint64)

    def _fill(self, table: np.ndarray, places: np.ndarray, words: Words, doc: Doc) -> None:
        own = np.arange(len(places))
        heads = places[np.where(words.heads == 0, own, words.heads - 1)]
        table[places, 0] = self._tags[words.tags]
        table[places, 1] = self._pos[words.pos]
        lemmas = [self._lemmas.of(doc[int(i)].text, self._pos_names[p]) for i, p in zip(places, words.pos, strict=True)]
        table[places, 2] = [self._strings.add(lemma) for lemma in lemmas]
        table[places, 3] = (heads - places).astype(np.int64).astype(np.uint64)
        table[places, 4] = self._deps[words.relations]
        table[places, 5] = self._iob[words.entities]
        table[places, 6] = self._types[words.entities]


def _settle_names(table: np.ndarray, places: np.ndarray) -> None:
    """A name goes on until a word begins another or stands outside; its last word gives the type of all."""
    run: list[int] = []
    for place in [*places.tolist(), -1]:
        if run and (place < 0 or table[place, 5] != INSIDE or place != run[-1] + 1):
            table[run, 5], table[run, 6] = INSIDE, table[run[-1], 6]
            table[run[0], 5] = BEGINS
            run = []
        if place >= 0 and table[place, 5] != OUTSIDE:
            run.append(place)


def _first_word(doc: Doc) -> int:
    return next((token.i for token in doc if not token.is_space), 0)


def _paragraphs(doc: Doc, places: list[int]) -> list[Paragraph]:
    """The words of each paragraph, in order; a dateline is one of its own, since it is no part of a sentence."""
    text = doc.text  # made of all tokens each time it is asked for
    found = find_paragraphs(text)
    datelines = (dateline_end(text, span) for span in found)
    ends = sorted([*(end for end in datelines if end is not None), *(span.end for span in found)])
    groups: list[list[Token]] = [[]]
    nth = 0
    for i in places:
        token = doc[i]
        while nth < len(ends) and token.idx >= ends[nth]:
            nth += 1
            groups.append([])
        groups[-1].append(token)
    return [Paragraph([t.text for t in group], [_is_spaced(t) for t in group]) for group in groups if group]


def _is_spaced(token: Token) -> bool:
    after = token.i + 1
    return bool(token.whitespace_) or (after < len(token.doc) and token.doc[after].is_space)
