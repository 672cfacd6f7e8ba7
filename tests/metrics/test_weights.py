from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.errors import RuleError
from quotecheck.metrics.weights import read_weights
from quotecheck.rulebook import Rulebook, load_rulebook

GOOD = """transparency_score:
  - share: named_statement_share
    weight: 3
    better: more
    why: It shows.
"""


def rules(folder: Path, text: str) -> Rulebook:
    (folder / "metrics.yaml").write_text(text, encoding="utf-8")
    return load_rulebook(folder)


def test_bundled_weights_add_up_to_a_hundred(rulebook: Rulebook) -> None:
    assert sum(weight.weight for weight in read_weights(rulebook)) == 100


def test_good_weights_are_read(tmp_path: Path) -> None:
    (weight,) = read_weights(rules(tmp_path, GOOD))
    assert (weight.share, weight.weight, weight.more_is_better) == ("named_statement_share", 3, True)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "hint"),
    [
        ("named_statement_share", "named_share", 2, "did you mean 'named_statement_share'"),
        ("weight: 3", "weight: 0", 3, "more than 0"),
        ("weight: 3", "weight: much", 3, "number"),
        ("better: more", "better: mroe", 4, "did you mean 'more'"),
        ("why: It shows.", "wy: It shows.", 5, "did you mean 'why'"),
        (GOOD, "transparency_score: []\n", 1, "at least one share"),
    ],
)
def test_broken_weights_are_refused_with_their_line(
    tmp_path: Path, right: str, wrong: str, line: int, hint: str
) -> None:
    with pytest.raises(RuleError, match=hint) as caught:
        read_weights(rules(tmp_path, GOOD.replace(right, wrong)))
    assert caught.value.line == line
