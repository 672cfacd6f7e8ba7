"""What the counts mean: shares, rates, means, and the transparency score that weighs shares."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from quotecheck.metrics.count import key_of
from quotecheck.metrics.definitions import Definition, Definitions, Unit
from quotecheck.metrics.tallies.sources import LEVELS
from quotecheck.metrics.weights import SCORE, Weight
from quotecheck.records import Convention, Measure, Metrics, Shares


def derive_shares(metrics: Metrics, definitions: Definitions, convention: Convention = Convention.STRICT) -> Shares:
    """All metrics of one article, or of the sum of many; the value is ``None`` where there is nothing to divide by."""
    measures = [_measure(each, metrics, convention) for each in definitions.metrics.values()]
    values = {each.id: each.value for each in measures}
    score = score_of(values, definitions.weights) if metrics.statements else None
    return Shares((*measures, Measure(SCORE, score, is_of_contract=True)), convention)


def score_of(values: Mapping[str, float | None], weights: tuple[Weight, ...]) -> float:
    """0 to 100: what the shares are worth, weighed."""
    reached = sum(weight.weight * worth(values[weight.share], weight) for weight in weights)
    return round(100 * reached / sum(weight.weight for weight in weights), 1)


def worth(share: float | None, weight: Weight) -> float:
    """0 to 1; where there is no such share there is nothing to fault."""
    if share is None:
        return 1.0
    return share if weight.more_is_better else 1 - share


def _measure(definition: Definition, metrics: Metrics, convention: Convention) -> Measure:
    numerator = metrics.tallies[key_of(definition.numerator, convention)]
    denominator = None
    value: float | None = numerator
    if definition.denominator is not None:
        denominator = metrics.tallies[key_of(definition.denominator, convention)]
        value = _divided(definition, numerator, denominator)
    if definition.unit is Unit.MEDIAN:
        value = _median_level(metrics)
    return Measure(definition.id, value, numerator, denominator, definition.is_of_contract, definition.is_by_convention)


def _divided(definition: Definition, numerator: int, denominator: int) -> float | None:
    return round(definition.per * numerator / denominator, 4) if denominator else None


def _median_level(metrics: Metrics) -> float | None:
    """The level in the middle; between two levels their mean."""
    counts = [metrics.tallies[f"sources_of_level_{level}"] for level in LEVELS]
    sources = sum(counts)
    if not sources:
        return None
    return (_level_at((sources - 1) // 2, counts) + _level_at(sources // 2, counts)) / 2


def _level_at(nth: int, counts: list[int]) -> int:
    """The level of the ``nth`` source, from 0, where sources stand in the order of their levels."""
    return next(level for level, up_to in enumerate(accumulate(counts)) if nth < up_to)
