"""The decoding of roles, on probabilities made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from quotecheck.document.decode import best_run, transitions

LABELS = ("O", "B-cue", "I-cue", "B-content", "I-content")


def decoded(*rows: dict[str, float]) -> list[str]:
    table = np.full((len(rows), len(LABELS)), 0.01, dtype=np.float32)
    for place, row in enumerate(rows):
        for label, probability in row.items():
            table[place, LABELS.index(label)] = probability
    return [LABELS[nth] for nth in best_run(table, transitions(LABELS), LABELS.index("O"))]


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        pytest.param([{"O": 0.9}, {"B-cue": 0.9}], ["O", "B-cue"], id="a-sure-choice-stays"),
        pytest.param([{"B-content": 0.45, "I-content": 0.5}], ["B-content"], id="nothing-goes-on-at-the-start"),
        pytest.param(
            [{"B-content": 0.9}, {"I-cue": 0.5, "I-content": 0.4}, {"I-content": 0.9}],
            ["B-content", "I-content", "I-content"],
            id="no-other-role-goes-on-inside-a-span",
        ),
        pytest.param(
            [{"O": 0.5, "B-content": 0.4}, {"I-content": 0.9}], ["B-content", "I-content"], id="what-goes-on-has-begun"
        ),
    ],
)
def test_the_run_as_a_whole_is_likeliest(rows: list[dict[str, float]], labels: list[str]) -> None:
    assert decoded(*rows) == labels
