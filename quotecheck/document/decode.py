"""The likeliest run of roles: a span that goes on must have begun, which a word by word choice does not see to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BROKEN = 2.0  # against a span that goes on from nothing, in logarithms of odds
SAME = 0.6  # for staying inside a span, or outside
LEAST = 1e-6


def transitions(labels: Sequence[str]) -> NDArray[np.float64]:
    """What each step from one label (row) to the next (column) adds; labels are "O", "B-role" and "I-role"."""
    table = np.zeros((len(labels), len(labels)))
    for after, label in enumerate(labels):
        for before, earlier in enumerate(labels):
            goes_on = label[:1] == "I" and earlier[1:] == label[1:]
            if goes_on or label == earlier == "O":
                table[before, after] = SAME
            elif label[:1] == "I":
                table[before, after] = -BROKEN
    return table


def best_run(probabilities: NDArray[np.float32], steps: NDArray[np.float64], outside: int) -> NDArray[np.int64]:
    """The best label of each word, given the probabilities of all labels (Viterbi); ``outside`` stands before."""
    logs = np.log(np.maximum(probabilities, LEAST))
    places = np.arange(len(steps))
    score = logs[0] + np.minimum(steps[outside], 0)
    came_from = []
    for row in logs[1:]:
        sums = score[:, None] + steps
        best = sums.argmax(0)
        came_from.append(best)
        score = sums[best, places] + row
    run = [int(score.argmax())]
    for best in reversed(came_from):
        run.append(int(best[run[-1]]))
    return np.array(run[::-1], dtype=np.int64)
