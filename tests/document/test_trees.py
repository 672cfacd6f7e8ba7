"""Decoding of arc scores: whatever the scores, every sentence is a tree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from quotecheck.document.trees import decode_heads, is_tree, spanning_tree


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        pytest.param([0], True, id="one-word"),
        pytest.param([2, 0, 2], True, id="root-in-the-middle"),
        pytest.param([0, 0], False, id="two-roots"),
        pytest.param([2, 1, 0], False, id="cycle-beside-the-root"),
        pytest.param([2, 3, 1], False, id="no-root"),
    ],
)
def test_what_is_a_tree(heads: list[int], expected: bool) -> None:
    assert is_tree(heads) is expected


def test_greedy_heads_stay_where_they_are_a_tree() -> None:
    arcs = np.full((3, 4), -5.0, dtype=np.float32)
    arcs[0, 2] = arcs[1, 0] = arcs[2, 2] = 5.0
    assert decode_heads(arcs, np.zeros(3, dtype=np.int64)).tolist() == [2, 0, 2]


def test_a_cycle_is_broken_at_the_least_cost() -> None:
    arcs = np.array([[1.0, -9.0, 5.0], [0.0, 5.0, -9.0]], dtype=np.float32)
    assert decode_heads(arcs, np.zeros(2, dtype=np.int64)).tolist() == [0, 1]


def test_heads_stay_inside_their_sentence() -> None:
    arcs = np.zeros((4, 5), dtype=np.float32)
    arcs[0, 4] = arcs[3, 1] = 50.0
    heads = decode_heads(arcs, np.array([0, 0, 1, 1]))
    assert set(heads[:2].tolist()) <= {0, 1, 2}
    assert set(heads[2:].tolist()) <= {0, 3, 4}


scores = st.integers(1, 9).flatmap(
    lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-20, 20, width=32, allow_nan=False))
)


@given(scores)
def test_every_sentence_is_a_tree(arcs: np.ndarray) -> None:
    assert is_tree(decode_heads(arcs, np.zeros(len(arcs), dtype=np.int64)).tolist())
    assert is_tree(spanning_tree(arcs))


@given(scores, st.data())
def test_every_sentence_of_many_is_a_tree(arcs: np.ndarray, data: st.DataObject) -> None:
    starts = data.draw(st.lists(st.booleans(), min_size=len(arcs), max_size=len(arcs)))
    sentences = np.cumsum([False, *starts[1:]]).astype(np.int64)
    heads = decode_heads(arcs, sentences)
    for number in set(sentences.tolist()):
        places = np.flatnonzero(sentences == number)
        assert is_tree([int(h) - int(places[0]) if h else 0 for h in heads[places]])
