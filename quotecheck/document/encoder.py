"""The bundled network: windows of word pieces in, scores of every head out, always one window at a time.

One window at a time, because int8 scales are taken over all that runs together: alone, a text gives the same
result whatever is analysed beside it.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecheck.document.decode import best_run, transitions
from quotecheck.document.pieces import WordPieces, case_class
from quotecheck.document.repairs import Names, repaired
from quotecheck.document.trees import decode_heads

WINDOW = 200  # pieces that the network sees at once, as in its training: in longer windows it reads far worse
CONTEXT = 64  # pieces of a long paragraph that a window sees again before what it settles
NO_CASE = 5
STOPS = frozenset(".?!")
CLOSERS = frozenset({"”", "’", ")", "]", "»"})
STRAIGHT = frozenset({'"', "'", "''"})
OPENERS = frozenset({"“", "‘", "``", "«", "(", "[", *STRAIGHT})


class Paragraph(NamedTuple):
    """The words of a paragraph, and for each whether white space follows it."""

    words: Sequence[str]
    spaced: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Words:
    """What the network says of a run of words.

    ``heads`` are 1-based in the run, 0 for a root. ``cues`` are 0-based places of the word that begins the cue a span
    hangs on, -1 where there is none in the window.
    """

    tags: NDArray[np.int64]
    pos: NDArray[np.int64]
    heads: NDArray[np.int64]
    relations: NDArray[np.int64]
    entities: NDArray[np.int64]
    roles: NDArray[np.int64]
    confidence: NDArray[np.float32]
    cues: NDArray[np.int64]


@dataclass(slots=True)
class _Window:
    pieces: list[int]
    cases: list[int]
    firsts: list[int]
    ends: list[int]  # words that end a sentence whatever the network says


class Encoder:
    """Runs the exported network of a model folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        labels: dict[str, list[str]] = json.loads((self._folder / "labels.json").read_text(encoding="utf-8"))
        return labels

    @cached_property
    def _roles(self) -> list[str]:
        return self._labels["roles"]

    @cached_property
    def _names(self) -> Names:
        return Names(self._labels["tags"], self._labels["pos"], self._labels["deps"])

    @cached_property
    def _steps(self) -> NDArray[np.float64]:
        return transitions(self._roles)

    @cached_property
    def _pieces(self) -> WordPieces:
        return WordPieces(self._folder / "tokenizer.json")

    @cached_property
    def _network(self) -> Any:
        return _session(self._folder / "encoder.onnx")

    @cached_property
    def _relations(self) -> Any:
        return _session(self._folder / "relations.onnx")

    def read(self, paragraphs: Sequence[Paragraph]) -> Iterator[Words]:
        """Annotate paragraphs; the runs that come back follow each other without a gap."""
        window = self._open()
        for paragraph in paragraphs:
            for part in _parts(paragraph, WINDOW * 16):  # bounds what one paragraph can hold in memory
                ids = [self._pieces.of(word) for word in part.words]
                cost = sum(map(len, ids)) + 1
                if window.firsts[1:] and len(window.pieces) + cost > WINDOW:
                    yield self._run(window)[0]
                    window = self._open()
                if cost > WINDOW:
                    yield from self._read_long(part, ids)
                else:
                    self._append(window, part, ids)
        if window.firsts[1:]:
            yield self._run(window)[0]

    def _read_long(self, paragraph: Paragraph, ids: list[tuple[int, ...]]) -> Iterator[Words]:
        """A paragraph longer than a window: each window sees what comes before and after the sentences it settles."""
        costs = [0, *accumulate(map(len, ids))]
        at, count = 0, len(ids)
        starts = [0]  # of the sentences settled so far
        while at < count:
            first = starts[bisect_left(starts, bisect_left(costs, costs[at] - CONTEXT))] if at else 0
            end = bisect_right(costs, costs[first] + WINDOW - 2) - 1
            window = self._open()
            self._append(window, _slice(paragraph, first, end), ids[first:end])
            if at > first:
                window.ends.append(at - first - 1)
            found, sentences = self._run(window)
            bounds = first + 1 + np.flatnonzero(np.diff(sentences))
            late = bounds[bounds > (at + end) // 2] if end < count else bounds[:0]
            keep = int(late[-1]) if len(late) else end
            starts += [int(bound) for bound in bounds if at < bound < keep] + [keep]
            yield _part_of(found, at - first, keep - first)
            at = keep

    def _open(self) -> _Window:
        return _Window([self._pieces.start], [NO_CASE], [0], [])

    def _append(self, window: _Window, paragraph: Paragraph, ids: list[tuple[int, ...]]) -> None:
        for word, parts in zip(paragraph.words, ids, strict=True):
            window.firsts.append(len(window.pieces))
            window.pieces.extend(parts)
            window.cases.extend([case_class(word)] * len(parts))
        window.pieces.append(self._pieces.separator)
        window.cases.append(NO_CASE)
        base = len(window.firsts) - 1 - len(ids)
        window.ends.extend(base + at for at in sure_ends(paragraph))

    def _run(self, window: _Window) -> tuple[Words, NDArray[np.int64]]:
        tags, pos, ends, entities, roles, arcs, links, dependents, heads = self._network.run(
            None,
            {
                "pieces": np.array(window.pieces, dtype=np.int64),
                "cases": np.array(window.cases, dtype=np.int64),
                "firsts": np.array(window.firsts, dtype=np.int64),
            },
        )
        closes = ends > 0
        closes[window.ends] = True
        sentences = np.concatenate(([0], np.cumsum(closes[:-1]))).astype(np.int64)
        chosen = decode_heads(arcs, sentences)
        relations = self._relations.run(None, {"dependents": dependents, "heads": heads[chosen]})[0]
        chosen = repaired(chosen, tags, pos, relations, self._names)
        best = best_run(roles, self._steps, self._roles.index("O"))
        sure = roles[np.arange(len(best)), best]
        words = Words(tags, pos, chosen, relations, entities, best, sure, self._linked(best, links))
        return words, sentences

    def _linked(self, roles: NDArray[np.int64], links: NDArray[np.float32]) -> NDArray[np.int64]:
        """For each word the likeliest first word of a cue; the window's start stands for a cue outside it."""
        cues = np.flatnonzero(roles == self._roles.index("B-cue"))
        if not len(cues):
            return np.full(len(roles), -1, dtype=np.int64)
        scores = links[:, cues + 1]
        found = cues[scores.argmax(-1)]
        return np.where(links[:, 0] > scores.max(-1), -1, found)


def _part_of(words: Words, start: int, end: int) -> Words:
    """The words of a run from ``start`` to ``end``, which are whole sentences; cues elsewhere are left out."""
    part = slice(start, end)
    heads, cues = words.heads[part], words.cues[part]
    return Words(
        tags=words.tags[part],
        pos=words.pos[part],
        heads=np.where(heads > 0, heads - start, 0),
        relations=words.relations[part],
        entities=words.entities[part],
        roles=words.roles[part],
        confidence=words.confidence[part],
        cues=np.where((cues >= start) & (cues < end), cues - start, -1),
    )


def _slice(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    return Paragraph(paragraph.words[start:end], paragraph.spaced[start:end])


def _parts(paragraph: Paragraph, size: int) -> Iterator[Paragraph]:
    return (_slice(paragraph, at, at + size) for at in range(0, len(paragraph.words), size))


def sure_ends(paragraph: Paragraph) -> list[int]:
    """Places of the words of a paragraph that surely end a sentence: the last one, and a stop before a capital.

    Marks that close stay with their sentence; a straight mark closes when no space stands before it. After "?" and
    "!" within marks a reporting clause may follow ("Why?" Lee asked), so there the network decides.
    """
    words, spaced = paragraph
    found = []
    for at, word in enumerate(words):
        if word not in STOPS:
            continue
        after = at + 1
        while after < len(words) and (words[after] in CLOSERS or (words[after] in STRAIGHT and not spaced[after - 1])):
            after += 1
        first = after + 1 if after + 1 < len(words) and words[after] in OPENERS else after
        is_apart = spaced[after - 1] or words[after - 1] == "”"
        if first < len(words) and words[first][0].isupper() and is_apart and (word == "." or after == at + 1):
            found.append(after - 1)
    return [*found, len(words) - 1] if words else []


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    slow = ["SkipLayerNormFusion"]  # on processors without VNNI the fused form costs more than it saves
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow
    )
