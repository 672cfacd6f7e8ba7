"""A metric's formula in words."""

from __future__ import annotations

from quotecheck.metrics.definitions import Definition, Definitions, Unit


def formula(metric: Definition, definitions: Definitions) -> str:
    """Such as "statements of anonymous sources ÷ statements"."""
    numerator = definitions.tallies[metric.numerator]
    if metric.denominator is None:
        return f"the number of {numerator}"
    denominator = definitions.tallies[metric.denominator]
    if metric.unit is Unit.MEDIAN:
        return f"the level in the middle of the {denominator}"
    times = f"{metric.per:,} × " if metric.per > 1 else ""
    return f"{times}{numerator} ÷ {denominator}"
