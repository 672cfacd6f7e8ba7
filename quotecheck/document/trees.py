"""Sentence ends and arc scores to trees: greedy where that gives a tree, maximum spanning tree where not."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Places = NDArray[np.int64]
_NEVER = np.float32(-1e9)


def decode_heads(arcs: Scores, sentences: Places) -> Places:
    """Head of every word of a window: 1-based column of ``arcs``, 0 for the root of its sentence.

    ``arcs`` is (words, words + 1), column 0 the root; ``sentences`` numbers the sentence of each word, rising.
    """
    masked = np.full_like(arcs, _NEVER)
    same = sentences[:, None] == sentences[None, :]
    masked[:, 1:][same] = arcs[:, 1:][same]
    masked[:, 0] = arcs[:, 0]
    heads: Places = masked.argmax(axis=1)
    bounds = np.flatnonzero(np.diff(sentences)) + 1
    edges = [0, *bounds.tolist(), len(sentences)]
    for start, end in pairwise(edges):
        local = [h - start if h else 0 for h in heads[start:end].tolist()]
        if not is_tree(local):
            block = np.concatenate((masked[start:end, :1], masked[start:end, start + 1 : end + 1]), axis=1)
            local = spanning_tree(block)
            heads[start:end] = [h + start if h else 0 for h in local]
    return heads


def is_tree(heads: list[int]) -> bool:
    """Whether 1-based ``heads`` (0 = root) have one root and no cycle."""
    if heads.count(0) != 1:
        return False
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for word in range(1, len(heads) + 1):
        path = []
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = heads[word - 1]
        if state[word] == 1:
            return False
        for seen in path:
            state[seen] = 2
    return True


def spanning_tree(scores: Scores) -> list[int]:
    """Heads of a tree with one root, the word that scores best as a root; ``scores`` as in ``decode_heads``.

    The best tree under that root: greedy where that gives one, else by Chu and Liu (1965) and Edmonds (1967).
    """
    size = len(scores)
    full = np.full((size + 1, size + 1), _NEVER, dtype=np.float64)
    root = int(scores[:, 0].argmax()) + 1
    full[1:, 1:] = scores[:, 1:]
    np.fill_diagonal(full, _NEVER)
    full[root] = _NEVER
    full[root, 0] = 0.0
    heads: Places = full.argmax(axis=1)
    if not is_tree(heads[1:].tolist()):
        heads = _edmonds(full)
    return [int(h) for h in heads[1:]]


def _edmonds(scores: NDArray[np.float64]) -> Places:
    heads: Places = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    rest = np.array([i for i in range(len(scores)) if i not in set(cycle)])
    inside = np.array(cycle)
    total = scores[inside, heads[inside]]
    into = scores[np.ix_(inside, rest)] - total[:, None]  # a word of the cycle takes a head outside
    out_of = scores[np.ix_(rest, inside)]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER, dtype=np.float64)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out_of.max(axis=1)
    inner = _edmonds(small)
    result: Places = heads.copy()
    for i, head in enumerate(inner[:-1]):
        result[rest[i]] = inside[out_of[i].argmax()] if head == len(rest) else rest[head]
    entry = int(inner[-1])
    result[inside[into[:, entry].argmax()]] = rest[entry]
    result[0] = 0
    return result


def _find_cycle(heads: Places) -> list[int] | None:
    state = [0] * len(heads)
    state[0] = 2
    for word in range(1, len(heads)):
        path, at = [], word
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        for seen in path:
            state[seen] = 2
    return None
