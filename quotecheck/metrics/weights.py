"""The weights of the transparency score, as ``rules/metrics.yaml`` gives them."""

from __future__ import annotations

from dataclasses import dataclass

from quotecheck.records import CONTRACT_SHARES
from quotecheck.rulebook.block import Block, unknown_word

SCORE = "transparency_score"
# The report contract makes the score a weighted sum of these.
SHARES = tuple(each for each in CONTRACT_SHARES if each.endswith("_share"))
BETTER = {"more": True, "less": False}


@dataclass(frozen=True, slots=True)
class Weight:
    """How much one share counts, and whether more of it is better."""

    share: str
    weight: float
    more_is_better: bool
    why: str = ""


def read_weights(document: Block) -> tuple[Weight, ...]:
    """The weights in the order of the file; raises RuleError for an unknown share or a bad weight."""
    weights = tuple(_read_weight(block) for block in document.blocks(SCORE))
    if not weights:
        raise document.error(f"'{SCORE}' needs at least one share", SCORE)
    return weights


def _read_weight(block: Block) -> Weight:
    block.expect_keys(required=("share", "weight", "better", "why"))
    share, better, weight = block.text("share"), block.text("better"), block.number("weight")
    if share not in SHARES:
        raise block.error(unknown_word("share", share, SHARES), "share")
    if better not in BETTER:
        raise block.error(unknown_word("word", better, tuple(BETTER)), "better")
    if weight <= 0:
        raise block.error("'weight' must be more than 0", "weight")
    return Weight(share, weight, BETTER[better], block.text("why"))
